using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Scoring;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Attempts;

/// <summary>
/// The reads of the hot path, as many at once as have gathered: on PostgreSQL a round trip costs more than the rows it
/// brings, on SQLite every commit of the writer empties a reading connection's cache.
/// </summary>
public sealed class AttemptReader : BackgroundService
{
    private const int BatchLimit = 256;
    private const int QueueLimit = 20_000;

    private const string Person = "SELECT name, unit, division FROM contestant WHERE id = $1";

    private const string UsedOf = "SELECT round, count(*) FROM attempt WHERE contestant = $1 AND state <> 4 GROUP BY round";

    private const string MarksOf = "SELECT position, points FROM mark WHERE contestant = $1 AND round = $2 AND ordinal = $3 ORDER BY position";

    // By the primary key from where the last one ended: no index is kept for this on a table of the hot path.
    private const string SatAfter =
        "SELECT DISTINCT contestant FROM attempt WHERE contestant > $1 AND contest = $2 AND round = $3 ORDER BY contestant LIMIT $4";

    private const string OverdueBefore =
        "SELECT contest, round, contestant FROM attempt WHERE state = 0 AND deadline < $1 ORDER BY deadline LIMIT $2";

    private readonly Database database;
    private readonly Reads reads;
    private readonly IHotReads store;
    private readonly Gathering<Request> gathering;

    public AttemptReader(Database database, Reads reads, IHotReads store)
    {
        (this.database, this.reads, this.store) = (database, reads, store);
        gathering = new Gathering<Request>(BatchLimit, QueueLimit, Read);
    }

    /// <summary>One attempt, or null.</summary>
    public async Task<Attempt?> Find(AttemptId id) =>
        (await Of(new SittingKey(id.Contest, id.Contestant, id.Round))).Find(attempt => attempt.Id == id);

    /// <summary>The attempts of a contestant in a round, first to last.</summary>
    public async Task<List<Attempt>> Of(SittingKey key) => (await WithRank(key)).Attempts;

    /// <summary>The attempts of a contestant in a round, first to last.</summary>
    public Task<List<Attempt>> Of(RoundRules rules, ContestantId contestant) => Of(new SittingKey(rules.Contest, contestant, rules.Number));

    /// <summary>The attempts of a contestant in a round with the bytes that rank their standing.</summary>
    public Task<SittingRows> WithRank(SittingKey key)
    {
        var request = new Request(key);
        gathering.Add(request);
        return request.Task;
    }

    /// <summary>Who a contestant is, or null if there is none with this id.</summary>
    public async Task<(string Name, int Unit, short Division)?> Contestant(ContestantId id)
    {
        var rows = await reads.Query(Person, row => (row.GetString(0), row.GetInt32(1), row.GetInt16(2)), database.Parameter(id));
        return rows.Count > 0 ? rows[0] : null;
    }

    /// <summary>The rules of a round for a contestant; without divisions nothing is read.</summary>
    public async Task<RoundRules> RulesOf(LiveRound round, ContestantId? contestant, IReadOnlyList<Attempt> attempts)
    {
        if (round.Divisions.Count == 1 || contestant is not { } id)
        {
            return round.Of(division: 0);
        }

        return attempts.Count > 0 ? round.Of(attempts[^1]) : round.Of((await Contestant(id))?.Division ?? 0);
    }

    /// <summary>How many attempts are left, where that needs the other rounds with what is used there.</summary>
    public async Task<AttemptsLeft> Left(RoundRules rules, ContestantId? contestant, List<Attempt> attempts, long now)
    {
        if (contestant is not { } id || rules.Attempts.PerContest is null || rules.Practice)
        {
            return AttemptsLeft.Of(rules, attempts, elsewhere: 0, now);
        }

        var used = await reads.Query(UsedOf, row => (Round: row.GetInt16(0), Count: (int)row.GetInt64(1)), database.Parameter(id));
        var elsewhere = used.Where(line => line.Round != rules.Number && !rules.Practices.Contains(line.Round)).Sum(line => line.Count);
        return AttemptsLeft.Of(rules, attempts, elsewhere, now);
    }

    /// <summary>What people gave for the essays of an attempt.</summary>
    public async Task<ValueList<EssayMark>> Marks(AttemptId id) => (await reads.Query(
        MarksOf, row => new EssayMark(row.GetInt16(0), row.GetInt32(1)), database.Parameter(id.Contestant), id.Round, id.Ordinal)).ToValueList();

    /// <summary>Contestants with an attempt in progress whose deadline was before <paramref name="deadline"/>, oldest first.</summary>
    public async Task<List<(short Contest, short Round, ContestantId Contestant)>> Overdue(long deadline, int limit) =>
        await reads.Query(OverdueBefore, row => (row.GetInt16(0), row.GetInt16(1), database.ReadId(row, 2)), deadline, limit);

    /// <summary>Who has an attempt in a round, in the order of their ids, from the first behind <paramref name="after"/>.</summary>
    public async Task<List<ContestantId>> Sat(RoundRules round, ContestantId after, int limit) =>
        await reads.Query(SatAfter, row => database.ReadId(row, 0), database.Parameter(after), round.Contest, round.Number, limit);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => gathering.RunAsync(stoppingToken);

    private async Task Read(List<Request> batch, CancellationToken cancel)
    {
        try
        {
            var rows = await store.ReadAsync(batch.ConvertAll(request => request.Key), cancel);
            for (var index = 0; index < rows.Length; index++)
            {
                batch[index].Rows = rows[index];
            }
        }
        catch (Exception exception)
        {
            batch.ForEach(request => request.Fail(exception));
        }
    }

    private sealed class Request(SittingKey key) : TaskCompletionSource<SittingRows>, IWaiting
    {
        private Exception? failure;

        public SittingKey Key { get; } = key;

        public SittingRows? Rows { get; set; }

        public void Fail(Exception exception) => failure = exception;

        public void Answer() => this.Set(Rows!, failure);
    }
}
