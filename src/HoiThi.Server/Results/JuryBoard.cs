using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats.People;
using HoiThi.Server.Contests;
using HoiThi.Server.Results.Pages;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Results;

/// <summary>Prizes that a jury gives apart from papers; the file of winners is the whole truth, so importing it again changes nothing.</summary>
public sealed class JuryBoard(IDbContextFactory<HoiThiContext> contexts, TimeProvider time)
{
    /// <summary>Replaces the winners of a contest.</summary>
    public async Task ImportAsync(LiveContest contest, ValueList<JuryWinner> winners, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await context.TakeTurnAsync(cancel);
        await context.JuryWinners.Where(row => row.Contest == contest.Number).ExecuteDeleteAsync(cancel);
        context.JuryWinners.AddRange(winners.Select((winner, index) => new JuryWinnerRow(
            contest.Number, index + 1, winner.Award, (short)(winner.Round ?? 0), (short)winner.Prize, winner.Name,
            winner.Unit is { } unit ? contest.Units.NumberOf(unit) : null, winner.Work, now)));
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The winners, in the order of the definition; of what is not in it any more none.</summary>
    public async Task<ValueList<JuryWinners>> Of(LiveContest contest)
    {
        if (contest.Definition.Jury.Count == 0)
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync();
        var rows = await context.JuryWinners.AsNoTracking().Where(row => row.Contest == contest.Number).OrderBy(row => row.Prize).ThenBy(row => row.Line).ToListAsync();
        var boards =
            from award in contest.Definition.Jury
            from round in rows.Where(row => row.Award == award.Code && row.Prize < award.Prizes.Count).GroupBy(row => row.Round).OrderBy(round => round.Key)
            select new JuryWinners(award.Name, TitleOf(contest, round.Key), round.Select(row => Line(contest, award, row)).ToValueList());
        return boards.ToValueList();
    }

    private static LocalText? TitleOf(LiveContest contest, short round) =>
        round > 0 && round <= contest.Definition.Rounds.Count ? contest.Definition.Rounds[round - 1].Title : null;

    private static JuryWinnerLine Line(LiveContest contest, JuryAward award, JuryWinnerRow row) => new(
        award.Prizes[row.Prize].Name,
        ShownName.Of(row.Name, contest.Definition.Publication.Names),
        row.Unit is { } unit && contest.Units.Contains(unit) ? contest.Units[unit].Name : null,
        row.Work,
        award.Prizes[row.Prize].Value);
}
