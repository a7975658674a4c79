using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of <c>prizes</c>.</summary>
internal static class PrizesShape
{
    private static readonly EnumShape<PrizeLimit> Limit = new(
        (PrizeLimit.OncePerRound, "once in each round, and once over all rounds"),
        (PrizeLimit.OncePerContest, "once in the contest: who has won in an earlier round is passed over"));

    private static readonly RecordShape<Prize> Prize = new RecordShape<Prize>("prize")
        .Required("name", prize => prize.Name, Of.LocalText, "First prize, second prize, ….")
        .Required("count", prize => prize.Count, Of.Number(1, 10_000), "How many of it there are.")
        .Optional("value", prize => prize.Value, Of.LocalText, "What it is worth, in words.");

    /// <summary>The individual prizes.</summary>
    public static RecordShape<PrizeRules> Prizes { get; } = new RecordShape<PrizeRules>("prizes")
        .Required("limit", prizes => prizes.Limit, Limit, "How often one person may win.")
        .Optional("round", prizes => prizes.Round, Of.List(Prize, 0, 100), [], "Prizes of every round, best first.")
        .Optional("contest", prizes => prizes.Contest, Of.List(Prize, 0, 100), [], "Prizes over all rounds, best first.");
}
