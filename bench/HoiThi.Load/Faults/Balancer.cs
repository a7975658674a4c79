using System.Net;
using HoiThi.Rehearsal.Client;

namespace HoiThi.Load.Faults;

/// <summary>
/// A browser behind a load balancer: requests go to the nodes in turn. What breaks or is told to come again is sent again
/// until it is answered, as a person or the script of the paper does.
/// </summary>
public sealed class Balancer(IReadOnlyList<IPEndPoint> nodes, CancellationToken stop) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly Visitor[] visitors = [.. nodes.Select(node => new Visitor(node))];
    private int turn;

    /// <summary>How often the answer was 503.</summary>
    public int Busy { get; private set; }

    public string Cookies
    {
        set => Array.ForEach(visitors, visitor => visitor.Cookies = value);
    }

    /// <summary>Sends until there is an answer other than 503.</summary>
    /// <exception cref="OperationCanceledException">It is time to stop.</exception>
    public async Task<Reply> Send(Func<Visitor, CancellationToken, ValueTask<Reply>> request)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(Patience);
            try
            {
                var reply = await request(visitors[turn++ % visitors.Length], patience.Token);
                if (reply.Status != 503)
                {
                    return reply;
                }

                Busy++;
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException && !stop.IsCancellationRequested)
            {
                // Killed before, during or after the act: nobody can know. It is sent again.
            }

            await Task.Delay(Pause, stop);
        }
    }

    public void Dispose() => Array.ForEach(visitors, visitor => visitor.Dispose());
}
