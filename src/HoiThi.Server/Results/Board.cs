using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Results;

/// <summary>A board of places: of a round or (0) the contest, and a division.</summary>
/// <param name="Round">The round's number; 0 for the contest.</param>
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
            round == 0 ? rules.ContestChain : rules.Chain,
            source == BoardSource.Final ? revealed : Revealed.Nothing,
            round > 0
                ? rules.PaperLength
                : contest.LiveRounds.Select(each => each.Of((short)division)).Where(each => !each.Practice).Sum(each => each.PaperLength));
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
