namespace HoiThi.Load.Machinery;

/// <summary>
/// The client goes on where its bytes were read, on the threads that wait for the sockets (see bench/run). What of the
/// server runs in this process must not: it also waits for the database, which on such a thread would be for ever.
/// </summary>
internal static class OffSockets
{
    // Not the default scheduler, so that what is awaited below comes back to it, and with it to the pool.
    private static readonly TaskScheduler Pool = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, int.MaxValue).ConcurrentScheduler;

    public static Task Run(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Pool).Unwrap();
}
