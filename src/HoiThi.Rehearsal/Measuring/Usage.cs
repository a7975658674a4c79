namespace HoiThi.Rehearsal.Measuring;

/// <summary>CPU time used: by the server, by PostgreSQL, and by this tool itself.</summary>
public readonly record struct Usage(TimeSpan Server, TimeSpan Database, TimeSpan Client)
{
    public static Usage operator -(Usage left, Usage right) =>
        new(left.Server - right.Server, left.Database - right.Database, left.Client - right.Client);

    /// <summary>Milliseconds of each for one of <paramref name="count"/>.</summary>
    public (double Server, double Database, double Client) Each(long count) => (
        Server.TotalMilliseconds / Math.Max(1, count),
        Database.TotalMilliseconds / Math.Max(1, count),
        Client.TotalMilliseconds / Math.Max(1, count));
}
