using System.Threading.RateLimiting;

namespace HoiThi.Server.Contestants;

/// <summary>
/// How often a personal code may be tried: ten times in a quarter of an hour for one person, whoever tries. Limits by
/// address would lock out an office of 500 people behind one.
/// </summary>
public sealed class SignInLimit : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(person =>
        RateLimitPartition.GetFixedWindowLimiter(person, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = 10,
            Window = TimeSpan.FromMinutes(15),
            QueueLimit = 0,
        }));

    /// <summary>Counts one try of a code for a person; false when there were too many.</summary>
    public bool Take(string person)
    {
        using var lease = limiter.AttemptAcquire(person);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
