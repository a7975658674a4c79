using System.Collections.Frozen;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Units;

namespace HoiThi.Server.Contests;

/// <summary>
/// A contest as the server runs it: one immutable object in memory, swapped whole when the contest changes, so that no
/// request of the hot path reads the small tables.
/// </summary>
/// <param name="Number">Its number in this installation.</param>
/// <param name="Version">Counts its changes.</param>
/// <param name="Definition">What its organisers defined.</param>
/// <param name="Units">Its units; a unit's number here is its number in the database.</param>
/// <param name="LiveRounds">The rules of its rounds for each division, with their sealed sets, in order.</param>
/// <param name="Pages">Sizes of its pages and documents in bytes, by path.</param>
public sealed record LiveContest(
    short Number,
    int Version,
    Contest Definition,
    UnitTree Units,
    ValueList<LiveRound> LiveRounds,
    IReadOnlyDictionary<string, long> Files)
{
    /// <summary>Whether the public sees it.</summary>
    public ContestPhase Phase { get; init; } = ContestPhase.Published;

    /// <summary>
    /// Who is on the lists of named people, by the list's code. A contestant's id is a keyed hash of the identity, so that
    /// is all that is in memory of them.
    /// </summary>
    public FrozenDictionary<string, FrozenSet<ContestantId>> Lists { get; init; } = FrozenDictionary<string, FrozenSet<ContestantId>>.Empty;

    /// <summary>The rounds (0: the contest) whose results the organisers have published.</summary>
    public FrozenSet<int> Published { get; init; } = FrozenSet<int>.Empty;

    /// <summary>Corrections of keys that are in force, the last of each sealed set.</summary>
    public ValueList<KeyNotice> Notices { get; init; } = [];

    /// <summary>Whether everybody may join who fills in the form, and there are no divisions.</summary>
    public bool IsOpenToAll { get; } =
        Definition.Divisions.Count == 0 && Definition.Lists.Count == 0 && Definition.Registration is { MinAge: null, MaxAge: null };

    /// <summary>Whether somebody is on a list, joined or not.</summary>
    public bool IsOn(string list, ContestantId id) => Lists.GetValueOrDefault(list)?.Contains(id) ?? false;

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Definition.TimeZone);

    /// <summary>The rounds for the first division: for what is the same for all, as windows are.</summary>
    public ValueList<RoundRules> Rounds { get; } = LiveRounds.Select(round => round.Divisions[0]).ToValueList();

    /// <summary>The rules of round <paramref name="number"/> for a division, or null.</summary>
    public RoundRules? Round(int number, short division = 0) => LiveRound(number)?.Of(division);

    /// <summary>Round <paramref name="number"/>, or null.</summary>
    public LiveRound? LiveRound(int number) => number >= 1 && number <= LiveRounds.Count ? LiveRounds[number - 1] : null;

    /// <summary>The stage of a number below 0, −1 the first; null for a round and for the contest.</summary>
    public Stage? Stage(int number) => number < 0 ? Definition.Stages[-1 - number] : null;

    /// <summary>The rounds that are counted in a round, in a stage (below 0) or in the contest (0): practice only by itself.</summary>
    public IEnumerable<LiveRound> RoundsIn(int number) => number switch
    {
        0 => LiveRounds.Where(round => !round.Divisions[0].Practice),
        < 0 => Definition.Stages[-1 - number].Rounds.Select(round => LiveRounds[round - 1]),
        _ => [LiveRounds[number - 1]],
    };

    /// <summary>What is closed, in that order: rounds that count, stages (below 0), the contest (0).</summary>
    public IEnumerable<int> Closings =>
        [.. Rounds.Where(round => !round.Practice).Select(round => (int)round.Number), .. Definition.Stages.Select((_, index) => -1 - index), 0];

    /// <summary>How many divisions there are, one where the contest has none.</summary>
    public int DivisionCount => LiveRounds.Count == 0 ? 1 : LiveRounds[0].Divisions.Count;

    /// <summary>Whether a round opens within a day, or is open, and some division has no sealed questions.</summary>
    public bool LacksQuestions(RoundStatus status, DateTimeOffset now) => status.State != RoundState.Closed
        && status.Opens - now <= TimeSpan.FromDays(1) && !LiveRound(status.Round.Number)!.IsSealed;

    /// <summary>A division's name; null where there are none.</summary>
    public LocalText? DivisionName(int division) => division < Definition.Divisions.Count ? Definition.Divisions[division].Name : null;

    /// <summary>A moment as a wall clock of the contest shows it.</summary>
    public DateTime Local(long moment) => TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(moment), Zone).DateTime;

    /// <summary>A unit with what it belongs to: "UBND phường Máy Tơ, UBND quận Ngô Quyền".</summary>
    public string UnitPath(int number, bool english)
    {
        if (!Units.Contains(number))
        {
            return "";
        }

        var names = Units.AncestorsOf(number).Prepend(number).Select(each => Units[each].Name.In(english));
        return string.Join(", ", names);
    }
}

/// <summary>What organisers have done with a contest; whether it runs comes from its calendar.</summary>
public enum ContestPhase
{
    /// <summary>It is being set up; only its organisers see it.</summary>
    Draft,

    /// <summary>Everybody sees it.</summary>
    Published,

    /// <summary>It is over and no longer in the list; its pages stay where they are.</summary>
    Archived,
}
