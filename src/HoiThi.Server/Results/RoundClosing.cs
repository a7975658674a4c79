using System.Data.Common;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HoiThi.Server.Results;

/// <summary>
/// Closes a round: counts what the prediction was about, ranks by the whole chain, gives the prizes. A pure function of
/// submissions and rules, stored once; doing it again on the same submissions stores the same.
/// </summary>
public sealed class RoundClosing(IDbContextFactory<HoiThiContext> contexts, Database database, TimeProvider time)
{
    /// <summary>Closes a round if it is over and every attempt of it is too.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="round">The round.</param>
    /// <param name="again">Whether a round that is closed already is computed anew.</param>
    /// <param name="cancel">Stops between steps, leaving nothing half done.</param>
    public async Task<ClosingOutcome> CloseAsync(LiveContest contest, RoundRules round, bool again = false, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (now < round.Settled)
        {
            return ClosingOutcome.NotOver;
        }

        await using var context = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await context.TakeTurnAsync(cancel);
        var earlier = await context.RoundResults.SingleOrDefaultAsync(r => r.Contest == contest.Number && r.Round == round.Number, cancel);
        if (earlier is not null && !again)
        {
            return ClosingOutcome.ClosedBefore;
        }

        if (await context.Attempts.AnyAsync(a => a.Contest == contest.Number && a.Round == round.Number && a.State == AttemptState.InProgress, cancel))
        {
            return ClosingOutcome.AttemptsInProgress;
        }

        var standings = await context.Standings.AsNoTracking()
            .Where(s => s.Contest == contest.Number && s.Round == round.Number).Select(s => s.ToStanding()).ToListAsync(cancel);
        var counts = await CountsOf(context, contest.Number, round.Number, cancel);
        var whole = await CountsOf(context, contest.Number, 0, cancel);
        var truth = PredictionTruth.Of(round.Prediction, (scope, _) => scope == PredictionScope.Contest ? whole : counts);
        var ranked = Ranked.Order(round.Chain, standings, new Revealed(truth));
        if (earlier is not null)
        {
            context.Remove(earlier);
            await context.SaveChangesAsync(cancel);
        }

        context.RoundResults.Add(new RoundResultRow(contest.Number, round.Number, truth, counts.People, counts.Attempts, now));
        await Award(context, contest, round, ranked, cancel);
        await context.SaveChangesAsync(cancel);
        await StoreKeys(Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction), round.Number, ranked, cancel);
        await transaction.CommitAsync(cancel);
        return ClosingOutcome.Closed;
    }

    private static async Task<Tally> CountsOf(HoiThiContext context, short contest, short round, CancellationToken cancel)
    {
        var rows = await context.Tallies.AsNoTracking().Where(t => t.Contest == contest && t.Round == round).ToListAsync(cancel);
        return rows.Aggregate(default(Tally), (sum, t) => sum + t.ToTally());
    }

    private static async Task Award(HoiThiContext context, LiveContest contest, RoundRules round, IReadOnlyList<Ranked> ranked, CancellationToken cancel)
    {
        var before = await context.Awards.Where(a => a.Contest == contest.Number).ToListAsync(cancel);
        context.Awards.RemoveRange(before.Where(a => a.Round == round.Number));
        await context.SaveChangesAsync(cancel);
        var winners = before.Where(a => a.Round < round.Number).Select(a => a.Contestant).ToHashSet();
        var prizes = contest.Definition.Prizes;
        var free = ranked.Where(line => prizes.Limit != PrizeLimit.OncePerContest || !winners.Contains(line.Standing.Contestant));
        var places = prizes.Round.SelectMany((prize, index) => Enumerable.Repeat((short)index, prize.Count ?? ranked.Count));
        context.Awards.AddRange(places.Zip(free, (index, line) => new AwardRow(contest.Number, round.Number, index, line.Place, line.Standing.Contestant)));
    }

    /// <summary>The final keys take the place of the provisional ones, so that every board reads one index.</summary>
    private async Task StoreKeys(DbTransaction transaction, short round, IReadOnlyList<Ranked> ranked, CancellationToken cancel)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        if (database.Kind == DatabaseKind.Postgres)
        {
            command.CommandText = """
                UPDATE standing s SET rank_key = new.key
                FROM unnest($1::uuid[], $2::bytea[]) AS new (contestant, key)
                WHERE s.contestant = new.contestant AND s.round = $3
                """;
            command.Parameters.Add(new NpgsqlParameter { Value = ranked.Select(line => line.Standing.Contestant.Value).ToArray() });
            command.Parameters.Add(new NpgsqlParameter { Value = ranked.Select(line => line.Key).ToArray() });
            command.Parameters.Add(new NpgsqlParameter { Value = round });
            await command.ExecuteNonQueryAsync(cancel);
            return;
        }

        command.CommandText = "UPDATE standing SET rank_key = @key WHERE contestant = @contestant AND round = @round";
        var (key, contestant, number) = (Add("@key"), Add("@contestant"), Add("@round"));
        number.Value = round;
        foreach (var line in ranked)
        {
            (key.Value, contestant.Value) = (line.Key, database.Parameter(line.Standing.Contestant));
            await command.ExecuteNonQueryAsync(cancel);
        }

        DbParameter Add(string name)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
            return parameter;
        }
    }
}

/// <summary>What came of closing a round.</summary>
public enum ClosingOutcome
{
    Closed,
    ClosedBefore,
    NotOver,
    AttemptsInProgress,
}
