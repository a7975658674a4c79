namespace HoiThi.Fuzz;

/// <summary>Changes samples and reads them. What comes to something new is kept and changed further.</summary>
public sealed class FuzzLoop
{
    /// <summary>No file of at most a megabyte may take more CPU time: by the clock a busy machine would find things.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>Nor may its reading allocate more, all in all.</summary>
    public const long AllocationLimit = 2L << 30;

    private const int MostKept = 1_000;
    private readonly FuzzedParser parser;
    private readonly Random random;
    private readonly Mutator mutator;
    private readonly List<byte[]> kept;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public FuzzLoop(FuzzedParser parser, int seed)
    {
        this.parser = parser;
        random = new Random(seed);
        mutator = new Mutator(random);
        kept = [.. parser.Samples.Value];
    }

    /// <summary>How many files were read.</summary>
    public long Count { get; private set; }

    /// <summary>How many different things readings have come to.</summary>
    public int Different => seen.Count;

    /// <summary>The next file to read.</summary>
    public byte[] Next() => mutator.Change(kept[random.Next(kept.Count)], kept[random.Next(kept.Count)]);

    /// <summary>Reads a file.</summary>
    /// <returns>What is wrong with the reading, or null.</returns>
    public string? Read(byte[] file)
    {
        Count++;
        var (begun, allocated) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        try
        {
            if (seen.Add(parser.Read(file)) && kept.Count < MostKept)
            {
                kept.Add(file);
            }
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}\n{exception.StackTrace}";
        }

        var (took, used) = (Environment.CpuUsage.TotalTime - begun, GC.GetAllocatedBytesForCurrentThread() - allocated);
        return took > TimeLimit ? $"It took {took.TotalSeconds:F1} s."
            : used > AllocationLimit ? $"It allocated {used >> 20} MB."
            : null;
    }
}
