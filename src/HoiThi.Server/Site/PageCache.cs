using System.Collections.Concurrent;
using System.IO.Compression;
using System.IO.Pipelines;

namespace HoiThi.Server.Site;

/// <summary>
/// Public pages are the same for all who read them in one language, so they are made once in three seconds however many
/// ask, and kept as the bytes that are sent. While one visitor's request makes a page anew the others get the one before;
/// only where there is none that is young enough do they wait.
/// </summary>
/// <remarks>
/// Not ASP.NET's output cache: that stands behind routing, takes the request and its key apart for every policy, and
/// copies each reply in pieces, which for two of a journey's fourteen requests came to a fifteenth of its cost.
/// </remarks>
public sealed class PageCache
{
    private const long Fresh = 3_000;
    private const long Usable = 8_000;
    private const int MostPages = 4_000;
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly ConcurrentDictionary<Key, Kept> pages = new();
    private readonly ConcurrentDictionary<Key, TaskCompletionSource> making = new();

    /// <summary>Serves what is kept, in front of everything that such a request would pass through.</summary>
    public Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && pages.TryGetValue(Key.Of(request), out var kept) && kept.MayServe()
            ? kept.SendAsync(context).AsTask() : next(context);
    }

    /// <summary>Makes a page that is not kept, behind routing: once for all who ask meanwhile.</summary>
    public async Task MakeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PublicPage>() is null || !HttpMethods.IsGet(context.Request.Method))
        {
            await next(context);
            return;
        }

        var key = Key.Of(context.Request);
        var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (making.GetOrAdd(key, own) is var first && first != own)
        {
            await first.Task.WaitAsync(context.RequestAborted);
            if (pages.TryGetValue(key, out var made) && made.Age < Usable)
            {
                await made.SendAsync(context);
                return;
            }
        }

        try
        {
            await MakeAsync(context, next, key);
        }
        finally
        {
            making.TryRemove(key, out _);
            own.SetResult();
        }
    }

    private async Task MakeAsync(HttpContext context, RequestDelegate next, Key key)
    {
        var response = context.Response;
        var body = response.Body;
        using var page = new MemoryStream();
        response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (response.StatusCode != StatusCodes.Status200OK)
        {
            if (page.Length > 0)
            {
                await body.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length));
            }

            return;
        }

        response.Headers.Remove("blazor-enhanced-nav");
        var kept = new Kept(response.ContentType, key.Gzip ? Compress(page) : page.ToArray(), key.Gzip);
        Keep(key, kept);
        await kept.SendAsync(context);
    }

    private void Keep(Key key, Kept kept)
    {
        if (pages.Count >= MostPages || pages.Values.Sum(each => (long)each.Body.Length) > MostBytes)
        {
            foreach (var old in pages.Where(pair => pair.Value.Age > Usable))
            {
                pages.TryRemove(old);
            }

            if (pages.Count >= MostPages)
            {
                return; // somebody asks for thousands of pages in a few seconds: they are made as they are asked for
            }
        }

        pages[key] = kept;
    }

    private static byte[] Compress(MemoryStream page)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(page.GetBuffer().AsSpan(0, (int)page.Length));
        }

        return compressed.ToArray();
    }

    // With scheme and host, because pages name the address they were asked under (the QR code, links to share): who makes up a
    // host must not put it into the pages of others.
    private readonly record struct Key(string Scheme, string Host, string Path, string Query, bool English, bool Gzip)
    {
        public static Key Of(HttpRequest request) => new(
            request.Scheme, request.Host.Value ?? "", request.Path.Value ?? "", request.QueryString.Value ?? "", Language.Of(request).English, request.TakesGzip());
    }

    private sealed class Kept(string? type, byte[] body, bool gzip)
    {
        private readonly long made = Environment.TickCount64;
        private int renewing;

        public byte[] Body => body;

        public long Age => Environment.TickCount64 - made;

        /// <summary>Whether it can be sent as it is; the first to ask when it is no longer fresh is told to make it anew.</summary>
        public bool MayServe() => Age < Fresh || (Age < Usable && Interlocked.Exchange(ref renewing, 1) == 1);

        public ValueTask<FlushResult> SendAsync(HttpContext context)
        {
            var response = context.Response;
            Security.SecurityHeaders.Set(context);
            response.ContentType = type;
            response.ContentLength = body.Length;
            if (gzip)
            {
                response.Headers.ContentEncoding = "gzip";
            }

            response.Headers.Vary = "Accept-Encoding, Cookie";
            return response.BodyWriter.WriteAsync(body);
        }
    }
}

/// <summary>Marks an endpoint whose page is the same for everybody who reads it in one language.</summary>
public sealed record PublicPage
{
    public static PublicPage Mark { get; } = new();
}

public static class PublicPageRoutes
{
    /// <summary>Maps a page that is the same for everybody who reads it in one language.</summary>
    public static void MapPublicPage(this IEndpointRouteBuilder app, string pattern, Delegate handler) =>
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler).WithMetadata(PublicPage.Mark);
}
