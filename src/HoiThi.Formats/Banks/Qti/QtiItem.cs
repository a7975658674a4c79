using System.Globalization;
using System.Xml.Linq;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks.Files;

namespace HoiThi.Formats.Banks.Qti;

/// <summary>Reads an item of QTI 2.0–2.2 or 3.0.</summary>
internal sealed class QtiItem(XElement item, QtiSource source, QtiContext context, BankBuilder builder)
{
    // A field on a line of its own below the question is no blank within it.
    private const string BlankLine = "\n_____";

    private readonly BankPlace place = SafeXml.PlaceOf(item, source.Path);

    public void Read()
    {
        var body = item.QtiChild("itemBody");
        var text = QtiText.Of(body);
        var interactions = body?.Descendants().Where(element => element.Qti().EndsWith("Interaction", StringComparison.Ordinal)).ToList() ?? [];
        if (item.QtiValue("adaptive") is "true" or "1")
        {
            builder.Leave(place, "adaptive", text.Text, "Câu thích ứng nhiều bước.", "An adaptive item of several steps.");
        }
        else if (interactions is not [var only])
        {
            LeaveAll(interactions, text.Text);
        }
        else
        {
            ReadInteraction(only, text.Text, text.Images);
        }
    }

    private void LeaveAll(List<XElement> interactions, string text)
    {
        if (interactions.Count == 0)
        {
            builder.Leave(place, "no interaction", text, "Không có chỗ trả lời: chỉ là nội dung để đọc.", "Nothing is asked: it is text to read.");
        }
        else
        {
            var kinds = string.Join(", ", interactions.Select(each => each.Qti()).Distinct(StringComparer.Ordinal));
            builder.Leave(place, "composite", text, $"Nhiều chỗ trả lời trong một câu ({kinds}).", $"Several interactions in one item ({kinds}).");
        }
    }

    private void ReadInteraction(XElement interaction, string text, List<string> images)
    {
        var draft = new Draft(place)
        {
            Code = item.QtiValue("identifier")?.TrimStart('_'),
            Topic = context.Topic,
            TopicCode = context.TopicCode,
            Difficulty = context.Difficulty,
            Text = text.EndsWith(BlankLine, StringComparison.Ordinal) ? text[..^BlankLine.Length] : text,
            Explanation = QtiText.Of(item.QtiAll("modalFeedback").FirstOrDefault(feedback => feedback.QtiValue("identifier") == "explanation")).Text,
            Source = QtiText.Of(item.QtiAll("rubricBlock").FirstOrDefault(block => block.Value("data-role") == "source")).Text,
            Point = PointOf(),
        };
        source.Attach(draft, images, null, builder);
        var declaration = item.Elements().FirstOrDefault(each =>
            each.Qti() == "responseDeclaration" && each.QtiValue("identifier") == interaction.QtiValue("responseIdentifier"));
        var taken = interaction.Qti() switch
        {
            "choiceInteraction" => Choices(draft, interaction, declaration),
            "extendedTextInteraction" => Essay(draft, interaction),
            "textEntryInteraction" => Number(draft, declaration),
            var kind => Leave(kind, text),
        };
        if (taken)
        {
            builder.Add(draft);
        }
    }

    private bool Leave(string kind, string text)
    {
        var (vi, en) = IsScored() ? ("", "") : (" Câu cũng không có quy tắc chấm.", " Nothing marks it, either.");
        builder.Leave(place, kind, text, $"Kiểu trả lời “{kind}” không có trong cuộc thi.{vi}", $"A contest has no interaction '{kind}'.{en}");
        return false;
    }

    private bool Choices(Draft draft, XElement interaction, XElement? declaration)
    {
        var choices = interaction.QtiAll("simpleChoice").ToList();
        var identifiers = choices.ConvertAll(choice => choice.QtiValue("identifier") ?? "");
        foreach (var (index, choice) in choices.Index())
        {
            var (text, images) = QtiText.Of(choice);
            draft.Choices.Add(new DraftChoice(text));
            source.Attach(draft, images, index, builder);
        }

        draft.KeepOrder = interaction.QtiValue("shuffle") is not ("true" or "1");
        var key = Key(declaration, identifiers, draft);
        if (IsScored())
        {
            draft.Choose(key);
        }
        else
        {
            draft.Problems.Add(QuestionProblems.Unscored(place, key));
        }

        return true;
    }

    private static int[] Key(XElement? declaration, List<string> identifiers, Draft draft)
    {
        var correct = declaration?.QtiChild("correctResponse")?.QtiAll("value").Select(value => identifiers.IndexOf(value.Value.Trim())).ToArray() ?? [];
        if (correct.Length > 0)
        {
            return [.. correct.Where(index => index >= 0).Distinct().Order()];
        }

        // Without a correct response, what earns points is right.
        var weights = declaration?.QtiAll("mapEntry")
            .Select(entry => (Choice: identifiers.IndexOf(entry.QtiValue("mapKey") ?? ""), Worth: Parse(entry.QtiValue("mappedValue")) ?? 0))
            .Where(entry => entry is { Choice: >= 0, Worth: > 0 })
            .OrderBy(entry => entry.Choice)
            .ToList() ?? [];
        if (weights.DistinctBy(entry => entry.Worth).Skip(1).Any())
        {
            var said = string.Join(", ", weights.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{Letters.Of(Math.Min(entry.Choice, 25))} {entry.Worth}")));
            draft.Problems.Add(QuestionProblems.Partial(draft.Place, said, said));
        }

        return [.. weights.Select(entry => entry.Choice).Distinct()];
    }

    private static bool Essay(Draft draft, XElement interaction)
    {
        draft.Words = Parse(interaction.Value("data-words")) is >= 1 and <= 2000 and var words ? (int)words : 0;
        return true;
    }

    private bool Number(Draft draft, XElement? declaration)
    {
        var values = declaration?.QtiChild("correctResponse")?.QtiAll("value").Select(value => Parse(value.Value)).ToList() ?? [];
        if (declaration?.QtiValue("baseType") is not ("float" or "integer") || values is not [{ } value])
        {
            builder.Leave(place, "textEntryInteraction", draft.Text, "Câu trả lời ngắn: máy không chấm chữ do thí sinh gõ.", "A short answer: typed words are not marked here.");
            return false;
        }

        var equal = item.QtiAll("equal").FirstOrDefault();
        var off = Parse(equal?.QtiValue("tolerance")?.Split(' ')[0]) ?? 0;
        draft.Answer = new NumberAnswer(value, Math.Abs(equal?.QtiValue("toleranceMode") switch
        {
            "absolute" => off,
            "relative" => value * off / 100,
            _ => 0,
        }));
        return true;
    }

    private bool IsScored() => item.QtiChild("responseProcessing") is { } processing
        && (processing.HasElements || processing.QtiValue("template") is not null);

    private int? PointOf()
    {
        var declared = item.Elements().FirstOrDefault(each => each.Qti() == "outcomeDeclaration" && each.QtiValue("identifier") == "SCORE");
        return Parse(declared?.QtiValue("normalMaximum")) is >= 0 and not 1 and <= 1000 and var most ? (int)decimal.Round(most * 100) : null;
    }

    private static decimal? Parse(string? text) =>
        decimal.TryParse(text?.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e15m ? value : null;
}
