using System.Globalization;
using System.Xml.Linq;
using HoiThi.Formats.Banks.Files;

namespace HoiThi.Formats.Banks.Word;

/// <summary>What automatic numbering puts before a paragraph.</summary>
/// <param name="Text">The label, as in <c>Câu 3:</c>.</param>
/// <param name="Lettered">'A' or 'a' where it is a letter and nothing else.</param>
internal sealed record WordLabel(string Text, char? Lettered);

/// <summary>Counts the automatic numbers of a document in the order of its paragraphs (ECMA-376, 17.9).</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<string, XElement> abstracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> counters = new(StringComparer.Ordinal);
    private readonly HashSet<(string, int)> restarted = [];

    public WordNumbering(XElement? root)
    {
        foreach (var element in root?.Elements() ?? [])
        {
            if (element.Name.LocalName == "abstractNum" && element.Value("abstractNumId") is { } id)
            {
                abstracts.TryAdd(id, element);
            }
            else if (element.Name.LocalName == "num" && element.Value("numId") is { } number)
            {
                numbers.TryAdd(number, element);
            }
        }
    }

    /// <summary>The label of the next paragraph with this numbering; null for none.</summary>
    public WordLabel? Next(XElement? numbering)
    {
        var id = numbering?.Child("numId").Value();
        var level = Math.Clamp(numbering?.Child("ilvl").Number() ?? 0, 0, Levels - 1);
        if (id is null or "0" || !numbers.TryGetValue(id, out var number) || number.Child("abstractNumId").Value() is not { } abstractId
            || !abstracts.ContainsKey(abstractId) || LevelOf(number, abstractId, level) is not { } form)
        {
            return null;
        }

        Count(number, id, abstractId, level);
        return LabelOf(number, abstractId, level, form);
    }

    private void Count(XElement number, string id, string abstractId, int level)
    {
        if (!counters.TryGetValue(abstractId, out var counts))
        {
            counters.Add(abstractId, counts = new int?[Levels]);
        }

        var begins = OverrideOf(number, level)?.Child("startOverride").Number();
        var restarts = begins is not null && restarted.Add((id, level));
        counts[level] = restarts || counts[level] is null
            ? begins ?? LevelOf(number, abstractId, level)?.Child("start").Number() ?? 1
            : (counts[level] + 1) % 100_000;
        Array.Clear(counts, level + 1, Levels - level - 1);
    }

    private WordLabel? LabelOf(XElement number, string abstractId, int level, XElement form)
    {
        var pattern = form.Child("lvlText").Value() ?? "";
        var format = form.Child("numFmt").Value() ?? "decimal";
        if (format == "bullet")
        {
            return new("•", null);
        }

        for (var each = 0; each < Levels; each++)
        {
            if (pattern.Contains($"%{each + 1}", StringComparison.Ordinal))
            {
                var shape = LevelOf(number, abstractId, each)?.Child("numFmt").Value() ?? "decimal";
                pattern = pattern.Replace($"%{each + 1}", Shown(counters[abstractId][each] ?? 1, shape), StringComparison.Ordinal);
            }
        }

        var alone = (form.Child("lvlText").Value() ?? "").Count(char.IsLetterOrDigit) == 1;
        return new(BankText.Line(pattern), !alone ? null : format switch { "upperLetter" => 'A', "lowerLetter" => 'a', _ => null });
    }

    private XElement? LevelOf(XElement number, string abstractId, int level) =>
        OverrideOf(number, level)?.Child("lvl") ?? abstracts[abstractId].Children("lvl").FirstOrDefault(each => each.Number("ilvl") == level);

    private static XElement? OverrideOf(XElement number, int level) => number.Children("lvlOverride").FirstOrDefault(each => each.Number("ilvl") == level);

    private static string Shown(int count, string format) => format switch
    {
        "none" => "",
        "upperLetter" => Letter(count, 'A'),
        "lowerLetter" => Letter(count, 'a'),
        "upperRoman" => Roman(count),
        "lowerRoman" => Roman(count).ToLowerInvariant(),
        "decimalZero" => count.ToString("00", CultureInfo.InvariantCulture),
        _ => count.ToString(CultureInfo.InvariantCulture),
    };

    // After Z comes AA, then BB: letters are repeated, not counted on.
    private static string Letter(int count, char first) =>
        count < 1 ? "" : new string((char)(first + ((count - 1) % 26)), Math.Min(((count - 1) / 26) + 1, 20));

    private static string Roman(int count)
    {
        var roman = "";
        foreach (var (value, letters) in new[] { (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
        {
            for (; count >= value && roman.Length < 20; count -= value)
            {
                roman += letters;
            }
        }

        return roman;
    }
}
