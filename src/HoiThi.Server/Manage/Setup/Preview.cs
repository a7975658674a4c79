using System.Text;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Manage.Setup;

/// <summary>A moment that is pretended; everything else of time is as it is.</summary>
internal sealed class PretendedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}

/// <summary>
/// Answers with a public page as an organiser's preview: a bar says at which moment, links lead on within the preview, and
/// forms send nothing.
/// </summary>
/// <param name="page">The page.</param>
/// <param name="contest">The contest, which the public may not see yet.</param>
/// <param name="address">The address of the preview, up to its moment.</param>
/// <param name="bar">The bar, as HTML.</param>
internal sealed class PreviewResult(IResult page, LiveContest contest, string address, string bar) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var stream = response.Body;
        using var content = new MemoryStream();
        response.Body = content;

        // What is to be changed must not be compressed; that comes after.
        var headers = httpContext.Request.Headers;
        var accepted = headers.AcceptEncoding;
        headers.AcceptEncoding = default;
        try
        {
            await page.ExecuteAsync(httpContext);
            await response.BodyWriter.FlushAsync();
        }
        finally
        {
            response.Body = stream;
            headers.AcceptEncoding = accepted;
        }

        var home = $"/competition/{contest.Definition.Slug}";
        var html = Encoding.UTF8.GetString(content.ToArray())
            .Replace($"\"{home}/documents/", $"\"{address}/documents/", StringComparison.Ordinal)
            .Replace($"\"{home}/banner", $"\"/manage/contests/{contest.Definition.Slug}/preview/banner", StringComparison.Ordinal)
            .Replace($"=\"{home}", $"=\"{address}", StringComparison.Ordinal)
            .Replace("formaction=\"/attempts/", $"formaction=\"{address}/attempts/", StringComparison.Ordinal)
            .Replace("action=\"/attempts/", $"action=\"{address}/attempts/", StringComparison.Ordinal);
        // The link that skips to the content stays the first of the page.
        var body = html.IndexOf("<body", StringComparison.Ordinal);
        var skip = body < 0 ? -1 : html.IndexOf("class=\"skip\"", body, StringComparison.Ordinal);
        var at = skip >= 0 ? html.IndexOf("</a>", skip, StringComparison.Ordinal) + 4 : body < 0 ? 0 : html.IndexOf('>', body) + 1;
        response.Headers.ContentLength = null;
        response.Headers.CacheControl = "private, no-store";
        await response.WriteAsync(html[..at] + bar + html[at..]);
    }
}
