using HoiThi.Core.Contests;

namespace HoiThi.Core.Collective;

/// <summary>Keeps the best scores of each unit while the standings of a contest go by, as many as any of its awards sums.</summary>
public sealed class BestScores(Contest contest)
{
    private readonly Dictionary<int, PriorityQueue<int, int>> best = [];
    private readonly int most = contest.Collective.SelectMany(award => award.Score)
        .Where(term => term.Measure == Measure.BestTotal || term.Ranks.Contains(Measure.BestTotal)).Select(term => term.Best ?? 1)
        .Concat(contest.Collective.Where(award => award.TieBreak.Contains(Measure.BestTotal)).Select(_ => 1)).DefaultIfEmpty(0).Max();

    /// <summary>Whether any award asks for them.</summary>
    public bool AreAsked => most > 0;

    /// <summary>Takes the score of one of a unit's people.</summary>
    public void Add(int unit, int score)
    {
        if (!AreAsked)
        {
            return;
        }

        var queue = best.TryGetValue(unit, out var known) ? known : best[unit] = new PriorityQueue<int, int>();
        if (queue.Count < most)
        {
            queue.Enqueue(score, score);
        }
        else if (score > queue.Peek())
        {
            queue.EnqueueDequeue(score, score);
        }
    }

    /// <summary>A unit's best scores, best first; empty where there are none.</summary>
    public ValueList<int> Of(int unit) => best.TryGetValue(unit, out var scores)
        ? scores.UnorderedItems.Select(item => item.Element).OrderDescending().ToValueList() : [];
}
