using CsCheck;
using HoiThi.Core.Contests;

namespace HoiThi.Formats.Tests.Contests;

/// <summary>Texts as nasty as people and programs can make them, but none that the files refuse.</summary>
internal static class RandomTexts
{
    private static readonly Gen<string> Fragment = Gen.OneOf(
        Gen.OneOf(
            "Hội thi", "cải cách hành chính", "yes", "no", "null", "~", "true", "1.0", "0x1F", "1e5", "12:30", "2023-10-23", ".inf", "=", "<<", "---", "...",
            " ", "  ", "\n", "\n\n", "\t", ": ", ":", " #", "#", "- ", "-", "? ", "'", "''", "\"", "\\", "\\n", "{", "}", "[", "]", ",", ";", "&a", "*a", "!t",
            "|", ">", "%", "@", "`", "😀", "👩‍👩‍👧", "é", "e\u0301", "\u00a0", "\u200b", "\u202e", "\u2028", "\ufeff", "\U000e0001", "|-", ">+", "${x}", "<b>"),
        Gen.Char.Array[0, 12].Select(letters => new string([.. letters.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))])),
        Gen.Char['a', 'z'].Array[1, 60].Select(letters => new string(letters)));

    public static Gen<string> Text { get; } = Fragment.Array[1, 8]
        .Select(parts => string.Concat(parts))
        .Select(text => string.IsNullOrWhiteSpace(text) ? $"x{text}" : text);

    public static Gen<LocalText> LocalText { get; } = Gen.Select(Text, Text.Null()).Select((vi, en) => new LocalText(vi, en));

    /// <summary>Between 1 and <paramref name="maximum"/> different codes, some of which look like other things.</summary>
    public static Gen<string[]> Codes(int maximum) => Gen.OneOf(
            Gen.OneOf("null", "yes", "no", "true", "1", "007", "0x1f", "1e5", "2023-10-23", "a-b", "n", "off"),
            Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"].Array[3, 8].Select(letters => new string(letters)))
        .Array[1, maximum]
        .Select(codes => codes.Distinct(StringComparer.Ordinal).ToArray());
}
