using HoiThi.Server.Site;
using Microsoft.AspNetCore.DataProtection;

namespace HoiThi.Server.Organisers;

/// <summary>What a ceremony of WebAuthn needs between its two requests: the challenge, kept by the browser, sealed by us.</summary>
public sealed class Passkeys(IDataProtectionProvider protection)
{
    private const string Cookie = "console-passkey";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("passkey ceremony").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, string? state) =>
        http.Response.Cookies.Append(Cookie, protector.Protect(state ?? "", Patience), ConsoleSessions.Options(http.Request));

    /// <summary>The state of the ceremony, which can be ended once; null where there is none.</summary>
    public string? Take(HttpContext http)
    {
        http.Response.Cookies.Delete(Cookie, ConsoleSessions.Options(http.Request));
        try
        {
            return http.Request.Cookies[Cookie] is { Length: > 0 and < 3000 } value ? protector.Unprotect(value) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The credential as the browser's script sends it.</summary>
    public static async Task<string> BodyAsync(HttpRequest request)
    {
        request.LimitBody();
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync();
    }
}
