using HoiThi.Core.Contests;
using static HoiThi.Formats.Tests.Conformance.Traits;

namespace HoiThi.Formats.Tests.Conformance;

/// <summary>What people and units win, and what is shown.</summary>
internal static class PrizeTraits
{
    public static IEnumerable<Trait> All =>
    [
        .. In("16. Individual prizes",
        [
            ("of every round", facts => facts.Rules.Any(rules => rules.Prizes.Round.Count > 0)),
            ("of the contest", facts => facts.Rules.Any(rules => rules.Prizes.Contest.Count > 0)),
            ("of several rounds together", facts => facts.Contest.Stages.Count > 0),
            ("of both", facts => facts.Rules.Any(rules => rules.Prizes.Round.Count > 0 && rules.Prizes.Contest.Count > 0)),
            ("of a division", facts => facts.Contest.Divisions.Any(division => division.Prizes is not null)),
            ("for a class of people", facts => facts.Prizes.Any(prize => prize.Who is not null)),
            ("by quota", facts => facts.Prizes.Any(prize => prize.Quotas.Count > 0)),
            ("for everybody who meets the conditions", facts => facts.Prizes.Any(prize => prize is { Count: null, Pot: null })),
            ("for winners of other prizes", facts => facts.Prizes.Any(prize => prize.AmongWinners)),
            ("a shared pot", facts => facts.Prizes.Any(prize => prize.Pot is not null)),
            .. Enum.GetValues<PrizeOrder>().Select(order => ($"by {Word(order)}", Is(facts => facts.Prizes.Any(prize => prize.By == order)))),
        ]),
        .. In("17. Limits",
        [
            .. Enum.GetValues<PrizeLimit>().Select(limit => (Word(limit), Is(facts => facts.Rules.Any(rules => rules.Prizes.Limit == limit && rules.Prizes.Round.Count + rules.Prizes.Contest.Count > 0)))),
            ("barred in later rounds", facts => facts.Rules.Any(rules => rules.Prizes.BarredRounds > 0)),
            ("a share of the entrants at most", facts => facts.Rules.Any(rules => rules.Prizes.WinnersAtMost is not null)),
            ("complete data", facts => facts.Rules.Any(rules => rules.Prizes.Conditions?.CompleteData == true)),
            ("everything right", facts => facts.Prizes.Any(prize => prize.Conditions?.Perfect == true)),
            ("a least score", facts => facts.Prizes.Any(prize => prize.Conditions?.MinScore is not null)),
            ("substitutes", facts => facts.Rules.Any(rules => rules.Prizes.Substitutes > 0)),
        ]),
        .. In("18. Collective awards",
        [
            .. Enum.GetValues<Measure>().Except([Measure.Attempts, Measure.TotalScore, Measure.PerfectPeople])
                .Select(measure => (Word(measure), Is(facts => facts.Measures.Contains(measure)))),
            ("several measures", facts => facts.Contest.Collective.Any(award => award.Score.Count > 1)),
            ("gate: a share", facts => facts.Gates.Any(gate => gate.Share is not null)),
            ("gate: the target of a kind or size", facts => facts.Gates.Any(gate => gate.Target)),
            ("gate: all who must take part", facts => facts.Gates.Any(gate => gate.Compulsory)),
            ("gate: a winner", facts => facts.Gates.Any(gate => gate.AtLeast?.Measure == Measure.Winners)),
            .. Enum.GetValues<CollectiveGroup>().Select(group => ($"per {Word(group)}", Is(facts => facts.Contest.Collective.Any(award => award.Per == group)))),
            ("each unit by itself", facts => facts.Contest.Collective.Any(award => award.Among.Level == UnitLevel.Each)),
            ("a tie-break of its own", facts => facts.Contest.Collective.Any(award => award.TieBreak.Count > 0)),
        ]),
        .. In("19. Extra prizes",
        [
            ("points for publicity", facts => facts.Measures.Contains(Measure.Publicity)),
            ("of a jury, once", facts => facts.Contest.Jury.Any(award => !award.EveryRound)),
            ("of a jury, in every round", facts => facts.Contest.Jury.Any(award => award.EveryRound)),
            ("the youngest", facts => facts.Prizes.Any(prize => prize.By == PrizeOrder.Youngest)),
            ("the unit with most first prizes", facts => facts.Measures.Contains(Measure.FirstPrizes)),
        ]),
        .. In("20. Part 2",
        [
            ("the best units go on", facts => facts.Contest.Collective.Any(award => award.Advance > 0)),
        ]),
        .. In("21. Publication",
        [
            ("result at once", facts => facts.Publication.Result == Moment.AtOnce),
            ("result after the round", facts => facts.Publication.Result == Moment.AfterRound),
            ("result after the contest", facts => facts.Publication.Result == Moment.AfterContest),
            ("right and wrong, without the key", facts => facts.Publication.Answers != Moment.Never),
            ("key and answers at once", facts => facts.Publication.Explanations == Moment.AtOnce),
            ("a board while the round is open", facts => facts.Publication.Standings == Moment.AtOnce),
            ("masked names", facts => facts.Publication.Names == NameDisplay.Masked),
            ("no names", facts => facts.Publication.Names == NameDisplay.Hidden),
            ("a frozen board", facts => facts.Publication.FreezeMinutes > 0),
            ("counts once a day", facts => facts.Publication.CountsAt is not null),
            ("time for complaints", facts => facts.Publication.ComplaintDays > 0),
            ("questions and answers posted", facts => facts.Contest.Pages.Count > 0),
        ]),
        .. In("22. Access",
        [
            ("links and banners of other portals", facts => facts.Contest.Entrances.Count > 1),
            ("a QR code", facts => facts.Contest.Entrances.Any(entrance => entrance.Code == "qr")),
        ]),
    ];
}
