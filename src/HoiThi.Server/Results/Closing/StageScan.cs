using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Results.Closing;

/// <summary>
/// Ranks everybody by what the rounds of a stage come to together. Nothing is stored per person but the order: the sums are
/// made anew from the rounds' standings where they are asked for.
/// </summary>
internal static class StageScan
{
    public static async Task<List<RankLine>> RankAsync(
        ResultSession session, Stage stage, ValueList<RankingKey> chain, Revealed revealed, CancellationToken cancel)
    {
        var rounds = stage.Rounds.Select(round => (short)round).ToArray();
        var lines = new List<RankLine>();
        Standing? sum = null;

        // In the order of the key: all rounds of a contestant come together.
        var rows = session.Context.Standings.AsNoTracking().Where(row => row.Contest == session.Contest && rounds.Contains(row.Round))
            .OrderBy(row => row.Contestant).ThenBy(row => row.Round);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (sum is not null && sum.Contestant != row.Contestant)
            {
                lines.Add(new RankLine(RankKey.Final(chain, sum, revealed)));
                sum = null;
            }

            sum = Standing.Sum(sum, before: null, row.ToStanding());
        }

        if (sum is not null)
        {
            lines.Add(new RankLine(RankKey.Final(chain, sum, revealed)));
        }

        lines.Sort();
        return lines;
    }
}
