using HoiThi.Core.Attempts;
using HoiThi.Server.Attempts.Storage;
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

    private const string Person = "SELECT name, unit FROM contestant WHERE id = $1";

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

    /// <summary>The attempts of a contestant in a round with the bytes that rank their standing.</summary>
    public Task<SittingRows> WithRank(SittingKey key)
    {
        var request = new Request(key);
        gathering.Add(request);
        return request.Task;
    }

    /// <summary>Who a contestant is, or null if there is none with this id.</summary>
    public async Task<(string Name, int Unit)?> Contestant(ContestantId id)
    {
        var rows = await reads.Query(Person, row => (row.GetString(0), row.GetInt32(1)), database.Parameter(id));
        return rows.Count > 0 ? rows[0] : null;
    }

    /// <summary>Contestants with an attempt in progress whose deadline was before <paramref name="deadline"/>, oldest first.</summary>
    public async Task<List<(short Contest, short Round, ContestantId Contestant)>> Overdue(long deadline, int limit) =>
        await reads.Query(OverdueBefore, row => (row.GetInt16(0), row.GetInt16(1), database.ReadId(row, 2)), deadline, limit);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => gathering.RunAsync(stoppingToken);

    private async Task Read(List<Request> batch, CancellationToken cancel)
    {
        try
        {
            var rows = await store.ReadAsync(batch.ConvertAll(request => request.Key), cancel);
            for (var index = 0; index < rows.Length; index++)
            {
                batch[index].SetResult(rows[index]);
            }
        }
        catch (Exception exception)
        {
            batch.ForEach(request => request.Fail(exception));
        }
    }

    private sealed class Request(SittingKey key) : TaskCompletionSource<SittingRows>(TaskCreationOptions.RunContinuationsAsynchronously), IWaiting
    {
        public SittingKey Key { get; } = key;

        public void Fail(Exception exception) => TrySetException(exception);
    }
}
