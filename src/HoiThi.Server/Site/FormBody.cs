using Microsoft.AspNetCore.Http.Features;

namespace HoiThi.Server.Site;

/// <summary>Bodies of people's requests: small, and forms where a form is due.</summary>
public static class FormBody
{
    /// <summary>No form and no paper of ours is longer; beyond this somebody is trying something.</summary>
    private const int SizeLimit = 32 * 1024;

    /// <summary>But for papers with essays: 20,000 bytes of text, each perhaps as three of a form.</summary>
    public const int EssayLimit = 128 * 1024;

    /// <summary>The form that was sent; null where what was sent is none.</summary>
    /// <exception cref="BadHttpRequestException">It is too long (413).</exception>
    public static async Task<IFormCollection?> Read(HttpRequest request, int limit = SizeLimit)
    {
        request.LimitBody(limit);
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync() : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Makes reading on beyond a limit an error, whether or not the request says how long it is.</summary>
    public static void LimitBody(this HttpRequest request, int limit = SizeLimit)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = limit;
        }
    }
}
