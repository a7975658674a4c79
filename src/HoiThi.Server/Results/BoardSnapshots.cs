using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Results;

/// <summary>Keeps what public boards go on showing: places at the freeze before a round's end, counts of a time of day.</summary>
public sealed class BoardSnapshots(IDbContextFactory<HoiThiContext> contexts, TimeProvider time)
{
    /// <summary>Takes what is due for a contest.</summary>
    /// <returns>How many snapshots were taken.</returns>
    public async Task<int> TakeDueAsync(LiveContest contest, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        var taken = 0;
        foreach (var round in contest.LiveRounds.Where(round => Publishing.FreezesAt(contest, round.Number) is { } from && now >= from && now.ToUnixTimeMilliseconds() < round.Divisions[0].Closes))
        {
            taken += await FreezeAsync(contest, round.Number, now, cancel);
        }

        return taken + (Publishing.CountsDueAt(contest, now) is { } due ? await CountAsync(contest, due, now, cancel) : 0);
    }

    /// <summary>Freezes the board of a round and that of the contest, which the round would show through.</summary>
    private async Task<int> FreezeAsync(LiveContest contest, short round, DateTimeOffset now, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.FrozenBoards.AnyAsync(row => row.Contest == contest.Number && row.Round == round, cancel))
        {
            return 0;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await context.TakeTurnAsync(cancel);
        if (await context.FrozenBoards.AnyAsync(row => row.Contest == contest.Number && row.Round == round, cancel))
        {
            return 0;
        }

        var (shown, taken) = (contest.Definition.Publication.StandingsShown, now.ToUnixTimeMilliseconds());
        foreach (var number in new short[] { round, 0 })
        {
            await context.FrozenBoards.Where(row => row.Contest == contest.Number && row.Round == number).ExecuteDeleteAsync(cancel);
            await context.FrozenPlaces.Where(row => row.Contest == contest.Number && row.Round == number).ExecuteDeleteAsync(cancel);
            for (short division = 0; division < contest.DivisionCount; division++)
            {
                await context.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO frozen_place (contest, round, division, place, contestant, unit, registered, attempts, perfect, ordinal, score, correct, time, submitted, started)
                    SELECT contest, round, division, row_number() OVER (ORDER BY rank_key), contestant, unit, registered, attempts, perfect, ordinal, score, correct, time, submitted, started
                    FROM standing WHERE contest = {contest.Number} AND round = {number} AND division = {division} ORDER BY rank_key LIMIT {shown}
                    """,
                    cancel);
                var people = await context.Tallies.Where(t => t.Contest == contest.Number && t.Round == number && t.Division == division).SumAsync(t => t.People, cancel);
                var spread = await Spreads.CountAsync(context, contest.Number, number, division, cancel);
                context.FrozenBoards.Add(new FrozenBoardRow(contest.Number, number, division, taken, people, Spreads.Write(spread)));
            }
        }

        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return 1;
    }

    private async Task<int> CountAsync(LiveContest contest, DateTimeOffset due, DateTimeOffset now, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var dueAt = due.ToUnixTimeMilliseconds();
        if (await context.DailyCountsTaken.AnyAsync(row => row.Contest == contest.Number && row.Taken >= dueAt, cancel))
        {
            return 0;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await context.TakeTurnAsync(cancel);
        await context.DailyCounts.Where(row => row.Contest == contest.Number).ExecuteDeleteAsync(cancel);
        await context.DailyCountsTaken.Where(row => row.Contest == contest.Number).ExecuteDeleteAsync(cancel);
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO daily_count (contest, round, unit, people, attempts, perfect_people, perfect_attempts, score)
            SELECT contest, round, unit, sum(people), sum(attempts), sum(perfect_people), sum(perfect_attempts), sum(score)
            FROM tally WHERE contest = {contest.Number} GROUP BY contest, round, unit
            """,
            cancel);
        context.DailyCountsTaken.Add(new DailyCountTakenRow(contest.Number, now.ToUnixTimeMilliseconds()));
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return 1;
    }
}
