using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;
using HoiThi.Core.Scoring;
using HoiThi.Core.Statistics;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Manage.Statistics;

/// <summary>Counts how the questions of a set did, in one scan over the attempts.</summary>
/// <param name="contest">The contest's number.</param>
/// <param name="round">The round's number.</param>
/// <param name="set">What the attempts are marked by: a sealed set, or the correction of it that is in force.</param>
internal sealed class StatisticsScan(short contest, short round, SealedSet set)
{
    private readonly int[] slots = SlotsOf(set);
    private long done;

    /// <summary>How many attempts are counted so far.</summary>
    public long Done => Interlocked.Read(ref done);

    public async Task<RoundStatistics> RunAsync(HoiThiContext context, DateTimeOffset now, CancellationToken cancel)
    {
        var marks = await SheetScan.MarksAsync(context, contest, round, set, cancel);
        var all = new Part(set);
        await SheetScan.RunAsync(context, contest, round, set.Corrects ?? set.Version, () => new Part(set), Count, all.Merge, cancel);
        return new RoundStatistics(set, all.Statistics.Paper(), all.Statistics.Questions(), all.Correct.ToValueList(), now);

        void Count(Part part, List<Sheet> batch)
        {
            foreach (var sheet in batch)
            {
                Add(part, sheet, marks.GetValueOrDefault((sheet.Contestant, sheet.Ordinal)));
            }

            Interlocked.Add(ref done, batch.Count);
        }
    }

    private void Add(Part part, Sheet sheet, ValueList<EssayMark>? marks)
    {
        var paper = Paper.Draw(set, sheet.DrawnAs(contest, round));
        var answers = sheet.Read();
        var right = 0;
        for (var position = 0; position < part.Answered.Length; position++)
        {
            var line = paper.Lines[position];
            var mark = Mark.Of(paper, position, answers, marks);
            right += mark.Verdict == Verdict.Right ? 1 : 0;
            part.Answered[position] = new AnsweredQuestion(line.Question, mark.Points, line.Point, line.ToChoices(answers.MaskAt(position)));
            part.Order[position] = slots[line.Question];
        }

        // Each paper has its own order; for the consistency the n-th of one stands for the n-th of all others.
        Array.Sort(part.Order, part.Answered);
        part.Statistics.Add(part.Answered);
        part.Correct[right]++;
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

    /// <summary>What one worker has counted, and room for the attempt that it is at.</summary>
    private sealed class Part(SealedSet set)
    {
        public AttemptStatistics Statistics { get; } = new(set.Questions.Count, set.PaperLength);

        public long[] Correct { get; } = new long[set.PaperLength + 1];

        public AnsweredQuestion[] Answered { get; } = new AnsweredQuestion[set.PaperLength];

        public int[] Order { get; } = new int[set.PaperLength];

        public void Merge(Part other)
        {
            Statistics.Merge(other.Statistics);
            for (var right = 0; right < Correct.Length; right++)
            {
                Correct[right] += other.Correct[right];
            }
        }
    }
}
