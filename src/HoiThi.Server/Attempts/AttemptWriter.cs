using System.Data.Common;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Contests;
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
    private readonly ContestCatalog catalog;
    private readonly ILogger<AttemptWriter> log;
    private readonly Gathering<WriteRequest> gathering;

    public AttemptWriter(IHotStore store, ContestCatalog catalog, ILogger<AttemptWriter> log)
    {
        (this.store, this.catalog, this.log) = (store, catalog, log);
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
    public Task<SittingOutcome> Start(LiveRound round, ContestantId contestant, long arrived) =>
        Enqueue(new SittingRequest(round, contestant, Whole(round), sitting => sitting.Start(arrived)));

    /// <summary>Merges answers into an attempt.</summary>
    public Task<SittingOutcome> Save(LiveRound round, AttemptId id, AnswersBody body, long arrived) =>
        Enqueue(new SittingRequest(round, id.Contestant, SittingNeeds.Attempts, sitting =>
            sitting.Save(id.Ordinal, body.Changes, body.Prediction, arrived, body.Written)));

    /// <summary>Merges the last answers and submits.</summary>
    public Task<SittingOutcome> Submit(LiveRound round, AttemptId id, AnswersBody body, long arrived) =>
        Enqueue(new SittingRequest(round, id.Contestant, Whole(round), sitting =>
            sitting.Submit(id.Ordinal, body.Changes, body.Prediction, arrived, body.Written)));

    /// <summary>Guesses after the paper.</summary>
    public Task<SittingOutcome> Predict(LiveRound round, AttemptId id, long value, long arrived) =>
        Enqueue(new SittingRequest(round, id.Contestant, Whole(round), sitting => sitting.Predict(id.Ordinal, value, arrived)));

    /// <summary>Submits what there is of attempts whose time is over.</summary>
    public Task Expire(LiveRound round, ContestantId contestant, long now) =>
        Enqueue(new SittingRequest(round, contestant, Whole(round), sitting =>
        {
            sitting.Expire(now);
            return default;
        }));

    /// <summary>Strikes an attempt out; it stays used.</summary>
    /// <param name="round">The round.</param>
    /// <param name="id">Which attempt.</param>
    /// <param name="within">Done in the same transaction if that does anything, on the connection that is in it.</param>
    public Task<SittingOutcome> Void(LiveRound round, AttemptId id, Func<DbConnection, CancellationToken, Task>? within = null) =>
        Enqueue(new SittingRequest(round, id.Contestant, SittingNeeds.Elsewhere, sitting => sitting.Void(id.Ordinal)) { Within = within });

    /// <summary>Strikes an attempt out and lets the contestant have it again.</summary>
    /// <param name="round">The round.</param>
    /// <param name="id">Which attempt.</param>
    /// <param name="within">As of <see cref="Void"/>.</param>
    public Task<SittingOutcome> GiveBack(LiveRound round, AttemptId id, Func<DbConnection, CancellationToken, Task>? within = null) =>
        Enqueue(new SittingRequest(round, id.Contestant, SittingNeeds.Elsewhere, sitting => sitting.GiveBack(id.Ordinal)) { Within = within });

    /// <summary>Gives points for an essay.</summary>
    public Task<SittingOutcome> Mark(LiveRound round, NewMark mark) => Enqueue(new MarkRequest(round, mark));

    /// <summary>Marks the attempts of a contestant in a round by what is in force now.</summary>
    public Task Remark(LiveRound round, ContestantId contestant) =>
        Enqueue(new SittingRequest(round, contestant, SittingNeeds.Elsewhere, sitting =>
        {
            sitting.Remark();
            return default;
        }));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => gathering.RunAsync(stoppingToken);

    private static SittingNeeds Whole(LiveRound round) => round.NeedsElsewhere ? SittingNeeds.Elsewhere : SittingNeeds.Whole;

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
        }
        catch (Exception exception)
        {
            LogFailed(exception, batch.Count);
            foreach (var request in batch)
            {
                request.Fail(new StorageUnavailableException(exception));
            }

        }
    }

    /// <summary>Whether one of the batch may be to blame; false for what is of the database: gone, locked, full.</summary>
    private static bool MayBeOfOne(Exception exception) => exception switch
    {
        OperationCanceledException or OldKeysException => false,
        SqliteException sqlite => sqlite.SqliteErrorCode is not (SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED
            or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_READONLY),
        DbException database => !database.IsTransient,
        _ => true,
    };

    /// <summary>
    /// Two nodes can wait for each other in a ring where contestants sit in two rounds at once; PostgreSQL then ends one
    /// of the two transactions, of which nothing is stored, and it is done again. So it is where keys were corrected that this
    /// node has not heard of.
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
            catch (OldKeysException) when (tried < Tries)
            {
                await catalog.RefreshAsync(cancel);
                foreach (var request in batch.OfType<SittingRequest>())
                {
                    request.Round = catalog.Find(request.Round.Contest)?.LiveRound(request.Round.Number) ?? request.Round;
                }
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
        var wanted = new Dictionary<SittingKey, (LiveRound Round, SittingNeeds Needs)>(acts.Length);
        foreach (var act in acts)
        {
            wanted[act.Key] = (act.Round, Max(act.Needs, wanted.GetValueOrDefault(act.Key).Needs));
        }

        await using var transaction = await store.BeginAsync(cancel);
        var loaded = await transaction.LoadAsync(
            [.. registrations.Select(request => request.Contestant).DistinctBy(contestant => contestant.Id)],
            [.. wanted.Select(pair => Load(pair.Key, pair.Value.Round, pair.Value.Needs))],
            cancel);
        if (Array.Exists(acts, act => loaded.Corrections.GetValueOrDefault((act.Key.Contest, act.Key.Round)) > act.Round.LastCorrection))
        {
            throw new OldKeysException();
        }

        foreach (var request in registrations)
        {
            request.Outcome = loaded.CodeHashes[request.Contestant.Id];
        }

        var sittings = wanted.ToDictionary(pair => pair.Key, pair => Open(pair.Key, pair.Value.Round, pair.Value.Needs, loaded));
        foreach (var act in acts)
        {
            act.Apply(sittings[act.Key].Sitting);
        }

        var changes = Collect(sittings);
        foreach (var act in acts)
        {
            if (act.NewMark is { } mark)
            {
                changes.Marks.Add(mark);
            }

            if (act is { Did: true, Within: { } within })
            {
                changes.Within.Add(within);
            }
        }

        await transaction.CommitAsync(changes, cancel);
    }

    private static SittingNeeds Max(SittingNeeds left, SittingNeeds right) => left > right ? left : right;

    private static SittingLoad Load(SittingKey key, LiveRound round, SittingNeeds needs) => new(
        key,
        Whole: needs >= SittingNeeds.Whole,
        Elsewhere: needs == SittingNeeds.Elsewhere,
        Marks: needs >= SittingNeeds.Whole && round.HasEssays);

    private static (RoundRules Rules, Sitting? Sitting) Open(SittingKey key, LiveRound round, SittingNeeds needs, LoadedRows loaded)
    {
        var attempts = loaded.Attempts.GetValueOrDefault((key.Contestant, key.Round)) ?? [];
        if (needs == SittingNeeds.Attempts)
        {
            var saving = attempts.Count == 0 ? round.Of(division: 0) : round.Of(attempts[^1]);
            return (saving, Sitting.ForSaving(saving, key.Contestant, attempts));
        }

        if (!loaded.Contestants.TryGetValue(key.Contestant, out var contestant))
        {
            return (round.Of(division: 0), null);
        }

        var rules = round.Of(contestant.Division);
        return (rules, new Sitting(
            rules,
            key.Contestant,
            contestant.Unit,
            contestant.Registered,
            loaded.Marks.Count == 0 ? attempts : attempts.Select(attempt => Marked(attempt, loaded)),
            loaded.Standings.GetValueOrDefault((key.Contestant, key.Round)),
            loaded.Standings.GetValueOrDefault((key.Contestant, (short)0)),
            needs == SittingNeeds.Elsewhere ? ElsewhereOf(key, rules, loaded) : null)
        {
            Extra = contestant.Extra,
        });
    }

    private static Attempt Marked(Attempt attempt, LoadedRows loaded) =>
        loaded.Marks.TryGetValue((attempt.Id.Contestant, attempt.Id.Round, attempt.Id.Ordinal), out var marks)
            ? attempt with { Marks = marks.ToValueList() }
            : attempt;

    private static Elsewhere ElsewhereOf(SittingKey key, RoundRules rules, LoadedRows loaded)
    {
        var others = loaded.Used.Where(used => used.Key.Contestant == key.Contestant && used.Key.Round != key.Round);
        return new Elsewhere(
            others.Where(used => !rules.Practices.Contains(used.Key.Round)).Sum(used => used.Value),
            loaded.Standings.Values
                .Where(standing => standing.Contestant == key.Contestant && standing.Round != 0 && standing.Round != key.Round).ToValueList());
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
                    if (attempt.Answers.HasWritten)
                    {
                        changes.ChangedWritten.Add(attempt); // what was started has no texts yet
                    }
                }
                else if (sitting.Changed.Contains(attempt.Id.Ordinal))
                {
                    (attempt.Answers.HasWritten ? changes.ChangedWritten : changes.Changed).Add(attempt);
                }
            }

            if (sitting.StandingChanged)
            {
                Rank(changes, key.Contest, rules.Chain, sitting.StandingBefore, sitting.Standing);
                Rank(changes, key.Contest, rules.ContestChain, sitting.ContestStandingBefore, sitting.ContestStanding);
            }
        }

        return changes;
    }

    private static void Rank(
        SittingChanges changes, short contest, ValueList<Core.Contests.RankingKey> chain, Standing? before, Standing? after)
    {
        if (after is not null)
        {
            changes.Standings.Add((contest, after, RankKey.Provisional(chain, after)));
            Count(after, Tally.Of(after), people: 1);
        }
        else if (before is not null)
        {
            changes.Removed.Add((before.Contestant, before.Round));
        }

        if (before is not null)
        {
            Count(before, default(Tally) - Tally.Of(before), people: -1);
        }

        void Count(Standing standing, Tally change, long people)
        {
            var key = (contest, standing.Round, standing.Division, standing.Unit);
            changes.Tallies[key] = changes.Tallies.GetValueOrDefault(key) + change;
            var band = (contest, standing.Round, standing.Division, standing.Correct);
            changes.Spread[band] = changes.Spread.GetValueOrDefault(band) + people;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A batch of {Count} writes failed and is tried one by one")]
    private partial void LogSplit(Exception exception, int count);

    [LoggerMessage(LogLevel.Warning, "A batch of {Count} writes and one of another node waited for each other; it is done again")]
    private partial void LogAgain(int count);

    [LoggerMessage(LogLevel.Error, "{Count} writes failed; none was acknowledged")]
    private partial void LogFailed(Exception exception, int count);
}

/// <summary>Keys were corrected, and the rules at hand do not know it: nothing may be marked by them any more.</summary>
internal sealed class OldKeysException() : Exception("The keys of a round were corrected since its rules were read.");

/// <summary>The write was not stored; the caller may come again.</summary>
public sealed class StorageUnavailableException(Exception? reason = null)
    : Exception("The database did not take the write, or too many writes wait.", reason);
