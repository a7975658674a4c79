namespace HoiThi.Rehearsal.Measuring;

/// <summary>Says on stderr how far a load is: a bar that is redrawn on a terminal, a line now and then elsewhere.</summary>
public sealed class Progress : IAsyncDisposable
{
    private const int Width = 20;
    private static readonly TimeSpan Interval = Console.IsErrorRedirected ? TimeSpan.FromSeconds(10) : TimeSpan.FromSeconds(0.5);
    private readonly CancellationTokenSource stop = new();
    private readonly Task drawing;

    /// <param name="what">What is going on.</param>
    /// <param name="share">How much of it is done, 0–1.</param>
    /// <param name="detail">What else there is to say.</param>
    public Progress(string what, Func<double> share, Func<string> detail) => drawing = Draw(what, share, detail);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await drawing;
        stop.Dispose();
    }

    /// <summary>A step without a bar.</summary>
    public static void Say(string what) => Console.Error.WriteLine(what);

    private async Task Draw(string what, Func<double> share, Func<string> detail)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                Show(Console.IsErrorRedirected ? "\n" : "\r");
            }
        }
        catch (OperationCanceledException)
        {
            Show("\n");
        }

        void Show(string end)
        {
            var done = (int)(Math.Clamp(share(), 0, 1) * Width);
            Console.Error.Write($"[{new string('#', done)}{new string('.', Width - done)}] {what}: {detail()}   {end}");
        }
    }
}
