using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Results;

/// <summary>A board of places: of a round, (0) the contest or (below 0) a stage, and a division.</summary>
/// <param name="Round">The round's number; 0 for the contest, below 0 for a stage.</param>
/// <param name="Division">The division's index.</param>
/// <param name="Source">Where its places come from.</param>
/// <param name="Chain">The chain that orders it.</param>
/// <param name="Revealed">What is known.</param>
/// <param name="Questions">How many questions there are.</param>
public sealed record Board(int Round, int Division, BoardSource Source, ValueList<RankingKey> Chain, Revealed Revealed, int Questions)
{
    public static Board Of(LiveContest contest, int round, int division, BoardSource source, Revealed revealed)
    {
        var rules = contest.Round(Math.Max(1, round), (short)division)!;
        return new Board(
            round,
            division,
            source,
            round switch { 0 => rules.ContestChain, < 0 => contest.Definition.Ranking.Contest, _ => rules.Chain },
            source == BoardSource.Final ? revealed : Revealed.Nothing,
            contest.RoundsIn(round).Sum(each => each.Of((short)division).PaperLength));
    }
}

/// <summary>Where the places of a board come from.</summary>
public enum BoardSource
{
    /// <summary>From the standings by now.</summary>
    Live,

    /// <summary>From what it showed before the end of the round.</summary>
    Frozen,

    /// <summary>From the final order.</summary>
    Final,
}
