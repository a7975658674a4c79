using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Units;
using HoiThi.Server.Contests.Pages;

namespace HoiThi.Server.Units.Pages;

/// <summary>The board of participation, all from one snapshot.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Round">The round's number; 0 for the contest.</param>
/// <param name="Tabs">What can be looked at: the rounds that have begun, and the contest.</param>
/// <param name="Live">Whether people still can take part.</param>
/// <param name="At">When the snapshot was taken; null before the first of those that are taken once a day.</param>
/// <param name="Table">The counts.</param>
/// <param name="Tree">The units.</param>
/// <param name="Filter">What the visitor wants to see.</param>
public sealed record ParticipationView(
    Contest Contest,
    int Round,
    ValueList<RoundTab> Tabs,
    bool Live,
    DateTimeOffset? At,
    ParticipationTable Table,
    UnitTree Tree,
    ParticipationFilter Filter)
{
    /// <summary>The unit whose own table this is, or null on the board of responsible units.</summary>
    public UnitParticipation? Parent => Filter.Unit is { } code && Tree.NumberOf(code) is { } number ? Table[number] : null;

    /// <summary>The title of the round, or null for the contest.</summary>
    public LocalText? RoundTitle => Round == 0 ? null : Contest.Rounds[Round - 1].Title;

    /// <summary>Responsible units that will reach their target at this pace; null where there is no forecast.</summary>
    public int? Expected => Table.TopLevel.All(unit => unit.Forecast is null)
        ? null
        : Table.TopLevel.Count(unit => unit.Target is { } percent
            && new Share(unit.Forecast ?? 0, unit.Share.Headcount).Reaches(percent));
}

/// <summary>What the visitor wants to see.</summary>
/// <param name="Unit">The code of the unit whose own table is wanted, or null for the responsible units.</param>
/// <param name="Block">The code of a block, or null for all.</param>
/// <param name="Query">A part of a unit's name, with or without diacritics, or empty.</param>
/// <param name="Sort">The column that orders the rows.</param>
public sealed record ParticipationFilter(string? Unit, string? Block, string Query, ParticipationSort Sort)
{
    public static ParticipationFilter None { get; } = new(null, null, "", ParticipationSort.Share);
}

/// <summary>What orders the rows. In addresses: its name in lower case.</summary>
public enum ParticipationSort
{
    /// <summary>The highest share first.</summary>
    Share,

    /// <summary>The most missing people first.</summary>
    Missing,

    /// <summary>The most people first.</summary>
    People,

    /// <summary>The largest headcount first.</summary>
    Headcount,

    /// <summary>The best average first.</summary>
    Average,

    /// <summary>By name.</summary>
    Name,
}
