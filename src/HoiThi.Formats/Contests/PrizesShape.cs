using HoiThi.Core.Contests;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of <c>prizes</c>.</summary>
internal static class PrizesShape
{
    private static readonly EnumShape<PrizeLimit> Limit = new(
        (PrizeLimit.OncePerRound, "once in each round, and once over all rounds"),
        (PrizeLimit.OncePerContest, "once in the contest: who has won in an earlier round is passed over"),
        (PrizeLimit.OnlyHigher,
            "only the one with the greatest amount, of all rounds and of the contest; the others go to the next in line"));

    private static readonly EnumShape<PrizeOrder> By = new(
        (PrizeOrder.Ranking, "the order of the ranking"),
        (PrizeOrder.Youngest, "the latest birth date first"),
        (PrizeOrder.Oldest, "the earliest birth date first"),
        (PrizeOrder.Draw, "a draw of lots among those who meet the conditions"));

    private static readonly EnumShape<QuotaClass> Class = new(
        (QuotaClass.Unit, "the unit itself"),
        (QuotaClass.TopUnit, "the topmost unit above, or the unit itself"),
        (QuotaClass.Kind, "the kind of the unit"),
        (QuotaClass.Block, "the block of the unit"),
        (QuotaClass.Division, "the division"));

    private static readonly RecordShape<PrizeConditions> Conditions = new RecordShape<PrizeConditions>("prizeConditions", flow: true)
        .Optional("perfect", conditions => conditions.Perfect, Of.Flag, false, "Everything has to be right in what counts.")
        .Optional("minScore", conditions => conditions.MinScore, new HundredthsShape(1, 1_000_000_000), "The least score.")
        .Optional("completeData", conditions => conditions.CompleteData, Of.Flag, false,
            "Every field of the form has to be filled in, those that are not required too.")
        .Checked(Conditioned.Check);

    private static readonly RecordShape<PrizeQuota> Quota = new RecordShape<PrizeQuota>("prizeQuota", flow: true)
        .Required("by", quota => quota.By, Class, "What classes are told apart by.")
        .Required("most", quota => quota.Most, Of.Number(1, 10_000), "How many of the prize go to one class at most.");

    /// <summary>A prize.</summary>
    public static RecordShape<Prize> Prize { get; } = new RecordShape<Prize>("prize")
        .Required("name", prize => prize.Name, Of.LocalText, "First prize, second prize, ….")
        .Optional("count", prize => prize.Count, Of.Number(1, 10_000),
            "How many of it there are; left out, everybody who meets the conditions.")
        .Optional("value", prize => prize.Value, Of.LocalText, "What it is worth, in words.")
        .Optional("amount", prize => prize.Amount, Of.Amount, "What one is worth in đồng.")
        .Optional("pot", prize => prize.Pot, Of.Amount, "An amount in đồng that all its winners share in equal parts, rounded down.")
        .Optional("by", prize => prize.By, By, PrizeOrder.Ranking, "Who comes first for it.")
        .Optional("for", prize => prize.Who, WhoShape.Who, "The class of contestants it is for; left out, everybody.")
        .Optional("conditions", prize => prize.Conditions, Conditions, "What its winner has to have, beside the conditions of all prizes.")
        .Optional("quotas", prize => prize.Quotas, Of.List(Quota, 1, 5).UniqueBy("by", quota => Words.Of(quota.By), "quota"), [],
            "At most so many of it to one class.")
        .Optional("amongWinners", prize => prize.AmongWinners, Of.Flag, false,
            "Only who has won another prize can have it, as the youngest winner; it comes on top of that prize, and no limit stands against it.")
        .Checked(Pots.Check, "amount", "pot");

    /// <summary>A list of prizes, best first.</summary>
    public static ListShape<Prize> List { get; } = Of.List(Prize, 0, 100);

    /// <summary>The individual prizes.</summary>
    public static RecordShape<PrizeRules> Prizes { get; } = new RecordShape<PrizeRules>("prizes")
        .Required("limit", prizes => prizes.Limit, Limit, "How often one person may win.")
        .Optional("round", prizes => prizes.Round, List, [], "Prizes of every round, best first.")
        .Optional("contest", prizes => prizes.Contest, List, [], "Prizes over all rounds, best first.")
        .Optional("winnersAtMost", prizes => prizes.WinnersAtMost, Of.Number(1, 100),
            "At most this share of the entrants wins, in percent, rounded down.")
        .Optional("barredRounds", prizes => prizes.BarredRounds, Of.Number(0, 200), 0,
            "Who has won is passed over in so many rounds after it.")
        .Optional("conditions", prizes => prizes.Conditions, Conditions, "What every winner has to have.")
        .Optional("substitutes", prizes => prizes.Substitutes, Of.Number(0, 1000), 0,
            "How many of the next in line are named behind each list.")
        .Checked(PrizeLimits.Check);
}
