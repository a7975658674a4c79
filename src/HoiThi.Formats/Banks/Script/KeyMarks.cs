namespace HoiThi.Formats.Banks.Script;

/// <summary>What a look points at: some choices, and what it is in words.</summary>
internal sealed record Pointing(int[] Choices, string Vi, string En);

/// <summary>Finds the choices that look unlike the others of their question.</summary>
internal static class KeyMarks
{
    private const double Whole = 0.85;

    /// <summary>Looks that some choices have altogether and others not.</summary>
    public static List<Pointing> Find(IReadOnlyList<MarkedText> labels, IReadOnlyList<MarkedText> texts)
    {
        // The text of a choice says more than its label: all labels are often bold.
        var byText = Looks(texts);
        var byLabel = Looks(labels);
        return [.. byText.Concat(byLabel.Where(label => !byText.Exists(text => text.En == label.En)))];
    }

    /// <summary>Looks that a part of some choices has: the key marked carelessly, or emphasis.</summary>
    public static List<Pointing> FindParts(IReadOnlyList<MarkedText> texts) =>
        [.. Features.Select(feature => Subset(feature.Vi, feature.En, texts, text => text.Share(feature.Has) > 0)).OfType<Pointing>()];

    private static readonly (string Vi, string En, Func<Mark, bool> Has)[] Features =
    [
        ("chữ đậm", "bold", mark => mark.Bold),
        ("gạch chân", "underline", mark => mark.Underline),
        ("màu chữ", "colour", mark => mark.Colour.Length > 0),
        ("tô nền", "highlight", mark => mark.Highlight.Length > 0),
    ];

    private static List<Pointing> Looks(IReadOnlyList<MarkedText> texts)
    {
        var found = Features.Select(feature => Subset(feature.Vi, feature.En, texts, text => text.Share(feature.Has) >= Whole)).OfType<Pointing>().ToList();

        // Where every choice is coloured, the one in another colour than the rest is marked as well.
        found.AddRange(OddOne(texts, "màu chữ", "colour", mark => mark.Colour));
        found.AddRange(OddOne(texts, "tô nền", "highlight", mark => mark.Highlight));
        return found;
    }

    private static Pointing? Subset(string vi, string en, IReadOnlyList<MarkedText> texts, Func<MarkedText, bool> has)
    {
        var chosen = Enumerable.Range(0, texts.Count).Where(index => has(texts[index])).ToArray();
        return chosen.Length > 0 && chosen.Length < texts.Count ? new(chosen, vi, en) : null;
    }

    private static IEnumerable<Pointing> OddOne(IReadOnlyList<MarkedText> texts, string vi, string en, Func<Mark, string> of)
    {
        var colours = texts.Select(text => Only(text, of)).ToList();
        if (colours.TrueForAll(colour => colour.Length > 0) && texts.Count >= 3)
        {
            var groups = colours.Index().GroupBy(colour => colour.Item, colour => colour.Index, StringComparer.Ordinal).OrderBy(group => group.Count()).ToList();
            if (groups.Count == 2)
            {
                yield return new([.. groups[0]], vi, en);
            }
        }
    }

    private static string Only(MarkedText text, Func<Mark, string> of)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return text.Share(mark => seen.Add(of(mark)) || of(mark).Length > 0) >= Whole && seen.Count == 1 ? seen.First() : "";
    }
}
