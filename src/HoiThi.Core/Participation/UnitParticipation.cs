using HoiThi.Core.Units;

namespace HoiThi.Core.Participation;

/// <summary>How one unit takes part, with all below it.</summary>
/// <param name="Number">The unit's number, from 1.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Level">1 at the top of the tree.</param>
/// <param name="Block">The code of the block it is counted in: that of its top-level unit, which answers for it.</param>
/// <param name="Own">Counts of the unit's own people.</param>
/// <param name="Total">Counts of the unit and all below it.</param>
/// <param name="OwnShare">The unit's own people of its own headcount.</param>
/// <param name="Share">People of headcount, the unit and all below it.</param>
/// <param name="Target">The share owed in percent, 1–100, or null where none is.</param>
/// <param name="Forecast">People of the whole subtree at the end at this pace, or null (see <see cref="OpenTime.Forecast"/>).</param>
public sealed record UnitParticipation(
    int Number,
    Unit Unit,
    int Level,
    string Block,
    Tally Own,
    Tally Total,
    Share OwnShare,
    Share Share,
    int? Target,
    long? Forecast)
{
    /// <summary>The share to show in tenths of a percent, 0–1000; null without headcount.</summary>
    public int? Tenths => Share.Tenths(Target);

    /// <summary>Whether the target is reached; null where there is no target or nobody to reach it.</summary>
    public bool? Reached => Target is { } percent && Share.Headcount > 0 ? Share.Reaches(percent) : null;

    /// <summary>How many people more would reach the target; 0 where it is reached or there is none.</summary>
    public long Missing => Target is { } percent ? Share.Missing(percent) : 0;

    /// <summary>Whether more people took part than the unit list says there are.</summary>
    public bool OverHeadcount => Share.OverHeadcount;

    /// <summary>The average of what counts for each person, in hundredths of a point, half up; null where nobody took part.</summary>
    public long? AverageScore => Average(Total);

    /// <summary>The order of a board: larger share first, then more people, then the order of the unit list.</summary>
    public static IComparer<UnitParticipation> ByShare { get; } = Comparer<UnitParticipation>.Create((left, right) =>
        Share.Compare(right.Share, left.Share) is not 0 and var byShare ? byShare
        : right.Share.People.CompareTo(left.Share.People) is not 0 and var byPeople ? byPeople
        : left.Number.CompareTo(right.Number));

    internal static long? Average(Tally tally) =>
        tally.People > 0 ? ((tally.Score * 2) + tally.People) / (tally.People * 2) : null;
}

/// <summary>How the units of one block take part together.</summary>
/// <param name="Block">The block.</param>
/// <param name="Total">Counts of all its units.</param>
/// <param name="Share">People of headcount.</param>
/// <param name="Units">How many top-level units it has.</param>
/// <param name="Owing">How many of them have a target and people to reach it.</param>
/// <param name="Reached">How many of those have reached it.</param>
public sealed record BlockParticipation(Contests.Block Block, Tally Total, Share Share, int Units, int Owing, int Reached)
{
    /// <summary>The average of what counts for each person, in hundredths of a point; null where nobody took part.</summary>
    public long? AverageScore => UnitParticipation.Average(Total);
}
