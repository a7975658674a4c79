using System.Globalization;

namespace HoiThi.Formats.Banks.Gift;

/// <summary>An answer of a GIFT question.</summary>
/// <param name="Right">Whether = stands before it, and not ~.</param>
/// <param name="Weight">Its %weight%; null where none is written.</param>
/// <param name="Raw">What follows, before its feedback, as it is written.</param>
/// <param name="Text">The same as a reader sees it.</param>
/// <param name="Feedback">What is said of it; empty for nothing.</param>
internal sealed record GiftAnswer(bool Right, decimal? Weight, string Raw, string Text, string Feedback)
{
    public bool IsPair => Right && Raw.Contains("->", StringComparison.Ordinal);

    /// <summary>The answers between the braces.</summary>
    public static List<GiftAnswer> Of(string answers, string format)
    {
        var found = new List<GiftAnswer>();
        for (var at = GiftText.Find(answers, "~="); at >= 0;)
        {
            var next = GiftText.Find(answers, "~=", at + 1);
            found.Add(One(answers[at] == '=', answers[(at + 1)..(next < 0 ? answers.Length : next)].Trim(), format));
            at = next;
        }

        return found;
    }

    private static GiftAnswer One(bool right, string text, string format)
    {
        decimal? weight = null;
        var close = text.StartsWith('%') ? text.IndexOf('%', 1) : -1;
        if (close > 0 && decimal.TryParse(text.AsSpan(1, close - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent))
        {
            weight = percent;
            text = text[(close + 1)..];
        }

        var hash = GiftText.Find(text, "#");
        var raw = hash < 0 ? text : text[..hash];
        return new(right, weight, raw, GiftText.Plain(raw, format).Text, hash < 0 ? "" : text[(hash + 1)..].Trim());
    }
}
