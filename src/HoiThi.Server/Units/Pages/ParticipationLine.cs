using HoiThi.Core.Contests;
using HoiThi.Core.Participation;

namespace HoiThi.Server.Units.Pages;

/// <summary>A row of the board: a unit with all below it or, as the first row of its own table, without them.</summary>
/// <param name="Code">The unit's code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">The name of its kind.</param>
/// <param name="Own">Whether this is what the unit has without those below it.</param>
/// <param name="Below">How many units are below it; 0 for its own row.</param>
/// <param name="Tally">Its counts.</param>
/// <param name="Share">People of headcount.</param>
/// <param name="Target">The share owed in percent, or null.</param>
/// <param name="Forecast">People at the end at this pace, or null.</param>
public sealed record ParticipationLine(
    string Code, LocalText Name, LocalText Kind, bool Own, int Below, Tally Tally, Share Share, int? Target, long? Forecast)
{
    /// <summary>Whether the target is reached; null where there is no target or nobody to reach it.</summary>
    public bool? Reached => Target is { } percent && Share.Headcount > 0 ? Share.Reaches(percent) : null;

    /// <summary>How many people more would reach the target.</summary>
    public long Missing => Target is { } percent ? Share.Missing(percent) : 0;

    /// <summary>How many people more will be missing at the end at this pace; null without a forecast or a target.</summary>
    public long? WillMiss => Target is { } percent && Forecast is { } people ? new Share(people, Share.Headcount).Missing(percent) : null;

    /// <summary>The average of what counts for each person in hundredths of a point; null where nobody took part.</summary>
    public long? Average => Tally.People == 0 ? null : ((Tally.Score * 2) + Tally.People) / (Tally.People * 2);
}
