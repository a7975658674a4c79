namespace HoiThi.Server.Site;

internal static class Encodings
{
    /// <summary>Whether a visitor takes gzip. Browsers write the header in many ways; none of them refuses it by <c>q=0</c>.</summary>
    public static bool TakesGzip(this HttpRequest request)
    {
        foreach (var header in request.Headers.AcceptEncoding)
        {
            if (header.AsSpan().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
