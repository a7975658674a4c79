using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Results.Closing;

/// <summary>
/// What has become known when a round (or, with 0, the contest) is over, for each division. Without a seed it is not over, and nothing is known.
/// </summary>
internal sealed class Revelations(LiveContest contest, IReadOnlyList<TallyRow> tallies, DrawSeed? seed)
{
    public static async Task<Revelations> ReadAsync(HoiThiContext context, LiveContest contest, DrawSeed seed, CancellationToken cancel) =>
        new(contest, await context.Tallies.AsNoTracking().Where(tally => tally.Contest == contest.Number).ToListAsync(cancel), seed);

    /// <summary>What the division's predictions are held against, how, and the seed.</summary>
    public Revealed Of(int round, short division)
    {
        if (seed is null)
        {
            return Revealed.Nothing;
        }

        var rules = RulesOf(round, division);
        var truth = PredictionTruth.Of(rules, (scope, of) =>
            Counts(scope == PredictionScope.Contest ? 0 : round, of == PredictionOf.Division ? division : null));
        return new Revealed(truth, rules?.Measure ?? PredictionMeasure.Distance, seed);
    }

    /// <summary>Counts of a round, or with 0 of the contest; of a division or of all.</summary>
    public Tally Counts(int round, short? division = null) => tallies
        .Where(tally => tally.Round == round && (division is null || tally.Division == division))
        .Aggregate(default(Tally), (sum, tally) => sum + tally.ToTally());

    // Over all rounds only guesses about the contest can be compared; the last such round's stands in the contest's standing.
    private PredictionRules? RulesOf(int round, short division) => round > 0 ? contest.Round(round, division)!.Prediction
        : round < 0 ? null
        : contest.LiveRounds.Select(each => each.Of(division).Prediction).LastOrDefault(rules => rules?.Scope == PredictionScope.Contest);
}
