using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Prizes;

/// <summary>Prizes of a round or of the contest, and those who compete for them.</summary>
/// <param name="Round">The round's number; 0 for prizes over all rounds, below 0 for those of a stage.</param>
/// <param name="Prizes">The prizes, best first.</param>
/// <param name="Rules">What holds for all of them.</param>
/// <param name="Field">The final ranking, best first, with places from 1; everybody in it is an entrant.</param>
/// <param name="IsPerfect">Whether everything is right in what counts for a candidate.</param>
/// <param name="Seed">The seed of the draws.</param>
public sealed record PrizeList(
    int Round,
    ValueList<Prize> Prizes,
    PrizeRules Rules,
    IReadOnlyList<Candidate> Field,
    Func<Candidate, bool> IsPerfect,
    DrawSeed Seed)
{
    /// <summary>The number of its last round: for a stage that of the last of its rounds; 0 for prizes over all rounds.</summary>
    public int Last { get; init; } = Round;

    /// <summary>How many may win at most: the share of the entrants, rounded down.</summary>
    public int MostWinners => Rules.WinnersAtMost is { } percent ? (int)((long)Field.Count * percent / 100) : int.MaxValue;
}
