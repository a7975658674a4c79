using System.Diagnostics;

namespace HoiThi.Server.Storage;

/// <summary>
/// The one clock of an installation: this machine's, corrected by its offset to the database's, so that all nodes mean
/// the same moment. SQLite is on this machine, and so has no offset.
/// </summary>
public sealed class NodeClock(Database database) : TimeProvider
{
    /// <summary>A node whose clock is farther off than this is not ready: it needs an operator, not a correction.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(250);

    private const int Samples = 5;
    private long offsetTicks;

    /// <summary>What is added to this machine's clock.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));

    public bool IsTrusted => Offset.Duration() <= Tolerance;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    /// <summary>Measures the offset anew: of several questions the quickest answer is the most exact.</summary>
    public async Task MeasureAsync(CancellationToken cancel)
    {
        if (database.Postgres is not { } source)
        {
            return;
        }

        await using var command = source.CreateCommand("SELECT clock_timestamp()");
        var (best, quickest) = (TimeSpan.Zero, TimeSpan.MaxValue);
        for (var sample = 0; sample < Samples; sample++)
        {
            var (asked, watch) = (System.GetUtcNow(), Stopwatch.GetTimestamp());
            var answer = (DateTime)(await command.ExecuteScalarAsync(cancel))!;
            var taken = Stopwatch.GetElapsedTime(watch);
            if (taken < quickest)
            {
                (best, quickest) = (answer - (asked + (taken / 2)).UtcDateTime, taken);
            }
        }

        Interlocked.Exchange(ref offsetTicks, best.Ticks);
    }
}
