using System.Text.RegularExpressions;
using HoiThi.Formats.Banks.Aiken;
using HoiThi.Formats.Banks.Files;
using HoiThi.Formats.Banks.Gift;
using HoiThi.Formats.Banks.Sheets;

namespace HoiThi.Formats.Banks;

/// <summary>Tells what a text holds by what it says; its name decides only where both are possible.</summary>
internal static partial class BankSniff
{
    private const int LinesOfHeader = 25;

    public static BankFormat OfText(string text, string fileName)
    {
        var start = text.Length > 100_000 ? text[..100_000] : text;
        var extension = Path.GetExtension(fileName).ToUpperInvariant();
        if (Yaml().IsMatch(start))
        {
            return BankFormat.Yaml;
        }

        if (extension == ".CSV" || (extension != ".GIFT" && HasHeader(start)))
        {
            return BankFormat.Csv;
        }

        if (AikenReader.Fits(text))
        {
            return BankFormat.Aiken;
        }

        return extension == ".GIFT" || IsGift(start) ? BankFormat.Gift : BankFormat.Text;
    }

    private static bool HasHeader(string text) => text.Split('\n').Take(LinesOfHeader)
        .Any(line => line.Split([',', ';', '\t']) is { Length: >= 3 } cells && HeaderMap.Of([.. cells.Select(cell => cell.Trim('"', ' ', '\r'))]).Suffices);

    private static bool IsGift(string text)
    {
        if (text.Contains("$CATEGORY:", StringComparison.Ordinal))
        {
            return true;
        }

        var open = GiftText.Find(text, "{");
        return open >= 0 && GiftText.Find(text, "}", open + 1) is var close and > 0
            && (text.StartsWith("::", StringComparison.Ordinal) || text.Contains("\n::", StringComparison.Ordinal) || close == open + 1
                || text[(open + 1)..close].TrimStart() is ['=' or '~' or '#' or 'T' or 'F', ..]);
    }

    [GeneratedRegex(@"^(---\s*\n)?(\s*#.*\n)*\s*(topics|questions)\s*:", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Yaml();
}
