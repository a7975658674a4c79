namespace HoiThi.Core.Contests;

/// <summary>
/// Several rounds with prizes of their own together (chặng): the days of a week, the first six of eighteen weeks. Its people
/// are ranked by the contest's chain over what they have in these rounds; the contest's rules of prizes hold. Where a number
/// of a round is asked for, stage k (from 1) is −k.
/// </summary>
/// <param name="Title">"Tuần 1".</param>
/// <param name="Rounds">The numbers of the rounds, ascending; 2–200, none of them for practice.</param>
/// <param name="Prizes">The prizes, best first.</param>
public sealed record Stage(LocalText Title, ValueList<int> Rounds, ValueList<Prize> Prizes);
