using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace HoiThi.Server.Site;

/// <summary>
/// Serves the built front end: for ever, because a name carries the hash of its content, and compressed by the build,
/// not at every request.
/// </summary>
public static class AssetFiles
{
    public static void UseBuiltAssets(this WebApplication app)
    {
        var files = new PhysicalFileProvider(app.Environment.WebRootPath);
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
            {
                PreferCompressed(context, files);
            }

            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = new CompressedTypes(),
            OnPrepareResponse = sent => sent.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
        });
    }

    private static void PreferCompressed(HttpContext context, PhysicalFileProvider files)
    {
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        foreach (var (name, ending) in new[] { ("br", ".br"), ("gzip", ".gz") })
        {
            var path = context.Request.Path.Value + ending;
            if (accepted.Contains(name, StringComparison.OrdinalIgnoreCase) && files.GetFileInfo(path).Exists)
            {
                context.Request.Path = path;
                context.Response.Headers.ContentEncoding = name;
                context.Response.Headers.Vary = "Accept-Encoding";
                return;
            }
        }
    }

    /// <summary>The type of <c>site.css.br</c> is that of <c>site.css</c>.</summary>
    private sealed class CompressedTypes : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider plain = new();

        public bool TryGetContentType(string subpath, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string contentType) =>
            plain.TryGetContentType(subpath.EndsWith(".br", StringComparison.Ordinal) || subpath.EndsWith(".gz", StringComparison.Ordinal) ? subpath[..^3] : subpath, out contentType);
    }
}
