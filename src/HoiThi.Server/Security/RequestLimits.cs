using System.Threading.RateLimiting;

namespace HoiThi.Server.Security;

/// <summary>
/// How much one visitor may ask for. An address stands for an office of 500 people who all start at nine, so its limit is
/// that of a machine gone wild; a single attempt has a limit of its own, far above what the paper's script sends.
/// </summary>
public sealed class RequestLimits : IDisposable
{
    /// <summary>Requests a second of one address, with ten times as many in a burst; 0 is no limit.</summary>
    public const string Variable = "HOITHI_REQUESTS_PER_ADDRESS";

    private const int DefaultPerAddress = 1_000;
    private const int PerAttempt = 5;
    private const int PerAttemptBurst = 120;

    private readonly PartitionedRateLimiter<string>? addresses;
    private readonly PartitionedRateLimiter<string> attempts = Buckets(PerAttempt, PerAttemptBurst);

    public RequestLimits()
    {
        var perAddress = int.TryParse(Environment.GetEnvironmentVariable(Variable), out var set) ? set : DefaultPerAddress;
        addresses = perAddress > 0 ? Buckets(perAddress, perAddress * 10) : null;
    }

    /// <summary>Counts a request; false when it is one too many.</summary>
    public bool Take(HttpContext context)
    {
        if (addresses is not null)
        {
            using var lease = addresses.AttemptAcquire(context.Connection.RemoteIpAddress?.ToString() ?? "");
            if (!lease.IsAcquired)
            {
                return false;
            }
        }

        if (HttpMethods.IsGet(context.Request.Method) || context.Request.Path.Value is not { } path || !path.StartsWith("/attempts/", StringComparison.Ordinal))
        {
            return true;
        }

        var end = path.IndexOf('/', "/attempts/".Length);
        using var own = attempts.AttemptAcquire(end < 0 ? path : path[..end]);
        return own.IsAcquired;
    }

    public void Dispose()
    {
        addresses?.Dispose();
        attempts.Dispose();
    }

    private static PartitionedRateLimiter<string> Buckets(int perSecond, int burst) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));
}

public static class RequestLimitsMiddleware
{
    public static IApplicationBuilder UseRequestLimits(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<RequestLimits>();
        return app.Use((context, next) =>
        {
            if (limits.Take(context))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Task.CompletedTask;
        });
    }
}
