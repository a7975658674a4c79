using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>
/// Writes HTML as bytes. <see cref="Raw"/> is for what we wrote ourselves or encoded before; everything that comes
/// from a person or a file goes through <see cref="Text"/>. Call <see cref="Flush"/> at the end.
/// </summary>
public ref struct Html(IBufferWriter<byte> output)
{
    private const int Page = 16_384;

    // Vietnamese stays as it is: only what means something in HTML is escaped.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private Span<byte> span = output.GetSpan(Page);
    private int used;

    /// <summary>The bytes of a text with everything escaped that HTML would read, in content and in quoted attributes.</summary>
    public static byte[] Encode(string text) => Encoding.UTF8.GetBytes(Encoder.Encode(text));

    /// <summary>Writes markup as it is.</summary>
    public void Raw(ReadOnlySpan<byte> markup)
    {
        if (markup.Length > span.Length - used)
        {
            Turn(markup.Length);
        }

        markup.CopyTo(span[used..]);
        used += markup.Length;
    }

    /// <summary>Writes a text, escaped.</summary>
    public void Text(string text) => Raw(Encode(text));

    /// <summary>Writes a number or a time in the invariant culture; <paramref name="format"/> must not bring in markup.</summary>
    public void Value<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        int written;
        while (!value.TryFormat(span[used..], out written, format, CultureInfo.InvariantCulture))
        {
            Turn(span.Length - used + 64);
        }

        used += written;
    }

    /// <summary>Hands over what is written so far.</summary>
    public void Flush()
    {
        output.Advance(used);
        used = 0;
        span = default;
    }

    private void Turn(int needed)
    {
        output.Advance(used);
        span = output.GetSpan(Math.Max(needed, Page));
        used = 0;
    }
}
