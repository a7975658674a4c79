using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;
using HoiThi.Core.Ranking;
using HoiThi.Server.Contests;
using HoiThi.Server.Results.Closing;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HoiThi.Server.Results;

/// <summary>
/// Closes a round, and after the last one the contest: counts what predictions were about, ranks by the whole chain, gives
/// the prizes, and at the end keeps what collective awards are computed from. A pure function of submissions and rules;
/// doing it again on the same submissions stores the same.
/// </summary>
public sealed class RoundClosing(IDbContextFactory<HoiThiContext> contexts, DrawSeeds seeds, Secrets secrets, TimeProvider time)
{
    /// <summary>Closes a round (with 0 the contest, below 0 a stage) if it is over and every attempt of it is too.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="round">The round's number; 0 for the contest, below 0 for a stage.</param>
    /// <param name="again">Whether what is closed already is computed anew.</param>
    /// <param name="cancel">Stops between steps, leaving nothing half done.</param>
    public async Task<ClosingOutcome> CloseAsync(LiveContest contest, int round, bool again = false, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var waitsFor = WaitsFor(contest, round);
        if (waitsFor.Any(each => now < each.Divisions.Max(rules => rules.Settled)))
        {
            return ClosingOutcome.NotOver;
        }

        await using var context = await contexts.CreateDbContextAsync(cancel);
        var session = new ResultSession(context, contest.Number);
        await context.Database.OpenConnectionAsync(cancel);
        if (await ReasonNotTo(context, contest, round, waitsFor, again, cancel) is { } reason)
        {
            return reason;
        }

        // On PostgreSQL the turn comes first: what another node computes need not be computed twice. A transaction on
        // SQLite would hold up every writer while a million standings are ranked; the round is over, they do not change.
        var transaction = session.Postgres is null ? null : await session.BeginAsync(cancel);
        var marked = await MarkedAsync(context, contest, cancel);
        var known = await Revelations.ReadAsync(context, contest, await seeds.OfAsync(contest, round, cancel), cancel);
        var boards = await RoundRanking.RankAsync(session, contest, round, known, [], cancel);
        transaction ??= await session.BeginAsync(cancel);
        await using (transaction)
        {
            if (await ReasonNotTo(context, contest, round, waitsFor, again, cancel) is { } late)
            {
                return late;
            }

            if (!marked.SequenceEqual(await MarkedAsync(context, contest, cancel)))
            {
                return ClosingOutcome.MarkedAnew;
            }

            await StoreAsync(session, contest, round, known, boards, now, cancel);
            await new PrizeDesk(session, contest, seeds, secrets).GiveAsync(await RoundsToGive(context, contest, round, cancel), cancel);
            if (round == 0 || await context.RoundResults.AnyAsync(row => row.Contest == contest.Number && row.Round == 0, cancel))
            {
                await UnitFiguresStore.WriteAsync(context, contest, await UnitFiguresStore.CountAsync(context, contest, secrets, cancel), cancel);
            }

            await transaction.CommitAsync(cancel);
        }

        return ClosingOutcome.Closed;
    }

    /// <summary>Takes a winner out of all prizes; the next in line moves up. Recorded with the reason.</summary>
    public async Task FallOutAsync(LiveContest contest, ContestantId contestant, string reason, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var session = new ResultSession(context, contest.Number);
        await using var transaction = await session.BeginAsync(cancel);
        if (!await context.FallenOut.AnyAsync(row => row.Contest == contest.Number && row.Contestant == contestant, cancel))
        {
            context.FallenOut.Add(new FallenOutRow(contest.Number, contestant, reason, time.GetUtcNow().ToUnixTimeMilliseconds()));
            await context.SaveChangesAsync(cancel);
        }

        var closed = await context.RoundResults.Where(row => row.Contest == contest.Number).Select(row => (int)row.Round).Distinct().ToListAsync(cancel);
        await new PrizeDesk(session, contest, seeds, secrets).GiveAsync(closed, cancel);
        if (closed.Contains(0))
        {
            await UnitFiguresStore.WriteAsync(context, contest, await UnitFiguresStore.CountAsync(context, contest, secrets, cancel), cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>The rounds that have to be over: a guess about the contest can be judged only when that is.</summary>
    private static LiveRound[] WaitsFor(LiveContest contest, int round)
    {
        return round > 0 && contest.LiveRound(round)!.Divisions.Any(rules => rules.Prediction?.Scope == PredictionScope.Contest && rules.Chain.Contains(RankingKey.Prediction))
            ? [.. contest.RoundsIn(0)]
            : [.. contest.RoundsIn(round)];
    }

    private static async Task<ClosingOutcome?> ReasonNotTo(
        HoiThiContext context, LiveContest contest, int round, LiveRound[] waitsFor, bool again, CancellationToken cancel)
    {
        var closed = await context.RoundResults.AsNoTracking().Where(row => row.Contest == contest.Number).Select(row => row.Round).Distinct().ToListAsync(cancel);
        if (closed.Contains((short)round) && !again)
        {
            return ClosingOutcome.ClosedBefore;
        }

        var numbers = waitsFor.Select(each => each.Number).ToArray();
        if (await context.Attempts.AnyAsync(a => a.State == AttemptState.InProgress && a.Contest == contest.Number && numbers.Contains(a.Round), cancel))
        {
            return ClosingOutcome.AttemptsInProgress;
        }

        // What is marked by two keys is no ranking.
        if (await context.Remarkings.AnyAsync(row => row.Contest == contest.Number && row.Walked == null && numbers.Contains(row.Round), cancel))
        {
            return ClosingOutcome.MarkedAnew;
        }

        // Prizes of rounds are given before those of stages and of the contest, and those of stages before the contest's.
        return (round <= 0 && waitsFor.Any(each => !closed.Contains(each.Number)))
            || (round == 0 && contest.Definition.Stages.Index().Any(stage => !closed.Contains((short)(-1 - stage.Index))))
            ? ClosingOutcome.RoundsOpen
            : null;
    }

    /// <summary>By which corrections attempts are marked, and when the last were: what is ranked outside the transaction must not change meanwhile.</summary>
    private static async Task<List<(short Round, int Version, long? Walked)>> MarkedAsync(HoiThiContext context, LiveContest contest, CancellationToken cancel)
    {
        var rows = await context.Remarkings.AsNoTracking().Where(row => row.Contest == contest.Number).OrderBy(row => row.Round).ToListAsync(cancel);
        return rows.ConvertAll(row => (row.Round, row.Version, row.Walked));
    }

    private static async Task StoreAsync(
        ResultSession session, LiveContest contest, int round, Revelations known, RankedBoards boards, long now, CancellationToken cancel)
    {
        var number = (short)round;
        await session.Context.RoundResults.Where(row => row.Contest == contest.Number && row.Round == number).ExecuteDeleteAsync(cancel);
        foreach (var ranked in boards.Divisions)
        {
            await FinalOrders.WriteAsync(session, number, ranked.Division, ranked.Lines, cancel);
            await FinalOrders.WritePlacesAsync(session, number, ranked.Division, ranked.Lines, cancel);
            var spread = await Spreads.CountAsync(session.Context, contest.Number, round, ranked.Division, cancel);
            session.Context.RoundResults.Add(new RoundResultRow(
                contest.Number, number, ranked.Division, known.Of(round, ranked.Division).Truth, ranked.Lines.Count,
                known.Counts(round, ranked.Division).Attempts, Spreads.Write(spread), contest.Version, now));
        }

        foreach (var (board, lines) in boards.Shared)
        {
            await FinalOrders.WriteAsync(session, number, board, lines, cancel);
            if (round < 0)
            {
                session.Context.RoundResults.Add(new RoundResultRow(contest.Number, number, 0, null, lines.Count, 0, "", contest.Version, now));
            }
        }

        await session.Context.SaveChangesAsync(cancel);
        session.Context.ChangeTracker.Clear();
    }

    /// <summary>The rounds whose prizes change when one closes: itself; where only the higher prize is kept, all.</summary>
    private static async Task<IReadOnlyCollection<int>> RoundsToGive(HoiThiContext context, LiveContest contest, int round, CancellationToken cancel)
    {
        var onlyHigher = contest.Definition.Divisions.Select(division => division.Prizes ?? contest.Definition.Prizes).Append(contest.Definition.Prizes)
            .Any(prizes => prizes.Limit == PrizeLimit.OnlyHigher);
        return onlyHigher
            ? await context.RoundResults.Where(row => row.Contest == contest.Number).Select(row => (int)row.Round).Distinct().ToListAsync(cancel)
            : [round];
    }
}

/// <summary>What came of closing a round.</summary>
public enum ClosingOutcome
{
    Closed,
    ClosedBefore,
    NotOver,
    AttemptsInProgress,

    /// <summary>A key was corrected, and attempts are being marked anew.</summary>
    MarkedAnew,

    /// <summary>The contest: a round of it has not been closed.</summary>
    RoundsOpen,
}
