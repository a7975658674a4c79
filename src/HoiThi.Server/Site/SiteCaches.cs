using Microsoft.AspNetCore.OutputCaching;

namespace HoiThi.Server.Site;

/// <summary>
/// Public pages are the same for all who read them in one language, so they are made once in three seconds however many
/// ask, and kept compressed.
/// </summary>
public static class SiteCaches
{
    public const string Public = "public";
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddSiteCaches(this IServiceCollection services) => services.AddOutputCache(caches =>
    {
        caches.SizeLimit = 64 * 1024 * 1024;
        caches.AddPolicy(Public, policy => policy
            .Expire(Lifetime)
            .SetVaryByQuery("*")
            .VaryByValue(context => new("language", Language.Of(context.Request).Code))
            .VaryByValue(context => new("encoding", EncodingOf(context.Request))));
    });

    // Browsers write Accept-Encoding in many ways; what matters is which of ours they take.
    private static string EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "";
    }
}
