using System.Threading.Channels;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Questions;
using HoiThi.Core.Scoring;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Statistics;

/// <summary>
/// Reads all attempts at a sealed set that count once, in batches: whatever their number, no more of them than a few batches is in
/// memory. Half of the machine works at it, because a contest may be running beside it. The table is read as it lies: an index by
/// round would cost every start of an attempt for what a scan does in seconds.
/// </summary>
internal static class SheetScan
{
    private const int BatchSize = 2_000;
    private const int Waiting = 4;

    /// <summary>Runs a scan.</summary>
    /// <param name="context">Where to read.</param>
    /// <param name="contest">The contest's number.</param>
    /// <param name="round">The round's number.</param>
    /// <param name="version">The version of the sealed set.</param>
    /// <param name="begin">Makes what a worker gathers into.</param>
    /// <param name="gather">Looks at a batch.</param>
    /// <param name="end">Takes what a worker has gathered; one at a time.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task RunAsync<T>(
        HoiThiContext context, short contest, short round, int version, Func<T> begin, Action<T, List<Sheet>> gather, Action<T> end, CancellationToken cancel)
    {
        var batches = Channel.CreateBounded<List<Sheet>>(Waiting);
        var together = new Lock();
        var workers = Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount / 2)).Select(_ => Task.Run(WorkAsync, cancel)).ToArray();
        try
        {
            await ReadAsync(context, contest, round, version, batches.Writer, cancel);
        }
        finally
        {
            batches.Writer.TryComplete();
        }

        await Task.WhenAll(workers);

        async Task WorkAsync()
        {
            var own = begin();
            await foreach (var batch in batches.Reader.ReadAllAsync(cancel))
            {
                gather(own, batch);
            }

            lock (together)
            {
                end(own);
            }
        }
    }

    /// <summary>What people gave for the essays of a round, by attempt; nothing is read where the set has none.</summary>
    public static async Task<Dictionary<(ContestantId Contestant, short Ordinal), ValueList<EssayMark>>> MarksAsync(
        HoiThiContext context, short contest, short round, SealedSet set, CancellationToken cancel)
    {
        var rows = set.HasEssays
            ? await context.Marks.AsNoTracking().Where(mark => mark.Contest == contest && mark.Round == round).ToListAsync(cancel)
            : [];
        return rows.GroupBy(mark => (mark.Contestant, mark.Ordinal))
            .ToDictionary(group => group.Key, group => group.OrderBy(mark => mark.Position).Select(mark => new EssayMark(mark.Position, mark.Points)).ToValueList());
    }

    private static async Task ReadAsync(HoiThiContext context, short contest, short round, int version, ChannelWriter<List<Sheet>> writer, CancellationToken cancel)
    {
        var rows = context.Attempts.AsNoTracking()
            .Where(row => row.Contest == contest && row.Round == round && row.SetVersion == version
                && (row.State == AttemptState.Submitted || row.State == AttemptState.Expired))
            .Select(row => new Sheet(row.Contestant, row.Ordinal, row.Answers, row.Written, row.Origin));
        var batch = new List<Sheet>(BatchSize);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            batch.Add(row);
            if (batch.Count == BatchSize)
            {
                await writer.WriteAsync(batch, cancel);
                batch = new List<Sheet>(BatchSize);
            }
        }

        await writer.WriteAsync(batch, cancel);
    }
}

/// <summary>What was given in an attempt.</summary>
internal sealed record Sheet(ContestantId Contestant, short Ordinal, byte[] Answers, byte[]? Written, byte[]? Origin)
{
    /// <summary>The id that its paper is drawn from.</summary>
    public AttemptId DrawnAs(short contest, short round) => Origin is { } origin ? AttemptId.Read(origin) : new AttemptId(contest, Contestant, round, Ordinal);

    /// <summary>The answers.</summary>
    public AnswerSheet Read() => AnswerSheet.Read(Answers, null, 0, Written);
}
