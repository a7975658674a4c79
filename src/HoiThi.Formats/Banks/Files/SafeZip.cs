using System.Buffers.Binary;
using System.IO.Compression;

namespace HoiThi.Formats.Banks.Files;

/// <summary>A zip from an unknown hand: entries are counted before they are listed, and bytes while they are unpacked.</summary>
internal sealed class SafeZip : IDisposable
{
    private const uint CentralHeader = 0x02014b50;
    private const uint EndHeader = 0x06054b50;
    private const int EndSize = 22;

    private readonly BankLimits limits;
    private readonly CancellationToken cancel;
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private long unpacked;

    public SafeZip(byte[] bytes, BankLimits limits, CancellationToken cancel)
    {
        this.limits = limits;
        this.cancel = cancel;
        RequireFew(bytes, limits.Entries);
        zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            if (PathIn(entry.FullName) is { } path)
            {
                entries.TryAdd(path, entry);
            }
        }
    }

    public IEnumerable<string> Names => entries.Keys;

    public bool Has(string name) => entries.ContainsKey(name);

    /// <summary>An entry's bytes, or null where there is none of that name.</summary>
    /// <exception cref="RefusedException">It is larger than the limits allow.</exception>
    public byte[]? TryRead(string name)
    {
        if (!entries.TryGetValue(name, out var entry))
        {
            return null;
        }

        using var stream = entry.Open();
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
        {
            cancel.ThrowIfCancellationRequested();
            unpacked += count;
            content.Write(buffer, 0, count);

            // What the entry says of its own size is not believed; what comes out of it is counted.
            if (content.Length > limits.EntryBytes || unpacked > limits.TotalBytes || IsBomb(content.Length, entry.CompressedLength))
            {
                throw new RefusedException(BankProblems.TooLarge(name));
            }
        }

        return content.ToArray();
    }

    public void Dispose() => zip.Dispose();

    /// <summary>A path within the package: forward slashes, no way up, no drive; null for any other.</summary>
    public static string? PathIn(string name)
    {
        var parts = new List<string>();
        foreach (var part in name.Replace('\\', '/').Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part == ".." || part.Contains(':', StringComparison.Ordinal))
            {
                return null;
            }

            parts.Add(part);
        }

        return name.StartsWith('/') || name.EndsWith('/') || parts.Count == 0 ? null : string.Join('/', parts);
    }

    /// <summary>The path of a reference made in a file of the package; null where it leads out of it.</summary>
    public static string? Resolve(string from, string reference)
    {
        var parts = new Stack<string>(from.Split('/')[..^1]);
        foreach (var part in Uri.UnescapeDataString(reference).Replace('\\', '/').Split('/'))
        {
            if (part == "..")
            {
                if (!parts.TryPop(out _))
                {
                    return null;
                }
            }
            else if (part is not ("" or "."))
            {
                parts.Push(part);
            }
        }

        return PathIn(string.Join('/', parts.Reverse()));
    }

    private bool IsBomb(long length, long packed) => length > 1 << 20 && length / Math.Max(packed, 1) > limits.Ratio;

    // The archive's directory is walked here first, for ZipArchive makes an object of every entry before it counts them.
    private static void RequireFew(ReadOnlySpan<byte> bytes, int most)
    {
        var end = EndOf(bytes);
        var at = end < 0 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 16)..]);
        var count = 0;
        for (long position = at; end >= 0 && position + 46 <= end; count++)
        {
            var header = bytes[(int)position..];
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) != CentralHeader)
            {
                break;
            }

            position += 46 + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }

        // 0xFFFFFFFF is zip64, for archives above 4 GB; nobody's questions need it.
        if (at == uint.MaxValue || count > most)
        {
            throw new RefusedException(BankProblems.TooManyEntries(most));
        }
    }

    private static int EndOf(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.Length - EndSize; at >= Math.Max(0, bytes.Length - EndSize - ushort.MaxValue); at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) == EndHeader)
            {
                return at;
            }
        }

        return -1;
    }
}
