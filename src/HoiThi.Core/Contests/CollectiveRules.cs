namespace HoiThi.Core.Contests;

/// <summary>A prize list for units (giải tập thể): who is compared, what a unit must have, how it scores, what it can win.</summary>
/// <param name="Code">Its name in files and addresses; unique in the contest.</param>
/// <param name="Name">Its name on boards.</param>
/// <param name="Among">Which units are compared.</param>
/// <param name="Per">Whether each block, kind or size band has prizes of its own.</param>
/// <param name="Gates">What a unit must have to be considered; all of them.</param>
/// <param name="Score">The measures that are summed with their weights; more is better.</param>
/// <param name="TieBreak">What decides between equal scores, most important first; the unit's code ends it.</param>
/// <param name="Prizes">The prizes, best first, for each group that <paramref name="Per"/> makes.</param>
/// <param name="Advance">How many of each group go on to part 2; 0 for none.</param>
public sealed record CollectiveAward(
    string Code,
    LocalText Name,
    UnitFilter Among,
    CollectiveGroup Per,
    ValueList<Gate> Gates,
    ValueList<Term> Score,
    ValueList<Measure> TieBreak,
    ValueList<CollectivePrize> Prizes,
    int Advance);

/// <summary>Some units of the contest; a list that is empty does not limit.</summary>
/// <param name="Level">Top-level units with all that is below them as one, or every unit by itself.</param>
/// <param name="Kinds">Codes of kinds.</param>
/// <param name="Blocks">Codes of blocks.</param>
/// <param name="Sizes">Codes of size bands.</param>
public sealed record UnitFilter(UnitLevel Level, ValueList<string> Kinds, ValueList<string> Blocks, ValueList<string> Sizes);

/// <summary>What is one unit in a collective award.</summary>
public enum UnitLevel
{
    /// <summary>Units at the top of the tree, with all units below them.</summary>
    Top,

    /// <summary>Each unit by itself, without the units below.</summary>
    Each,
}

/// <summary>Which units share one list of prizes.</summary>
public enum CollectiveGroup
{
    /// <summary>All that are compared.</summary>
    All,

    /// <summary>Each block has its own.</summary>
    Block,

    /// <summary>Each kind has its own.</summary>
    Kind,

    /// <summary>Each size band has its own.</summary>
    Size,
}

/// <summary>A prize for units.</summary>
/// <param name="Name">First prize, …</param>
/// <param name="Count">How many of it there are, 1–1,000.</param>
/// <param name="Value">What it is worth, in words, or null.</param>
public sealed record CollectivePrize(LocalText Name, int Count, LocalText? Value);

/// <summary>What a unit must have; exactly one of the four is given.</summary>
/// <param name="Share">The least share of the headcount that took part, in percent, 1–100.</param>
/// <param name="Target">Whether the participation target of its kind or size has to be reached.</param>
/// <param name="Compulsory">Whether everybody on the compulsory lists, or of a compulsory kind, has to have taken part.</param>
/// <param name="AtLeast">The least of a measure.</param>
public sealed record Gate(int? Share, bool Target, bool Compulsory, GateMeasure? AtLeast);

/// <summary>The least of a measure that a unit must have.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Count">The least of it, 1–1,000,000.</param>
public sealed record GateMeasure(Measure Measure, int Count);

/// <summary>One summand of a collective score: weight × measure.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Weight">Hundredths; 100 counts the measure once.</param>
/// <param name="Best">For <see cref="Measure.BestTotal"/>: how many of the best scores are summed, 1–1,000.</param>
/// <param name="Points">For <see cref="Measure.PrizePoints"/>: points for a first, second, … prize of a round or of the contest.</param>
/// <param name="Ranks">For <see cref="Measure.RankPoints"/>: the top-N lists.</param>
/// <param name="Top">For <see cref="Measure.RankPoints"/>: N; place k of a list gives N + 1 − k points, equal places the same, and nothing measured nothing. Each list
/// is of the units of one group that pass the gates.</param>
public sealed record Term(Measure Measure, int Weight, int? Best, ValueList<int> Points, ValueList<Measure> Ranks, int? Top);

/// <summary>Something that is measured of a unit.</summary>
public enum Measure
{
    /// <summary>Different people with a counted attempt, in percent of the headcount, at most 100; 0 without a headcount.</summary>
    Share,

    /// <summary>Different people with a counted attempt.</summary>
    Entrants,

    /// <summary>Counted attempts.</summary>
    Attempts,

    /// <summary>The mean of the entrants' points: of the contest's standings divided by the entrants.</summary>
    AverageScore,

    /// <summary>The sum of the entrants' points.</summary>
    TotalScore,

    /// <summary>The sum of the points of the best so many entrants.</summary>
    BestTotal,

    /// <summary>People with an attempt in which everything is right.</summary>
    PerfectPeople,

    /// <summary>Individual prizes won.</summary>
    Winners,

    /// <summary>Individual first prizes won.</summary>
    FirstPrizes,

    /// <summary>Points for individual prizes by their rank.</summary>
    PrizePoints,

    /// <summary>Points for places in several top-N lists.</summary>
    RankPoints,

    /// <summary>Points that the organisers entered, as for publicity.</summary>
    Publicity,

    /// <summary>People who have registered, whether they took part or not.</summary>
    Registered,
}
