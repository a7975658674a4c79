using System.Threading.Channels;

namespace HoiThi.Server.Attempts;

/// <summary>
/// Requests that are done many at once: while one batch is under way the next gathers, so batches grow with the load by
/// themselves, and an idle server keeps nobody waiting.
/// </summary>
/// <param name="batchLimit">The most requests in one batch.</param>
/// <param name="queueLimit">The most requests that wait; beyond it callers are told to come again (503), and nothing is lost.</param>
/// <param name="work">Does a batch; what fails of it is told so, and nothing is thrown but where the server stops.</param>
internal sealed class Gathering<T>(int batchLimit, int queueLimit, Func<List<T>, CancellationToken, Task> work)
    where T : class, IWaiting
{
    /// <summary>
    /// How many callers are answered one after another on one thread. An item of the pool for each would wake and switch
    /// threads more often than their work is worth; one for all would leave the other cores idle.
    /// </summary>
    private const int Together = 32;

    private readonly Channel<T> queue = Channel.CreateBounded<T>(
        new BoundedChannelOptions(queueLimit) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Puts a request into the next batch, or fails it if too many wait.</summary>
    public void Add(T request)
    {
        if (!queue.Writer.TryWrite(request))
        {
            request.Fail(new StorageUnavailableException());
            request.Answer();
        }
    }

    /// <summary>Works until it is stopped. What waits then was not acknowledged; its callers learn that at once.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var batch = new List<T>(batchLimit);
        try
        {
            while (await queue.Reader.WaitToReadAsync(stop))
            {
                while (batch.Count < batchLimit && queue.Reader.TryRead(out var request))
                {
                    batch.Add(request);
                }

                await work(batch, stop);
                foreach (var requests in batch.Chunk(Together))
                {
                    ThreadPool.UnsafeQueueUserWorkItem(new Answers(requests), preferLocal: false);
                }

                batch.Clear();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            queue.Writer.TryComplete();
            while (queue.Reader.TryRead(out var request))
            {
                request.Fail(new StorageUnavailableException());
                request.Answer();
            }
        }
    }

    private sealed class Answers(T[] requests) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            foreach (var request in requests)
            {
                request.Answer();
            }
        }
    }
}

/// <summary>A request whose caller waits for it.</summary>
internal interface IWaiting
{
    /// <summary>Notes that it was not done.</summary>
    void Fail(Exception exception);

    /// <summary>Lets the caller go on, on this very thread, with what came of it.</summary>
    void Answer();
}
