using System.Data.Common;
using HoiThi.Core.Attempts;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;
using HoiThi.Server.Attempts.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HoiThi.Server.Attempts;

/// <summary>
/// Group commit. Requests put their write on a bounded channel and wait; this drains what has gathered, loads the rows
/// concerned, applies the acts in memory in the order they arrived, stores what changed, commits once, and only then
/// answers. While one batch is on its way to the disk the next gathers, so the batch grows with the load by itself.
/// </summary>
public sealed partial class AttemptWriter : BackgroundService
{
    /// <summary>Beyond some hundreds a batch only delays its first.</summary>
    private const int BatchLimit = 1_024;

    private const int QueueLimit = 20_000;

    private readonly IHotStore store;
    private readonly ILogger<AttemptWriter> log;
    private readonly Gathering<WriteRequest> gathering;

    public AttemptWriter(IHotStore store, ILogger<AttemptWriter> log)
    {
        (this.store, this.log) = (store, log);
        gathering = new Gathering<WriteRequest>(BatchLimit, QueueLimit, Write);
    }

    /// <summary>Registers a contestant, once however often it is asked.</summary>
    /// <returns>The hash of the personal code that is stored for this person.</returns>
    public Task<byte[]> Register(NewContestant contestant)
    {
        var request = new RegisterRequest(contestant);
        gathering.Add(request);
        return request.Done;
    }

    /// <summary>Starts an attempt or resumes the one in progress.</summary>
    public Task<SittingOutcome> Start(RoundRules rules, ContestantId contestant, long arrived) =>
        Enqueue(new SittingRequest(rules, contestant, SittingAct.Start, 0, [], null, arrived));

    /// <summary>Merges answers into an attempt.</summary>
    public Task<SittingOutcome> Save(RoundRules rules, AttemptId id, AnswerChange[] changes, PredictionChange? prediction, long arrived) =>
        Enqueue(new SittingRequest(rules, id.Contestant, SittingAct.Save, id.Ordinal, changes, prediction, arrived));

    /// <summary>Merges the last answers and submits.</summary>
    public Task<SittingOutcome> Submit(RoundRules rules, AttemptId id, AnswerChange[] changes, PredictionChange? prediction, long arrived) =>
        Enqueue(new SittingRequest(rules, id.Contestant, SittingAct.Submit, id.Ordinal, changes, prediction, arrived));

    /// <summary>Submits what there is of attempts whose time is over.</summary>
    public Task Expire(RoundRules rules, ContestantId contestant, long now) =>
        Enqueue(new SittingRequest(rules, contestant, SittingAct.Expire, 0, [], null, now));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => gathering.RunAsync(stoppingToken);

    private Task<SittingOutcome> Enqueue(SittingRequest request)
    {
        gathering.Add(request);
        return request.Done;
    }

    private async Task Write(List<WriteRequest> batch, CancellationToken cancel)
    {
        try
        {
            await WriteInTurn(batch, cancel);
        }
        catch (Exception exception) when (batch.Count > 1 && MayBeOfOne(exception))
        {
            // One bad row, or one request that a rule trips over, fails alone, not its batch.
            LogSplit(exception, batch.Count);
            foreach (var request in batch)
            {
                await Write([request], cancel);
            }

            return;
        }
        catch (Exception exception)
        {
            LogFailed(exception, batch.Count);
            foreach (var request in batch)
            {
                request.Fail(new StorageUnavailableException(exception));
            }

            return;
        }

        foreach (var request in batch)
        {
            request.Complete();
        }
    }

    /// <summary>Whether one of the batch may be to blame; false for what is of the database: gone, locked, full.</summary>
    private static bool MayBeOfOne(Exception exception) => exception switch
    {
        OperationCanceledException => false,
        SqliteException sqlite => sqlite.SqliteErrorCode is not (SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED
            or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_READONLY),
        DbException database => !database.IsTransient,
        _ => true,
    };

    /// <summary>
    /// Two nodes can wait for each other in a ring where contestants sit in two rounds at once; PostgreSQL then ends one
    /// of the two transactions, of which nothing is stored, and it is done again.
    /// </summary>
    private async Task WriteInTurn(List<WriteRequest> batch, CancellationToken cancel)
    {
        const int Tries = 5;
        for (var tried = 1; ; tried++)
        {
            try
            {
                await WriteOnce(batch, cancel);
                return;
            }
            catch (DbException exception) when (exception.SqlState == PostgresErrorCodes.DeadlockDetected && tried < Tries)
            {
                LogAgain(batch.Count);
            }
        }
    }

    /// <summary>Two rounds of one contestant share the contest's standing, so the second waits for a transaction of its own.</summary>
    private async Task WriteOnce(List<WriteRequest> batch, CancellationToken cancel)
    {
        var rounds = new Dictionary<ContestantId, SittingKey>(batch.Count);
        var later = new List<WriteRequest>();
        var now = batch.FindAll(request =>
        {
            var fits = request is not SittingRequest { Key: var key } || rounds.TryAdd(key.Contestant, key) || rounds[key.Contestant] == key;
            if (!fits)
            {
                later.Add(request);
            }

            return fits;
        });
        await Transact([.. now.OfType<RegisterRequest>()], [.. now.OfType<SittingRequest>()], cancel);
        if (later.Count > 0)
        {
            await WriteOnce(later, cancel);
        }
    }

    private async Task Transact(RegisterRequest[] registrations, SittingRequest[] acts, CancellationToken cancel)
    {
        var wanted = new Dictionary<SittingKey, (RoundRules Rules, bool Whole)>(acts.Length);
        foreach (var act in acts)
        {
            wanted[act.Key] = (act.Rules, !act.OnlySaves || wanted.GetValueOrDefault(act.Key).Whole);
        }

        await using var transaction = await store.BeginAsync(cancel);
        var loaded = await transaction.LoadAsync(
            [.. registrations.Select(request => request.Contestant).DistinctBy(contestant => contestant.Id)],
            [.. wanted.Select(pair => new SittingLoad(pair.Key, pair.Value.Whole))],
            cancel);
        foreach (var request in registrations)
        {
            request.Outcome = loaded.CodeHashes[request.Contestant.Id];
        }

        var sittings = wanted.ToDictionary(pair => pair.Key, pair => (pair.Value.Rules, Sitting: Open(pair.Key, pair.Value.Rules, pair.Value.Whole, loaded)));
        foreach (var act in acts)
        {
            act.Apply(sittings[act.Key].Sitting);
        }

        await transaction.CommitAsync(Collect(sittings), cancel);
    }

    private static Sitting? Open(SittingKey key, RoundRules rules, bool whole, LoadedRows loaded)
    {
        var attempts = loaded.Attempts.GetValueOrDefault((key.Contestant, key.Round)) ?? [];
        if (!whole)
        {
            return Sitting.ForSaving(rules, key.Contestant, attempts);
        }

        return !loaded.Contestants.TryGetValue(key.Contestant, out var contestant) ? null : new Sitting(
            rules,
            key.Contestant,
            contestant.Unit,
            contestant.Registered,
            attempts,
            loaded.Standings.GetValueOrDefault((key.Contestant, key.Round)),
            loaded.Standings.GetValueOrDefault((key.Contestant, (short)0)));
    }

    private static SittingChanges Collect(Dictionary<SittingKey, (RoundRules Rules, Sitting? Sitting)> sittings)
    {
        var changes = new SittingChanges();
        foreach (var (key, (rules, sitting)) in sittings)
        {
            if (sitting is null)
            {
                continue;
            }

            foreach (var attempt in sitting.Attempts)
            {
                if (sitting.Started.Contains(attempt.Id.Ordinal))
                {
                    changes.Started.Add(attempt);
                }
                else if (sitting.Changed.Contains(attempt.Id.Ordinal))
                {
                    changes.Changed.Add(attempt);
                }
            }

            if (sitting.StandingChanged)
            {
                Rank(changes, key.Contest, rules.Chain, sitting.StandingBefore, sitting.Standing!);
                Rank(changes, key.Contest, rules.ContestChain, sitting.ContestStandingBefore, sitting.ContestStanding!);
            }
        }

        return changes;
    }

    private static void Rank(
        SittingChanges changes, short contest, Core.ValueList<Core.Contests.RankingKey> chain, Standing? before, Standing after)
    {
        changes.Standings.Add((contest, after, RankKey.Provisional(chain, after)));
        Count(before?.Unit ?? after.Unit, default(Tally) - Tally.Of(before));
        Count(after.Unit, Tally.Of(after));

        void Count(int unit, Tally change)
        {
            var key = (contest, after.Round, unit);
            changes.Tallies[key] = changes.Tallies.GetValueOrDefault(key) + change;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A batch of {Count} writes failed and is tried one by one")]
    private partial void LogSplit(Exception exception, int count);

    [LoggerMessage(LogLevel.Warning, "A batch of {Count} writes and one of another node waited for each other; it is done again")]
    private partial void LogAgain(int count);

    [LoggerMessage(LogLevel.Error, "{Count} writes failed; none was acknowledged")]
    private partial void LogFailed(Exception exception, int count);
}

/// <summary>The write was not stored; the caller may come again.</summary>
public sealed class StorageUnavailableException(Exception? reason = null)
    : Exception("The database did not take the write, or too many writes wait.", reason);
