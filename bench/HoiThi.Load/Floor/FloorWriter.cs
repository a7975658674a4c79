using System.Threading.Channels;
using HoiThi.Core.Attempts;
using HoiThi.Server.Attempts.Storage;

namespace HoiThi.Load.Floor;

/// <summary>Group commit as in the server's AttemptWriter, with nothing to load and nothing to decide.</summary>
public sealed class FloorWriter : IAsyncDisposable
{
    private const int BatchLimit = 1_024;
    private readonly IHotStore store;
    private readonly Channel<Write> queue = Channel.CreateBounded<Write>(new BoundedChannelOptions(20_000) { SingleReader = true });
    private readonly Task writing;

    public FloorWriter(IHotStore store)
    {
        this.store = store;
        writing = Task.Run(WriteAll);
    }

    private enum Kind
    {
        Register,
        Start,
        Save,
    }

    public Task Register(ContestantId id) => Enqueue(Kind.Register, id);

    public Task Start(ContestantId id) => Enqueue(Kind.Start, id);

    public Task Save(ContestantId id) => Enqueue(Kind.Save, id);

    public async ValueTask DisposeAsync()
    {
        queue.Writer.Complete();
        await writing;
    }

    private async Task Enqueue(Kind kind, ContestantId id)
    {
        var write = new Write(kind, id);
        await queue.Writer.WriteAsync(write);
        await write.Done.Task;
    }

    private async Task WriteAll()
    {
        var batch = new List<Write>(BatchLimit);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < BatchLimit && queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            await WriteBatch(batch);
            batch.ForEach(write => write.Done.SetResult());
            batch.Clear();
        }
    }

    private async Task WriteBatch(List<Write> batch)
    {
        await using var transaction = await store.BeginAsync(CancellationToken.None);
        var people = batch.Where(write => write.Kind == Kind.Register).Select(write => PersonOf(write.Id)).ToArray();
        if (people.Length > 0)
        {
            await transaction.LoadAsync(people, [], CancellationToken.None);
        }

        var changes = new SittingChanges();
        changes.Started.AddRange(batch.Where(write => write.Kind == Kind.Start).Select(write => AttemptOf(write.Id)));
        changes.Changed.AddRange(batch.Where(write => write.Kind == Kind.Save).Select(write => AttemptOf(write.Id)));
        await transaction.CommitAsync(changes, CancellationToken.None);
    }

    /// <summary>Rows as large as real ones.</summary>
    private static NewContestant PersonOf(ContestantId id) => new(id, 1, 1, "Nguyễn Văn Bình", new byte[130], new byte[16], null, 1_700_000_000_000);

    private static Attempt AttemptOf(ContestantId id) => new(
        new AttemptId(1, id, 1, 1), 1, 1, AttemptState.Submitted, 1_700_000_000_000, 1_700_001_200_000, AnswerSheet.Blank(20), null, null);

    private sealed record Write(Kind Kind, ContestantId Id)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
