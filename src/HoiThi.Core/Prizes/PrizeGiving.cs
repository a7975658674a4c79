using System.Runtime.InteropServices;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;

namespace HoiThi.Core.Prizes;

/// <summary>
/// Gives the prizes of a contest: a pure function of rankings, rules and facts, so that doing it again gives the same and
/// a winner who falls out only has to be named.
/// </summary>
/// <remarks>
/// Prizes are given one after another; each goes down its order to whoever may have it. Where only the higher prize counts
/// (<see cref="PrizeLimit.OnlyHigher"/>) prizes are given by amount, the greatest first, over all lists at once: of equal
/// amounts those of the contest before those of the rounds, then the earlier round, then the place in the list. Nobody
/// could then have a greater prize than the one held, for every greater one has gone to somebody higher in its ranking.
/// Otherwise they are given round by round, those of a stage after its last round, those of the contest last. Prizes among
/// winners come after the others of their list, or of all lists where only the higher counts.
/// </remarks>
public sealed class PrizeGiving
{
    private readonly PrizeLimit limit;
    private readonly Func<Candidate, IPrizePerson> personOf;
    private readonly IReadOnlySet<ContestantId> fallenOut;
    private readonly Dictionary<ContestantId, List<int>> wins = [];

    private PrizeGiving(PrizeLimit limit, Func<Candidate, IPrizePerson> personOf, IReadOnlySet<ContestantId> fallenOut) =>
        (this.limit, this.personOf, this.fallenOut) = (limit, personOf, fallenOut);

    /// <summary>Gives the prizes of all lists.</summary>
    /// <param name="lists">
    /// The lists whose winners count against each other, at most one of a round: rounds and stages that have closed, and the
    /// contest.
    /// </param>
    /// <param name="limit">How often one person may win.</param>
    /// <param name="personOf">Facts about a candidate; asked only of those who are considered.</param>
    /// <param name="fallenOut">Who can win nothing any more.</param>
    /// <param name="given">Prizes of rounds that are not in <paramref name="lists"/>, which stand as they are.</param>
    /// <returns>The awards of each list, in the order of <paramref name="lists"/>.</returns>
    public static ValueList<Awarding> Give(
        IReadOnlyList<PrizeList> lists,
        PrizeLimit limit,
        Func<Candidate, IPrizePerson> personOf,
        IReadOnlySet<ContestantId> fallenOut,
        IEnumerable<(int Round, ContestantId Contestant)>? given = null)
    {
        var giving = new PrizeGiving(limit, personOf, fallenOut);
        foreach (var (round, contestant) in given ?? [])
        {
            giving.Won(contestant, round);
        }

        var drafts = lists.Select(list => new Draft(list)).ToArray();
        foreach (var (draft, index) in InOrder(drafts, limit))
        {
            giving.Give(draft, index);
        }

        return drafts.Select(draft => draft.Finish(giving.Substitutes(draft.List))).ToValueList();
    }

    private static IEnumerable<(Draft Draft, int Index)> InOrder(Draft[] drafts, PrizeLimit limit)
    {
        var all = drafts.SelectMany(draft => draft.List.Prizes.Select((prize, index) => (draft, index)));
        return limit == PrizeLimit.OnlyHigher
            ? all.OrderBy(AmongWinners).ThenByDescending(slot => slot.draft.List.Prizes[slot.index].Amount ?? 0).ThenBy(slot => slot.draft.List.Round)
            : all.OrderBy(slot => slot.draft.List.Last == 0 ? int.MaxValue : slot.draft.List.Last).ThenByDescending(slot => slot.draft.List.Round).ThenBy(AmongWinners);

        bool AmongWinners((Draft Draft, int Index) slot) => slot.Draft.List.Prizes[slot.Index].AmongWinners;
    }

    private void Give(Draft draft, int index)
    {
        var (list, prize) = (draft.List, draft.List.Prizes[index]);
        var left = Math.Min(prize.Count ?? int.MaxValue, prize.AmongWinners ? int.MaxValue : list.MostWinners - draft.Awards.Count);
        var quotas = prize.Quotas.Select(quota => (quota, Taken: new Dictionary<string, int>(StringComparer.Ordinal))).ToArray();
        var waiting = new List<PassedOver>();
        foreach (var candidate in InOrder(list, prize))
        {
            if (left == 0)
            {
                break;
            }

            if (prize.AmongWinners && !wins.ContainsKey(candidate.Contestant))
            {
                continue;
            }

            if (Against(list, prize, candidate) is { } reason)
            {
                // Going down a ranking passes those who won just before: that is no news.
                if (reason != PassedOverReason.WonHere || prize.By != PrizeOrder.Ranking)
                {
                    waiting.Add(new PassedOver(index, candidate, reason));
                }

                continue;
            }

            var person = personOf(candidate);
            if (prize.Who?.Matches(person) == false)
            {
                continue;
            }

            if (AgainstPerson(list, prize, person) is { } personal)
            {
                waiting.Add(new PassedOver(index, candidate, personal));
                continue;
            }

            if (quotas.Any(each => each.Taken.GetValueOrDefault(person.ClassOf(each.quota.By)) >= each.quota.Most))
            {
                waiting.Add(new PassedOver(index, candidate, PassedOverReason.QuotaFull));
                continue;
            }

            foreach (var (quota, taken) in quotas)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(taken, person.ClassOf(quota.By), out _)++;
            }

            // Passed over is who would have won: somebody behind has.
            draft.PassedOver.AddRange(waiting);
            waiting.Clear();
            draft.Awards.Add(new Award(index, prize, candidate));
            Won(candidate.Contestant, list.Round);
            left--;
        }
    }

    private void Won(ContestantId contestant, int round) =>
        (CollectionsMarshal.GetValueRefOrAddDefault(wins, contestant, out _) ??= []).Add(round);

    private IEnumerable<Candidate> InOrder(PrizeList list, Prize prize) => prize.By switch
    {
        PrizeOrder.Ranking => list.Field,
        PrizeOrder.Youngest => ByBirth(list, prize).OrderByDescending(each => each.Born).ThenBy(each => each.Candidate.Place).Select(each => each.Candidate),
        PrizeOrder.Oldest => ByBirth(list, prize).OrderBy(each => each.Born).ThenBy(each => each.Candidate.Place).Select(each => each.Candidate),
        PrizeOrder.Draw => list.Field.OrderBy(candidate => list.Seed.LotOf(candidate.Contestant)).ThenBy(candidate => candidate.Contestant),
        _ => throw new ArgumentOutOfRangeException(nameof(prize), prize.By, "unknown order"),
    };

    private IEnumerable<(DateOnly Born, Candidate Candidate)> ByBirth(PrizeList list, Prize prize) =>
        from candidate in list.Field
        where AgainstScore(list, prize, candidate) is null
        let born = personOf(candidate).BirthDate
        where born is not null
        select (born.Value, candidate);

    private PassedOverReason? Against(PrizeList list, Prize prize, Candidate candidate) =>
        fallenOut.Contains(candidate.Contestant) ? PassedOverReason.FellOut
        : (prize.AmongWinners ? null : AgainstWins(list, candidate.Contestant)) ?? AgainstScore(list, prize, candidate);

    private PassedOverReason? AgainstWins(PrizeList list, ContestantId contestant) =>
        !wins.TryGetValue(contestant, out var won) ? null
        : won.Contains(list.Round) ? PassedOverReason.WonHere
        : limit == PrizeLimit.OncePerContest ? PassedOverReason.WonBefore
        : limit == PrizeLimit.OnlyHigher ? PassedOverReason.WonHigher
        : list.Round > 0 && won.Any(other => other > 0 && other < list.Round && list.Round - other <= list.Rules.BarredRounds)
            ? PassedOverReason.WonLately
        : null;

    private static PassedOverReason? AgainstScore(PrizeList list, Prize prize, Candidate candidate) =>
        (list.Rules.Conditions?.Perfect == true || prize.Conditions?.Perfect == true) && !list.IsPerfect(candidate) ? PassedOverReason.NotPerfect
        : candidate.Score < (list.Rules.Conditions?.MinScore ?? int.MinValue) || candidate.Score < (prize.Conditions?.MinScore ?? int.MinValue)
            ? PassedOverReason.BelowMinScore
        : null;

    private static PassedOverReason? AgainstPerson(PrizeList list, Prize? prize, IPrizePerson person) => person.KeptOut switch
    {
        ListRole.Barred => PassedOverReason.Barred,
        ListRole.NoPrize => PassedOverReason.NoPrize,
        _ when (list.Rules.Conditions?.CompleteData == true || prize?.Conditions?.CompleteData == true) && !person.IsComplete =>
            PassedOverReason.IncompleteData,
        _ => null,
    };

    /// <summary>The next in the ranking who could have won something of the list and has won nothing in its way.</summary>
    private ValueList<Candidate> Substitutes(PrizeList list) => list.Rules.Substitutes == 0 ? [] : list.Field
        .Where(candidate => list.Prizes.Any(prize =>
            !prize.AmongWinners
            && Against(list, prize, candidate) is null
            && personOf(candidate) is var person
            && AgainstPerson(list, prize, person) is null
            && prize.Who?.Matches(person) != false))
        .Take(list.Rules.Substitutes)
        .ToValueList();

    private sealed class Draft(PrizeList list)
    {
        public PrizeList List { get; } = list;

        public List<Award> Awards { get; } = [];

        public List<PassedOver> PassedOver { get; } = [];

        public Awarding Finish(ValueList<Candidate> substitutes) => new(
            List,
            Awards.OrderBy(award => award.PrizeIndex).ToValueList(),
            PassedOver.OrderBy(line => line.PrizeIndex).DistinctBy(line => (line.Candidate.Contestant, line.Reason)).ToValueList(),
            List.Prizes.Select((prize, index) => PrizeOutcome.Of(prize, Awards.Count(award => award.PrizeIndex == index))).ToValueList(),
            substitutes);
    }
}
