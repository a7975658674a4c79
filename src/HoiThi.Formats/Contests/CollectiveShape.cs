using HoiThi.Core.Contests;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of an item of <c>collective</c>.</summary>
internal static class CollectiveShape
{
    private static readonly EnumShape<Measure> Measure = new(
        (Core.Contests.Measure.Share, "different people with a counted attempt, in percent of the headcount"),
        (Core.Contests.Measure.Entrants, "different people with a counted attempt"),
        (Core.Contests.Measure.Attempts, "counted attempts"),
        (Core.Contests.Measure.AverageScore, "the mean of the entrants' points over all rounds"),
        (Core.Contests.Measure.TotalScore, "the sum of the entrants' points"),
        (Core.Contests.Measure.BestTotal, "the sum of the points of the best so many entrants (`best`)"),
        (Core.Contests.Measure.PerfectPeople, "people with an attempt in which everything is right"),
        (Core.Contests.Measure.Winners, "individual prizes won"),
        (Core.Contests.Measure.FirstPrizes, "individual first prizes won"),
        (Core.Contests.Measure.PrizePoints, "points for individual prizes by their rank (`points`)"),
        (Core.Contests.Measure.RankPoints, "points for places in several top-N lists (`ranks`, `top`)"),
        (Core.Contests.Measure.Publicity, "points that the organisers entered"),
        (Core.Contests.Measure.Registered, "people who have registered, whether they took part or not"));

    private static readonly EnumShape<UnitLevel> Level = new(
        (UnitLevel.Top, "units at the top of the tree, with all units below them"),
        (UnitLevel.Each, "each unit by itself, without the units below"));

    private static readonly EnumShape<CollectiveGroup> Group = new(
        (CollectiveGroup.All, "one list of prizes for all that are compared"),
        (CollectiveGroup.Block, "each block has its own"),
        (CollectiveGroup.Kind, "each kind has its own"),
        (CollectiveGroup.Size, "each size band has its own"));

    private static readonly RecordShape<UnitFilter> Among = new RecordShape<UnitFilter>("unitFilter", flow: true)
        .Optional("level", filter => filter.Level, Level, UnitLevel.Top, "What is one unit.")
        .Optional("kinds", filter => filter.Kinds, Of.Line(Of.Code, 1, 100), [], "Codes of kinds; left out, all.")
        .Optional("blocks", filter => filter.Blocks, Of.Line(Of.Code, 1, 100), [], "Codes of blocks; left out, all.")
        .Optional("sizes", filter => filter.Sizes, Of.Line(Of.Code, 1, 100), [], "Codes of size bands; left out, all.");

    private static readonly RecordShape<GateMeasure> AtLeast = new RecordShape<GateMeasure>("gateMeasure", flow: true)
        .Required("measure", least => least.Measure, Measure, "What is measured; one without numbers of its own.")
        .Required("count", least => least.Count, Of.Number(1, 1_000_000), "The least of it.");

    private static readonly RecordShape<Gate> Gate = new RecordShape<Gate>("gate", flow: true)
        .Optional("share", gate => gate.Share, Of.Number(1, 100), "The least share of the headcount that took part, in percent.")
        .Optional("target", gate => gate.Target, Of.Flag, false, "The participation target of its kind or size has to be reached.")
        .Optional("compulsory", gate => gate.Compulsory, Of.Flag, false,
            "Everybody on the compulsory lists, or of a compulsory kind, has to have taken part.")
        .Optional("atLeast", gate => gate.AtLeast, AtLeast, "The least of a measure.")
        .Checked(Gates.Check);

    private static readonly RecordShape<Term> Term = new RecordShape<Term>("term", flow: true)
        .Required("measure", term => term.Measure, Measure, "What is measured.")
        .Optional("weight", term => term.Weight, new HundredthsShape(1, 100_000), 100, "How many times it counts.")
        .Optional("best", term => term.Best, Of.Number(1, 1000), "For best-total: how many of the best scores are summed.")
        .Optional("points", term => term.Points, Of.Line(Of.Number(0, 10_000), 1, 100), [],
            "For prize-points: points for a first, second, … prize; what is not listed gives none.")
        .Optional("ranks", term => term.Ranks, Of.Line(Measure, 1, 20), [], "For rank-points: the top-N lists.")
        .Optional("top", term => term.Top, Of.Number(1, 10_000),
            "For rank-points: N; place k of a list gives N + 1 − k points, equal places the same.")
        .Checked(Terms.Check);

    /// <summary>A prize of which there are so many, without anything that a paper could tell.</summary>
    public static RecordShape<CollectivePrize> Prize { get; } = new RecordShape<CollectivePrize>("collectivePrize")
        .Required("name", prize => prize.Name, Of.LocalText, "First prize, ….")
        .Required("count", prize => prize.Count, Of.Number(1, 1000), "How many of it there are in each group.")
        .Optional("value", prize => prize.Value, Of.LocalText, "What it is worth, in words.");

    /// <summary>A prize list for units.</summary>
    public static RecordShape<CollectiveAward> Award { get; } = new RecordShape<CollectiveAward>("collectiveAward")
        .Required("code", award => award.Code, Of.Code, "The award's name in this file and in addresses; unique.")
        .Required("name", award => award.Name, Of.LocalText, "Its name on boards.")
        .Optional("among", award => award.Among, Among, new UnitFilter(UnitLevel.Top, [], [], []),
            "Which units are compared; left out, all top-level units.")
        .Optional("per", award => award.Per, Group, CollectiveGroup.All, "Which units share one list of prizes.")
        .Optional("gates", award => award.Gates, Of.List(Gate, 1, 20), [], "What a unit must have to be considered; all of them.")
        .Required("score", award => award.Score, Of.List(Term, 1, 20), "The measures that are summed with their weights; more is better.")
        .Optional("tieBreak", award => award.TieBreak, Of.Line(Measure, 1, 13).Checked(TieBreaks.Check), [],
            "What decides between equal scores, most important first; then the unit's code.")
        .Optional("prizes", award => award.Prizes, Of.List(Prize, 1, 100), [], "The prizes, best first, for each group.")
        .Optional("advance", award => award.Advance, Of.Number(0, 10_000), 0, "How many of each group go on to part 2.")
        .Checked(CollectivePrizes.Check, "prizes", "advance");
}
