using System.Threading.RateLimiting;
using HoiThi.Core;
using HoiThi.Core.Contests;

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

    /// <summary>What is said when there were too many.</summary>
    public static FieldError TooMany { get; } = new("too-many", null, new LocalText(
        "Bạn đã thử quá nhiều lần. Hãy chờ 15 phút rồi thử lại.", "Too many tries. Wait a quarter of an hour and try again."));

    /// <summary>Counts one try of a code for a person; false when there were too many.</summary>
    public bool Take(string person)
    {
        using var lease = limiter.AttemptAcquire(person);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
