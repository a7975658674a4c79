using System.Text.RegularExpressions;

namespace HoiThi.Formats.Banks.Script;

/// <summary>Finds where the choices of a question begin.</summary>
internal static class ChoiceFinder
{
    /// <summary>The choices in order, and what is odd about their letters; null for nothing.</summary>
    public static (List<Occurrence> Choices, string? Odd) Find(IReadOnlyList<ScriptLine> lines)
    {
        var all = lines.SelectMany(Occurrences).ToList();
        foreach (var upper in (bool[])[true, false])
        {
            var same = all.Where(occurrence => occurrence.Upper == upper).ToList();
            if (InCells(same, lines) is { } cells)
            {
                return (cells, null);
            }

            var sequence = Sequence(same);
            var strong = same.Where(occurrence => occurrence.Strong).ToList();
            if (sequence.Count >= 2 && strong.TrueForAll(sequence.Contains))
            {
                return (sequence, null);
            }

            if (strong.Count >= 2 && (upper || sequence.Count >= 2))
            {
                // A letter is missing or there twice; what begins a line is most likely a choice, but a person must see it.
                var merged = strong.Union(sequence).OrderBy(each => each.Line).ThenBy(each => each.Start).ToList();
                return (merged, string.Concat(merged.Select(each => Letters.Of(each.Letter))));
            }

            if (sequence.Count >= 2)
            {
                return (sequence, null);
            }
        }

        return (Numbered(lines) ?? Bulleted(lines) ?? [], null);
    }

    private static IEnumerable<Occurrence> Occurrences(ScriptLine line, int index)
    {
        var text = line.Whole;
        var first = LineForms.Choice(text);
        if (line.Lettered is { } letter)
        {
            yield return new(index, 0, line.Label.Length + 1, -1, letter == 'A', Strong: true, IsStar(text, line.Label.Length + 1));
        }
        else if (first.Success)
        {
            yield return Of(first, index, strong: true);
        }

        foreach (var match in LineForms.InlineChoices(text).Where(match => !first.Success || match.Index >= first.Length - 1))
        {
            var gap = match.Groups["gap"].Value;
            yield return Of(match, index, gap.Length > 1 || gap == "\t");
        }
    }

    private static bool IsStar(string text, int at) => at < text.Length && text[at] == '*';

    private static Occurrence Of(Match match, int line, bool strong)
    {
        var letter = match.Groups["letter"].ValueSpan[0];
        return new(
            line,
            match.Index,
            match.Index + match.Length,
            Letters.IndexOf(letter),
            char.IsUpper(letter),
            strong,
            match.Groups["star"].Success || match.Groups["star2"].Success || match.Groups["star3"].Success);
    }

    // A, B, C … each after the one before. A strong place goes before a weak one: "A. Theo mục B. của luật", then "B. …".
    private static List<Occurrence> Sequence(List<Occurrence> places)
    {
        var sequence = new List<Occurrence>();
        var at = 0;
        while (sequence.Count <= Letters.Most)
        {
            var next = places.FindIndex(at, each => IsNext(each) && each.Strong);
            next = next >= 0 ? next : places.FindIndex(at, IsNext);
            if (next < 0)
            {
                break;
            }

            sequence.Add(places[next] with { Letter = sequence.Count });
            at = next + 1;
            places[next] = sequence[^1];
        }

        return sequence;

        // Letters that the program counts are whatever comes next: many files count on from question to question.
        bool IsNext(Occurrence each) => each.Letter == sequence.Count || each.Letter < 0;
    }

    // Cells are read row by row, but may be lettered column by column.
    private static List<Occurrence>? InCells(List<Occurrence> places, IReadOnlyList<ScriptLine> lines)
    {
        var cells = places.Where(place => lines[place.Line].InTable && place.Strong && place.Letter >= 0).OrderBy(place => place.Letter).ToList();
        return cells.Count >= 2 && cells.Count == places.Count(place => place.Strong) && cells.Select(cell => cell.Letter).SequenceEqual(Enumerable.Range(0, cells.Count))
            && cells.DistinctBy(cell => cell.Line).Count() == cells.Count
            ? cells
            : null;
    }

    private static List<Occurrence>? Numbered(IReadOnlyList<ScriptLine> lines)
    {
        var found = new List<Occurrence>();
        foreach (var (index, line) in lines.Index().Skip(1))
        {
            if (LineForms.NumberedStart(line.Whole) is { } start && start.Number == found.Count + 1)
            {
                found.Add(new(index, 0, start.End, found.Count, Upper: true, Strong: true, IsStar(line.Whole, start.End)));
            }
        }

        return found.Count is >= 2 and <= Letters.Most ? found : null;
    }

    private static List<Occurrence>? Bulleted(IReadOnlyList<ScriptLine> lines)
    {
        var found = lines.Index().Skip(1)
            .Where(line => line.Item.Whole is ['-' or '–' or '•' or '+' or '●' or '○' or '▪' or '\uF0B7', ' ' or '\t', ..])
            .Select((line, index) => new Occurrence(line.Index, 0, 2, index, Upper: true, Strong: true, IsStar(line.Item.Whole, 2)))
            .ToList();
        return found.Count is >= 2 and <= Letters.Most ? found : null;
    }
}
