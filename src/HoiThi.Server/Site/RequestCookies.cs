namespace HoiThi.Server.Site;

/// <summary>
/// One cookie of a request, found in the header where it stands. ASP.NET's collection takes all cookies apart into a
/// dictionary first, at every request. Only for cookies of ours whose values need no decoding.
/// </summary>
internal static class RequestCookies
{
    /// <summary>The value of a cookie; empty if there is none of this name.</summary>
    public static ReadOnlySpan<char> Cookie(this HttpRequest request, ReadOnlySpan<char> name)
    {
        foreach (var header in request.Headers.Cookie)
        {
            for (var rest = header.AsSpan(); !rest.IsEmpty;)
            {
                var end = rest.IndexOf(';');
                var pair = (end < 0 ? rest : rest[..end]).Trim();
                if (pair.Length > name.Length && pair[name.Length] == '=' && pair.StartsWith(name, StringComparison.Ordinal))
                {
                    return pair[(name.Length + 1)..];
                }

                rest = end < 0 ? default : rest[(end + 1)..];
            }
        }

        return default;
    }
}
