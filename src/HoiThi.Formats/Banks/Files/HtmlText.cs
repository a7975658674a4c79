using System.Buffers;
using System.Net;
using System.Text;

namespace HoiThi.Formats.Banks.Files;

/// <summary>Turns a fragment of HTML into text: blocks become lines, images are named, everything else is left out.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "section", "article", "hr",
    };

    /// <summary>The text, and where its images come from.</summary>
    public static (string Text, List<string> Images) Of(string html)
    {
        var text = new StringBuilder(html.Length);
        var images = new List<string>();
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<' || at + 1 == html.Length || !(char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?'))
            {
                // A line break in the source is a space to a browser.
                text.Append(html[at] is '\n' or '\r' ? ' ' : html[at]);
                at++;
                continue;
            }

            var comment = html.AsSpan(at).StartsWith("<!--");
            var end = comment ? html.IndexOf("-->", at + 4, StringComparison.Ordinal) : html.IndexOf('>', at + 1);
            end = end < 0 ? html.Length : end + (comment ? 3 : 1);
            at = comment ? end : Tag(html, at, end, text, images);
        }

        return (BankText.Clean(WebUtility.HtmlDecode(text.ToString())), images);
    }

    /// <summary>A text as HTML.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br/>", StringComparison.Ordinal);

    private static int Tag(string html, int start, int end, StringBuilder text, List<string> images)
    {
        var tag = html.AsSpan(start, end - start).Trim("<>/");
        var length = tag.IndexOfAnyExcept(NameLetters);
        var name = (length < 0 ? tag : tag[..length]).ToString();
        if (Blocks.Contains(name))
        {
            text.Append('\u2028');
        }
        else if (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase))
        {
            text.Append(' ');
        }
        else if (name.Equals("img", StringComparison.OrdinalIgnoreCase) && Source(tag) is { } source)
        {
            images.Add(source);
        }
        else if (html[start + 1] != '/' && (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)))
        {
            var close = html.IndexOf($"</{name}", end, StringComparison.OrdinalIgnoreCase);
            return close < 0 ? html.Length : close;
        }

        return end;
    }

    private static string? Source(ReadOnlySpan<char> tag)
    {
        var at = tag.IndexOf("src=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at + 5 >= tag.Length || tag[at + 4] is not ('"' or '\''))
        {
            return null;
        }

        var rest = tag[(at + 5)..];
        var close = rest.IndexOf(tag[at + 4]);
        return close <= 0 ? null : WebUtility.HtmlDecode(rest[..close].ToString());
    }
}
