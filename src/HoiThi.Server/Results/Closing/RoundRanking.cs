using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;
using HoiThi.Core.Ranking;
using HoiThi.Server.Contests;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Results.Closing;

/// <summary>The final orders of a round, a stage or the contest, computed and not stored.</summary>
internal static class RoundRanking
{
    /// <summary>Every division in its final order, then the fields of prizes in which several compete.</summary>
    /// <param name="session">Where to read.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="round">The round; 0 for the contest, below 0 for a stage.</param>
    /// <param name="known">What is known by now.</param>
    /// <param name="instead">Standings of a round that are tried out in place of those that are stored; none as a rule.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<RankedBoards> RankAsync(
        ResultSession session, LiveContest contest, int round, Revelations known, Dictionary<ContestantId, Standing> instead, CancellationToken cancel)
    {
        if (contest.Stage(round) is { } stage)
        {
            var field = PrizeField.Of(contest.Definition, round)[0];
            return new RankedBoards([], [(PrizeDesk.BoardOf(field, 0), await StageScan.RankAsync(session, stage, field.Chain, known.Of(round, 0), cancel))]);
        }

        var divisions = new List<RankedDivision>();
        for (short division = 0; division < contest.DivisionCount; division++)
        {
            divisions.Add(await StandingScan.RankAsync(session, (short)round, division, ChainOf(contest, round, division), known.Of(round, division), instead, cancel));
        }

        var shared = new List<(short Board, List<RankLine> Lines)>();
        foreach (var (index, field) in PrizeField.Of(contest.Definition, round).Index().Where(each => each.Item.Divisions.Count > 1))
        {
            shared.Add((PrizeDesk.BoardOf(field, index), await TogetherAsync(session, contest, round, field, divisions, known, instead, cancel)));
        }

        return new RankedBoards(divisions, shared);
    }

    private static async Task<List<RankLine>> TogetherAsync(
        ResultSession session, LiveContest contest, int round, PrizeField field, List<RankedDivision> divisions, Revelations known,
        Dictionary<ContestantId, Standing> instead, CancellationToken cancel)
    {
        var lines = new List<RankLine>();
        foreach (var division in field.Divisions)
        {
            if (field.Chain.Equals(ChainOf(contest, round, (short)division)))
            {
                lines.AddRange(divisions[division].Lines);
                continue;
            }

            // Ranked by another chain among themselves than together: made anew from the whole standings.
            var revealed = known.Of(round, (short)division);
            var rows = session.Context.Standings.AsNoTracking().Where(row => row.Contest == contest.Number && row.Round == round && row.Division == division);
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
            {
                lines.Add(new RankLine(RankKey.Final(field.Chain, instead.GetValueOrDefault(row.Contestant) ?? row.ToStanding(), revealed)));
            }
        }

        lines.Sort();
        return lines;
    }

    private static ValueList<RankingKey> ChainOf(LiveContest contest, int round, short division) =>
        round == 0 ? contest.Round(1, division)!.ContestChain : contest.Round(round, division)!.Chain;
}

/// <summary>The final orders of a round.</summary>
/// <param name="Divisions">Of each division.</param>
/// <param name="Shared">Of divisions that compete for prizes together, by the number of their board.</param>
internal sealed record RankedBoards(List<RankedDivision> Divisions, List<(short Board, List<RankLine> Lines)> Shared)
{
    /// <summary>The lines of a board: a division's own, or one below 0.</summary>
    public List<RankLine> Of(short board) => board >= 0 ? Divisions[board].Lines : Shared.First(each => each.Board == board).Lines;
}
