using HoiThi.Server.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Organisers;

/// <summary>
/// Who is signed in to the console. The cookie names a session of the database and nothing else, so that a session that
/// is revoked ends with the next request on every node.
/// </summary>
public sealed class ConsoleSessions(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Cookie = "console";
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);
    private readonly IDataProtector protector = protection.CreateProtector("console session");

    /// <summary>Begins a session. One that is completed by the second factor is another than before (no fixation).</summary>
    public async Task BeginAsync(HttpContext http, HoiThiContext context, Guid person, bool complete)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (IdOf(http.Request) is { } before)
        {
            await context.ConsoleSessions.Where(row => row.Id == before && row.Revoked == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Revoked, now));
        }

        var session = new ConsoleSessionRow
        {
            Id = Guid.NewGuid(),
            Person = person,
            Complete = complete,
            Created = now,
            Seen = now,
            Address = AddressOf(http),
            Device = DeviceOf(http.Request),
        };
        context.ConsoleSessions.Add(session);
        await context.SaveChangesAsync();
        http.Response.Cookies.Append(Cookie, protector.Protect(session.Id.ToString("N")), Options(http.Request));
    }

    /// <summary>The session of a request, if it is one and not over.</summary>
    public async Task<ConsoleSessionRow?> FindAsync(HttpContext http, HoiThiContext context)
    {
        if (IdOf(http.Request) is not { } id)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var session = await context.ConsoleSessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Revoked == null);
        if (session is null || !IsAlive(session, now))
        {
            return null;
        }

        if (now.ToUnixTimeMilliseconds() - session.Seen > SeenEvery.TotalMilliseconds)
        {
            await context.ConsoleSessions.Where(row => row.Id == id).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Seen, now.ToUnixTimeMilliseconds()).SetProperty(row => row.Address, AddressOf(http)));
        }

        return session;
    }

    public static bool IsAlive(ConsoleSessionRow session, DateTimeOffset now) => session.Revoked is null
        && now - DateTimeOffset.FromUnixTimeMilliseconds(session.Seen) < Idle
        && now - DateTimeOffset.FromUnixTimeMilliseconds(session.Created) < Longest;

    public static void Clear(HttpResponse response) => response.Cookies.Delete(Cookie, new CookieOptions { Path = "/manage" });

    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    internal static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/manage",
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
    };

    private Guid? IdOf(HttpRequest request)
    {
        try
        {
            return request.Cookies[Cookie] is { Length: > 0 and < 500 } value && Guid.TryParse(protector.Unprotect(value), out var id) ? id : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The browser and the system, in words: enough to tell one's own devices apart.</summary>
    private static string DeviceOf(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        string[] browsers = ["Edg", "OPR", "coc_coc", "Firefox", "Chrome", "Safari"];
        string[] systems = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"];
        var browser = Array.Find(browsers, name => agent.Contains(name, StringComparison.Ordinal)) switch
        {
            "Edg" => "Edge",
            "OPR" => "Opera",
            "coc_coc" => "Cốc Cốc",
            { } name => name,
            _ => "?",
        };
        return $"{browser}, {Array.Find(systems, name => agent.Contains(name, StringComparison.Ordinal)) ?? "?"}";
    }
}
