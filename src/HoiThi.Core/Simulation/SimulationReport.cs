using HoiThi.Core.Contests;

namespace HoiThi.Core.Simulation;

/// <summary>What a simulation came to.</summary>
/// <param name="Contest">The contest's slug.</param>
/// <param name="People">How many people were drawn.</param>
/// <param name="Seed">From which seed.</param>
/// <param name="Scale">What headcounts were multiplied by, where more people were asked for than the units have; else at most 1.</param>
/// <param name="NotAdmitted">How many the rules of joining kept out.</param>
/// <param name="Rounds">Each round, then the contest as round 0.</param>
/// <param name="Targets">The participation targets, the highest first.</param>
/// <param name="Collective">The collective awards.</param>
/// <param name="NeverMattered">Rules that made no difference to anybody.</param>
/// <param name="Warnings">What looks unfair, or as if it were not meant.</param>
public sealed record SimulationReport(
    string Contest,
    int People,
    ulong Seed,
    double Scale,
    int NotAdmitted,
    ValueList<RoundReport> Rounds,
    ValueList<TargetReport> Targets,
    ValueList<CollectiveReport> Collective,
    ValueList<string> NeverMattered,
    ValueList<string> Warnings);

/// <summary>A round, or with 0 the contest.</summary>
/// <param name="Round">The number.</param>
/// <param name="Title">The title in Vietnamese.</param>
/// <param name="Practice">Whether it counts nowhere; it has then no prizes.</param>
/// <param name="Divisions">Each division.</param>
/// <param name="Prizes">Each list of prizes.</param>
public sealed record RoundReport(
    int Round, string Title, bool Practice, ValueList<DivisionReport> Divisions, ValueList<PrizeListReport> Prizes);

/// <summary>A division in a round.</summary>
/// <param name="Division">Its code, or null where there are none.</param>
/// <param name="Entrants">How many took part.</param>
/// <param name="Attempts">How many attempts they made.</param>
/// <param name="PerfectPeople">How many had everything right once.</param>
/// <param name="Truth">What predictions were held against, or null.</param>
/// <param name="Keys">The chain, with what each key parted.</param>
/// <param name="OnlyIds">Neighbours in the ranking that are equal in the whole chain.</param>
public sealed record DivisionReport(
    string? Division, long Entrants, long Attempts, long PerfectPeople, long? Truth, ValueList<KeyReport> Keys, long OnlyIds);

/// <summary>A key of a chain.</summary>
/// <param name="Key">The key.</param>
/// <param name="Parts">How many neighbours in the ranking it parts: all keys before it leave them equal.</param>
public sealed record KeyReport(RankingKey Key, long Parts);

/// <summary>A list of prizes.</summary>
/// <param name="Divisions">Codes of the divisions that compete; empty where there are none.</param>
/// <param name="Entrants">How many compete.</param>
/// <param name="Prizes">Each prize.</param>
/// <param name="First">What parts the first in the ranking from the second, or null.</param>
/// <param name="Last">What parts the last winner by the ranking from the next, or null.</param>
/// <param name="PassedOver">Who was passed over for somebody behind: how many for each reason.</param>
public sealed record PrizeListReport(
    ValueList<string> Divisions, int Entrants, ValueList<PrizeReport> Prizes, PartedReport? First, PartedReport? Last, ValueList<ReasonReport> PassedOver);

/// <summary>Why one is above the next.</summary>
/// <param name="Place">The place of the upper one.</param>
/// <param name="Key">The key that parts them; null where only their ids do.</param>
/// <param name="Words">With the figures of both.</param>
/// <param name="Equal">How many share with the upper one everything before that key, itself included.</param>
public sealed record PartedReport(int Place, RankingKey? Key, LocalText Words, int Equal);

/// <summary>How many were passed over for one reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="People">How many.</param>
public sealed record ReasonReport(Prizes.PassedOverReason Reason, int People);

/// <summary>A prize.</summary>
/// <param name="Name">Its name in Vietnamese.</param>
/// <param name="Given">How many won it.</param>
/// <param name="Left">How many of it nobody is there to win.</param>
/// <param name="Winners">The first of them, at most <see cref="MostWinners"/>.</param>
public sealed record PrizeReport(string Name, int Given, int Left, ValueList<WinnerReport> Winners)
{
    /// <summary>How many winners of one prize are named.</summary>
    public const int MostWinners = 100;
}

/// <summary>A winner.</summary>
/// <param name="Place">The place in the ranking.</param>
/// <param name="Code">A made-up code.</param>
/// <param name="Unit">The code of the unit.</param>
/// <param name="Score">Hundredths of a point.</param>
public sealed record WinnerReport(int Place, string Code, string Unit, int Score);

/// <summary>A group of a collective award.</summary>
/// <param name="Award">The award's code.</param>
/// <param name="Name">Its name in Vietnamese.</param>
/// <param name="Group">The block, kind or size band, or null.</param>
/// <param name="Considered">How many units pass the gates.</param>
/// <param name="KeptOut">How many do not.</param>
/// <param name="Units">Those that win or advance, and three more.</param>
public sealed record CollectiveReport(
    string Award, string Name, string? Group, int Considered, int KeptOut, ValueList<CollectiveUnitReport> Units);

/// <summary>A unit of a collective award.</summary>
/// <param name="Place">Its place.</param>
/// <param name="Unit">Its code.</param>
/// <param name="Name">Its name in Vietnamese.</param>
/// <param name="Headcount">Its people, those below included where they count.</param>
/// <param name="Score">Its score.</param>
/// <param name="Prize">The prize in Vietnamese, or null.</param>
/// <param name="Advances">Whether it goes on to part 2.</param>
/// <param name="Words">How the score comes about.</param>
public sealed record CollectiveUnitReport(
    int Place, string Unit, string Name, long Headcount, string Score, string? Prize, bool Advances, ValueList<LocalText> Words);

/// <summary>A participation target.</summary>
/// <param name="Percent">The share that is owed.</param>
/// <param name="Reached">How many top-level units reach it, with all below them.</param>
/// <param name="Units">How many owe it.</param>
public sealed record TargetReport(int Percent, int Reached, int Units);
