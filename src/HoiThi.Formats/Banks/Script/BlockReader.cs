using System.Text.RegularExpressions;

namespace HoiThi.Formats.Banks.Script;

/// <summary>Reads the lines of one question.</summary>
internal sealed partial class BlockReader(IReadOnlyList<ScriptLine> lines, int number, string topic)
{
    private readonly Draft draft = new(lines[0].Place) { Number = number > 0 ? number : null, Topic = topic };
    private readonly List<ScriptLine> body = [];
    private readonly List<MarkedText> texts = [];
    private readonly List<MarkedText> labels = [];
    private string? open;

    /// <summary>Reads them; the first is without "Câu 1:".</summary>
    public QuestionBlock Read()
    {
        var result = new QuestionBlock(draft);
        var choicesSeen = false;
        foreach (var line in lines.Where(line => !line.IsBlank))
        {
            choicesSeen |= LineForms.Choice(line.Whole).Success || line.Lettered is not null || LineForms.InlineChoices(line.Whole).Skip(1).Any();
            if (!TakeField(line, choicesSeen, result))
            {
                body.Add(line);
            }
        }

        ReadBody(result);
        return result;
    }

    private bool TakeField(ScriptLine line, bool choicesSeen, QuestionBlock result)
    {
        var text = line.Whole;
        if (body.Count > 0 && LineForms.Field(text) is { } field && (choicesSeen || field.Field != "source"))
        {
            open = field.Field;
            Set(field.Value, line.Place, result);
            return true;
        }

        // What follows an explanation belongs to it; what follows an empty "Đáp án:" is the key.
        if (open is null || (open == "key" && result.Written is { Text.Length: > 0 }) || open is "difficulty" or "point")
        {
            return false;
        }

        Set(BankText.Clean(text), line.Place, result);
        return true;
    }

    private void Set(string value, BankPlace place, QuestionBlock result)
    {
        switch (open)
        {
            case "key":
                var (key, why) = KeyAndReason(value);
                result.Written = (key, place);
                draft.Explanation ??= why;
                break;
            case "explanation":
                draft.Explanation = Joined(draft.Explanation, value);
                break;
            case "source":
                draft.Source = Joined(draft.Source, value);
                break;
            case "difficulty":
                draft.Difficulty = DifficultyWords.Read(value);
                break;
            case "point" when KeyText.Decimal(value) is { } point && point is >= 0 and <= 1000:
                draft.Point = (int)decimal.Round(point * 100);
                break;
        }
    }

    // "Đáp án: B (Điều 5 Luật …)", "Đáp án: B. Vì …", "Đáp án: C – Hải Phòng".
    private static (string Key, string? Why) KeyAndReason(string value)
    {
        var match = KeyWithMore().Match(value);
        return match.Success && KeyText.LettersOf(value) is null ? (match.Groups["key"].Value, BankText.Clean(match.Groups["why"].Value)) : (value, null);
    }

    private static string Joined(string? before, string more) => string.IsNullOrEmpty(before) ? more : $"{before}\n{more}";

    private void ReadBody(QuestionBlock result)
    {
        var (choices, odd) = ChoiceFinder.Find(body);
        var order = choices.Index().OrderBy(choice => choice.Item.Line).ThenBy(choice => choice.Item.Start).ToList();
        if (odd is not null)
        {
            draft.Problems.Add(QuestionProblems.ChoiceLabels(body[choices[0].Line].Place, odd));
        }

        var (endLine, endAt) = order.Count > 0 ? (order[0].Item.Line, order[0].Item.Start) : (body.Count, 0);
        var stem = Gather(0, 0, endLine, endAt, null, begins: true);
        var read = new (MarkedText Label, MarkedText Text)[choices.Count];
        for (var index = 0; index < order.Count; index++)
        {
            var (choice, from) = order[index];
            var last = index + 1 == order.Count;
            var (line, at) = last ? (body.Count, 0) : (order[index + 1].Item.Line, order[index + 1].Item.Start);
            read[choice] = (body[from.Line].Full.Slice(from.Start, from.End - from.Start), Gather(from.Line, from.End, line, at, choice, from.Start == 0));
            if (last)
            {
                AskForStrays(from.Line, choice);
            }
        }

        labels.AddRange(read.Select(each => each.Label));
        texts.AddRange(read.Select(each => each.Text));
        Finish(result, stem.Text, choices);
    }

    private void Finish(QuestionBlock result, string stem, List<Occurrence> choices)
    {
        TakeStem(stem);
        TakeTrailingKey(result);
        var starred = new List<int>();
        for (var index = 0; index < texts.Count; index++)
        {
            var star = TrailingStar().Match(texts[index].Text);
            texts[index] = star.Success ? texts[index].Slice(0, star.Index) : texts[index];
            var leading = texts[index].Text.StartsWith('*');
            texts[index] = (leading ? texts[index].From(1) : texts[index]).Trim();
            draft.Choices.Add(new DraftChoice(texts[index].Text));
            if (star.Success || leading || choices[index].Star)
            {
                starred.Add(index);
            }
        }

        result.Starred = starred.Count < texts.Count ? [.. starred] : [];
        result.Marks = KeyMarks.Find(labels, texts);
        result.Parts = KeyMarks.FindParts(texts);
    }

    private void TakeStem(string stem)
    {
        var text = stem.Trim();
        if (LineForms.DifficultyIn(text) is { } found)
        {
            draft.Difficulty ??= found.Difficulty;
            text = found.Text.TrimStart(':', '.', ' ');
        }

        if (texts.Count == 0 && LineForms.Essay(text) is { } essay)
        {
            draft.Words = essay.Words;
            text = text[..essay.Start];
        }

        draft.Text = text;
    }

    private void TakeTrailingKey(QuestionBlock result)
    {
        if (texts.Count > 0 && result.Written is null && LineForms.TrailingKey(texts[^1].Text) is { Success: true } match)
        {
            result.Written = (match.Groups["key"].Value, draft.Place);
            texts[^1] = texts[^1].Slice(0, match.Index);
        }
    }

    /// <summary>The text from a place to another; images on the way belong to it.</summary>
    private MarkedText Gather(int line, int at, int endLine, int endAt, int? choice, bool begins)
    {
        var parts = new List<(string Between, MarkedText Text)>();
        for (var index = line; index < body.Count && (index < endLine || (index == endLine && endAt > 0)); index++)
        {
            var full = body[index].Full;
            var from = index == line ? at : 0;
            var part = full.Slice(from, (index == endLine ? endAt : full.Length) - from).Trim();

            // An image stands in no particular letter of its paragraph: it belongs to what the paragraph begins with.
            if (begins || index > line)
            {
                draft.Images.AddRange(body[index].Images.Select(name => new Banks.QuestionImage(name, choice)));
            }

            if (part.Length > 0)
            {
                parts.Add((Between(body[index], part.Text), part));
            }
        }

        return MarkedText.Join(parts);
    }

    // A paragraph that goes on in small letters was broken by a program, not by the writer.
    private static string Between(ScriptLine line, string text) => !line.Broken && char.IsLower(text[0]) && !LineForms.Choice(text).Success ? " " : "\n";

    private void AskForStrays(int line, int choice)
    {
        foreach (var stray in body.Skip(line + 1).Where(stray => !stray.Broken && !stray.IsBlank))
        {
            var text = stray.Whole.Trim();
            if (text.Length > 0 && !char.IsLower(text[0]))
            {
                draft.Problems.Add(QuestionProblems.StrayLine(stray.Place, text, choice));
            }
        }
    }

    [GeneratedRegex(@"^(?<key>[A-H])\s*([(\[]|[.:;–—-]\s*(?=\S))(?<why>.*?)[)\]]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex KeyWithMore();

    [GeneratedRegex(@"\s*(\(\*\)|\[\*\]|\*|✓|✔|√|☑)\s*\.?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TrailingStar();
}
