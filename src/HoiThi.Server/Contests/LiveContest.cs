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
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Definition.TimeZone);

    /// <summary>The rounds for the first division: for what is the same for all, as windows are.</summary>
    public ValueList<RoundRules> Rounds { get; } = LiveRounds.Select(round => round.Divisions[0]).ToValueList();

    /// <summary>The rules of round <paramref name="number"/> for a division, or null.</summary>
    public RoundRules? Round(int number, short division = 0) => LiveRound(number)?.Of(division);

    /// <summary>Round <paramref name="number"/>, or null.</summary>
    public LiveRound? LiveRound(int number) => number >= 1 && number <= LiveRounds.Count ? LiveRounds[number - 1] : null;

    /// <summary>How many divisions there are, one where the contest has none.</summary>
    public int DivisionCount => LiveRounds.Count == 0 ? 1 : LiveRounds[0].Divisions.Count;

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
