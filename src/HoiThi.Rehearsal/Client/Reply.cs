using System.Text;

namespace HoiThi.Rehearsal.Client;

/// <summary>A reply: slices of its connection's buffer.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Head">The status line and headers, without the empty line.</param>
/// <param name="Body">The body, its chunks put together.</param>
public readonly record struct Reply(int Status, ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Body)
{
    /// <summary>Where a redirect leads; empty without one.</summary>
    public string Location => Encoding.ASCII.GetString(Find(Head.Span, "\r\nLocation: "u8));

    /// <summary>The cookies that it sets, as the header of the next request has them.</summary>
    public string Cookies()
    {
        var cookies = new StringBuilder();
        for (var rest = Head.Span; rest.IndexOf("\r\nSet-Cookie: "u8) is >= 0 and var start;)
        {
            rest = rest[(start + 14)..];
            cookies.Append(cookies.Length == 0 ? "" : "; ").Append(Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)';')]));
        }

        return cookies.ToString();
    }

    /// <summary>What stands in the body after <paramref name="before"/> up to <paramref name="after"/>; empty if it is not there.</summary>
    public ReadOnlySpan<byte> Between(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var body = Body.Span;
        var start = body.IndexOf(before);
        if (start < 0)
        {
            return default;
        }

        body = body[(start + before.Length)..];
        var end = body.IndexOf(after);
        return end < 0 ? default : body[..end];
    }

    /// <summary>The value of the header that <paramref name="name"/> (from the line break to the colon and space) begins.</summary>
    internal static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        var start = head.IndexOf(name);
        if (start < 0)
        {
            return default;
        }

        head = head[(start + name.Length)..];
        var end = head.IndexOf("\r\n"u8);
        return end < 0 ? head : head[..end];
    }
}
