using System.Threading.Channels;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;
using HoiThi.Core.Scoring;
using HoiThi.Core.Statistics;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Statistics;

/// <summary>
/// Reads all attempts at a set once, in batches: whatever their number, no more of them than a few batches is in memory.
/// Half of the machine works at it, because a contest may be running beside it.
/// </summary>
internal sealed class StatisticsScan(short contest, short round, SealedSet set)
{
    private const int BatchSize = 2_000;
    private const int Waiting = 4;

    private readonly int[] slots = SlotsOf(set);
    private readonly Lock together = new();
    private readonly AttemptStatistics statistics = new(set.Questions.Count, set.PaperLength);
    private readonly long[] correct = new long[set.PaperLength + 1];
    private long done;

    /// <summary>How many attempts are counted so far.</summary>
    public long Done => Interlocked.Read(ref done);

    public async Task<RoundStatistics> RunAsync(HoiThiContext context, DateTimeOffset now, CancellationToken cancel)
    {
        var marks = await MarksAsync(context, cancel);
        var batches = Channel.CreateBounded<List<Sheet>>(Waiting);
        var workers = Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount / 2)).Select(_ => Task.Run(() => CountAsync(batches.Reader, marks, cancel), cancel)).ToArray();
        try
        {
            await ReadAsync(context, batches.Writer, cancel);
        }
        finally
        {
            batches.Writer.TryComplete();
        }

        await Task.WhenAll(workers);
        return new RoundStatistics(set, statistics.Paper(), statistics.Questions(), correct.ToValueList(), now);
    }

    private async Task ReadAsync(HoiThiContext context, ChannelWriter<List<Sheet>> writer, CancellationToken cancel)
    {
        var (round16, version) = (round, set.Version);
        var rows = context.Attempts.AsNoTracking()
            .Where(row => row.Contest == contest && row.Round == round16 && row.SetVersion == version
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

    private async Task CountAsync(
        ChannelReader<List<Sheet>> batches, Dictionary<(ContestantId Contestant, short Ordinal), ValueList<EssayMark>> marks, CancellationToken cancel)
    {
        var own = new AttemptStatistics(set.Questions.Count, set.PaperLength);
        var ownCorrect = new long[correct.Length];
        var answered = new AnsweredQuestion[set.PaperLength];
        var order = new int[set.PaperLength];
        await foreach (var batch in batches.ReadAllAsync(cancel))
        {
            foreach (var sheet in batch)
            {
                ownCorrect[Add(sheet, marks.GetValueOrDefault((sheet.Contestant, sheet.Ordinal)), own, answered, order)]++;
            }

            Interlocked.Add(ref done, batch.Count);
        }

        lock (together)
        {
            statistics.Merge(own);
            for (var right = 0; right < correct.Length; right++)
            {
                correct[right] += ownCorrect[right];
            }
        }
    }

    /// <summary>Adds an attempt; how many answers of it are right.</summary>
    private int Add(Sheet sheet, ValueList<EssayMark>? marks, AttemptStatistics own, AnsweredQuestion[] answered, int[] order)
    {
        var paper = Paper.Draw(set, sheet.Origin is { } origin ? AttemptId.Read(origin) : new AttemptId(contest, sheet.Contestant, round, sheet.Ordinal));
        var answers = AnswerSheet.Read(sheet.Answers, null, 0, sheet.Written);
        var right = 0;
        for (var position = 0; position < answered.Length; position++)
        {
            var line = paper.Lines[position];
            var mark = Mark.Of(paper, position, answers, marks);
            right += mark.Verdict == Verdict.Right ? 1 : 0;
            answered[position] = new AnsweredQuestion(line.Question, mark.Points, line.Point, line.ToChoices(answers.MaskAt(position)));
            order[position] = slots[line.Question];
        }

        // Each paper has its own order; for the consistency the n-th of one stands for the n-th of all others.
        Array.Sort(order, answered);
        own.Add(answered);
        return right;
    }

    private async Task<Dictionary<(ContestantId Contestant, short Ordinal), ValueList<EssayMark>>> MarksAsync(HoiThiContext context, CancellationToken cancel)
    {
        var (contest16, round16) = (contest, round);
        var rows = set.HasEssays
            ? await context.Marks.AsNoTracking().Where(mark => mark.Contest == contest16 && mark.Round == round16).ToListAsync(cancel)
            : [];
        return rows.GroupBy(mark => (mark.Contestant, mark.Ordinal))
            .ToDictionary(group => group.Key, group => group.OrderBy(mark => mark.Position).Select(mark => new EssayMark(mark.Position, mark.Points)).ToValueList());
    }

    /// <summary>Where each question stands when those of a paper are put in order: by topic, difficulty, and as the set has them.</summary>
    private static int[] SlotsOf(SealedSet set)
    {
        var topics = set.Topics.Index().ToDictionary(topic => topic.Item.Code, topic => topic.Index, StringComparer.Ordinal);
        var places = new int[set.Questions.Count];
        foreach (var (slot, question) in set.Questions.Index()
            .OrderBy(question => topics.GetValueOrDefault(question.Item.Topic)).ThenBy(question => question.Item.Difficulty).ThenBy(question => question.Index).Index())
        {
            places[question.Index] = slot;
        }

        return places;
    }

    private sealed record Sheet(ContestantId Contestant, short Ordinal, byte[] Answers, byte[]? Written, byte[]? Origin);
}
