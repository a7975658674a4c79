using System.Diagnostics;

namespace HoiThi.Server.Security;

/// <summary>
/// How much one visitor may ask for. An address stands for an office of 500 people who all start at nine, so its limit is
/// that of a machine gone wild; a single attempt has a limit of its own, far above what the paper's script sends.
/// </summary>
public sealed class RequestLimits
{
    /// <summary>Requests a second of one address, with ten times as many in a burst; 0 is no limit.</summary>
    public const string Variable = "HOITHI_REQUESTS_PER_ADDRESS";

    private const int DefaultPerAddress = 1_000;
    private const int PerAttempt = 5;
    private const int PerAttemptBurst = 120;
    private const string AttemptPath = "/attempts/";

    private readonly Buckets? addresses;
    private readonly Buckets attempts = new(PerAttempt, PerAttemptBurst);

    public RequestLimits()
    {
        var perAddress = int.TryParse(Environment.GetEnvironmentVariable(Variable), out var set) ? set : DefaultPerAddress;
        addresses = perAddress > 0 ? new Buckets(perAddress, perAddress * 10) : null;
    }

    /// <summary>Counts a request; false when it is one too many.</summary>
    public bool Take(HttpContext context)
    {
        if (addresses is not null && !addresses.Take(context.Connection.RemoteIpAddress?.GetHashCode() ?? 0))
        {
            return false;
        }

        if (HttpMethods.IsGet(context.Request.Method) || context.Request.Path.Value is not { } path || !path.StartsWith(AttemptPath, StringComparison.Ordinal))
        {
            return true;
        }

        var id = path.AsSpan(AttemptPath.Length);
        var end = id.IndexOf('/');
        return attempts.Take(string.GetHashCode(end < 0 ? id : id[..end], StringComparison.Ordinal));
    }

    /// <summary>
    /// A token bucket for everybody, in a table of fixed size without locks or timers: a cell holds when its bucket will be
    /// full again. Two who fall into one cell share its bucket: hashes are salted, so nobody can choose whom to fall upon.
    /// </summary>
    private sealed class Buckets(int perSecond, int burst)
    {
        private readonly long[] fullAt = new long[1 << 17];
        private readonly long token = Stopwatch.Frequency / perSecond;

        public bool Take(int hash)
        {
            ref var cell = ref fullAt[HashCode.Combine(hash) & (fullAt.Length - 1)];
            while (true)
            {
                var (held, now) = (Volatile.Read(ref cell), Stopwatch.GetTimestamp());
                var next = Math.Max(held, now) + token;
                if (next - now > token * burst)
                {
                    return false;
                }

                if (Interlocked.CompareExchange(ref cell, next, held) == held)
                {
                    return true;
                }
            }
        }
    }
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
