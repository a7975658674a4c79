using HoiThi.Core.Contests;

namespace HoiThi.Core.Prizes;

/// <summary>
/// Which divisions compete for one list of prizes. A division with prizes of its own has a list to itself; all others
/// share the contest's.
/// </summary>
/// <param name="Owner">The index of the division whose rules hold (its limit reaches over all rounds), or null: the contest's.</param>
/// <param name="Divisions">Indices of the divisions that compete.</param>
/// <param name="Rules">What holds for the prizes.</param>
/// <param name="Prizes">The prizes, best first.</param>
/// <param name="Chain">The chain that ranks them together.</param>
public sealed record PrizeField(
    int? Owner, ValueList<int> Divisions, PrizeRules Rules, ValueList<Prize> Prizes, ValueList<RankingKey> Chain)
{
    /// <summary>
    /// The fields of a round (from 1), with 0 of the contest, below 0 of a stage; those without a prize left out. Practice has
    /// none. For the prizes of a stage all divisions compete together.
    /// </summary>
    public static ValueList<PrizeField> Of(Contest contest, int round)
    {
        if (round < 0)
        {
            var all = Enumerable.Range(0, Math.Max(1, contest.Divisions.Count)).ToValueList();
            return [new PrizeField(Owner: null, all, contest.Prizes, contest.Stages[-1 - round].Prizes, contest.Ranking.Contest)];
        }

        var scored = round == 0 ? null : contest.Rounds[round - 1];
        if (scored is { Practice: true })
        {
            return [];
        }

        var fields = Enumerable.Range(0, Math.Max(1, contest.Divisions.Count))
            .GroupBy(division => OwnOf(contest, scored, division))
            .Select(group => group.Key is { } own ? Own(contest, round, own) : Shared(contest, scored, [.. group]));
        return fields.Where(field => field.Prizes.Count > 0).ToValueList();
    }

    /// <summary>The division itself where it competes alone, or null.</summary>
    private static int? OwnOf(Contest contest, Round? round, int division) =>
        contest.Divisions.Count > 0
        && (contest.Divisions[division].Prizes is not null
            || round?.Divisions.Any(each => each.Division == contest.Divisions[division].Code && each.Prizes is not null) == true)
            ? division
            : null;

    private static PrizeField Own(Contest contest, int round, int division)
    {
        var rules = ContestRules.Of(contest, Math.Max(1, round), division);
        var owner = contest.Divisions[division].Prizes is null ? (int?)null : division;
        return round == 0
            ? new PrizeField(owner, [division], rules.Prizes, rules.Prizes.Contest, rules.ContestChain)
            : new PrizeField(owner, [division], rules.Prizes, rules.Prizes.Round, rules.Chain);
    }

    private static PrizeField Shared(Contest contest, Round? round, ValueList<int> divisions)
    {
        // Divisions of one chain are ranked together by it; those of several by the contest's.
        var chains = divisions.Select(division => ChainOf(ContestRules.Of(contest, round?.Number ?? 1, division))).Distinct().ToArray();
        return round is null
            ? new PrizeField(Owner: null, divisions, contest.Prizes, contest.Prizes.Contest, chains is [var one] ? one : contest.Ranking.Contest)
            : new PrizeField(
                Owner: null, divisions, contest.Prizes, round.Prizes ?? contest.Prizes.Round,
                chains is [var only] ? only : round.Chain ?? contest.Ranking.Round);

        ValueList<RankingKey> ChainOf(ContestRules rules) => round is null ? rules.ContestChain : rules.Chain;
    }
}
