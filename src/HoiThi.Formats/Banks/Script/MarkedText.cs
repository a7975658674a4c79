using System.Globalization;
using System.Text;

namespace HoiThi.Formats.Banks.Script;

/// <summary>A text that knows how each of its letters looks.</summary>
internal sealed class MarkedText
{
    private readonly Mark[] marks;

    private MarkedText(string text, Mark[] marks)
    {
        Text = text;
        this.marks = marks;
    }

    public string Text { get; }

    public int Length => Text.Length;

    public static MarkedText Plain(string text)
    {
        var maker = new Maker();
        maker.Append(text, Mark.None);
        return maker.ToMarkedText();
    }

    public MarkedText Slice(int start, int length) => new(Text.Substring(start, length), marks[start..(start + length)]);

    public MarkedText From(int start) => Slice(start, Length - start);

    public MarkedText Trim()
    {
        var start = Length - Text.AsSpan().TrimStart().Length;
        return Slice(start, Text.AsSpan(start).TrimEnd().Length);
    }

    /// <summary>Texts one after another, each with what parts it from the one before; what is empty is left out.</summary>
    public static MarkedText Join(IEnumerable<(string Between, MarkedText Text)> parts)
    {
        var (text, marks) = (new StringBuilder(), new List<Mark>());
        foreach (var (between, part) in parts.Where(part => part.Text.Length > 0))
        {
            if (text.Length > 0)
            {
                text.Append(between);
                marks.AddRange(Enumerable.Repeat(Mark.None, between.Length));
            }

            text.Append(part.Text);
            marks.AddRange(part.marks);
        }

        return new(text.ToString(), [.. marks]);
    }

    /// <summary>Which share of the letters and digits has a feature, 0–1; of all signs where there are no letters.</summary>
    public double Share(Func<Mark, bool> feature)
    {
        var letters = Enumerable.Range(0, Length).Where(index => char.IsLetterOrDigit(Text[index])).ToList();
        if (letters.Count == 0)
        {
            letters = [.. Enumerable.Range(0, Length).Where(index => !char.IsWhiteSpace(Text[index]))];
        }

        return letters.Count == 0 ? 0 : (double)letters.Count(index => feature(marks[index])) / letters.Count;
    }

    /// <summary>
    /// Puts runs together. Letters are composed across the borders of runs, invisible ones left out, hard spaces made
    /// soft; tabs stay, for they part choices on one line.
    /// </summary>
    public sealed class Maker
    {
        private readonly StringBuilder text = new();
        private readonly List<Mark> marks = [];

        public int Length => text.Length;

        public void Append(string run, Mark mark)
        {
            foreach (var rune in run.EnumerateRunes())
            {
                switch (rune.Value == '\t' ? 'x' : BankText.Kind(rune))
                {
                    case 'x':
                        text.Append(rune);
                        marks.AddRange(Enumerable.Repeat(mark, rune.Utf16SequenceLength));
                        break;
                    case '\0':
                        break;
                    default:
                        text.Append(' ');
                        marks.Add(mark);
                        break;
                }
            }
        }

        public MarkedText ToMarkedText()
        {
            var raw = text.ToString();
            return raw.IsNormalized(NormalizationForm.FormC) ? new(raw, [.. marks]) : Composed(raw);
        }

        // A letter takes the marks that follow it with it, and keeps its own look.
        private MarkedText Composed(string raw)
        {
            var composed = new StringBuilder(raw.Length);
            var looks = new List<Mark>(raw.Length);
            for (var start = 0; start < raw.Length;)
            {
                var end = start + 1;
                while (end < raw.Length && (char.IsLowSurrogate(raw[end]) || IsCombining(raw[end])))
                {
                    end++;
                }

                var letter = raw[start..end].Normalize(NormalizationForm.FormC);
                composed.Append(letter);
                looks.AddRange(Enumerable.Repeat(marks[start], letter.Length));
                start = end;
            }

            return new(composed.ToString(), [.. looks]);
        }

        private static bool IsCombining(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
    }
}
