using System.Globalization;
using System.Xml.Linq;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks.Files;

namespace HoiThi.Formats.Banks.Qti;

/// <summary>Reads an item of QTI 1.2, as Canvas, Moodle and older systems write it.</summary>
internal sealed class Qti12Item(XElement item, QtiSource source, string topic, BankBuilder builder)
{
    private readonly BankPlace place = SafeXml.PlaceOf(item, source.Path);

    public void Read()
    {
        var presentation = item.Child("presentation");
        var responses = presentation?.Descendants().Where(each => each.Name.LocalName is "response_lid" or "response_str" or "response_num" or "response_grp" or "response_xy").ToList() ?? [];
        var text = TextOf(presentation?.Descendants().Where(each => each.Name.LocalName == "material" && !each.Ancestors().Any(IsResponse)) ?? []);
        var draft = new Draft(place) { Code = item.Value("ident"), Topic = topic, Text = text.Text };
        source.Attach(draft, text.Images, null, builder);
        switch (responses)
        {
            case []:
                builder.Leave(place, "no response", text.Text, "Không có chỗ trả lời: chỉ là nội dung để đọc.", "Nothing is asked: it is text to read.");
                break;
            case [var only] when only.Name.LocalName == "response_lid" && !IsMatching(only):
                Choices(draft, only);
                break;
            case [var only] when only.Name.LocalName is "response_str" or "response_num":
                Written(draft);
                break;
            default:
                builder.Leave(place, "matching", text.Text, "Câu ghép đôi hoặc điền nhiều chỗ trống.", "A matching question, or blanks within a text.");
                break;
        }
    }

    // A label of its own on the response says that it is one of the pairs, or one of the blanks.
    private bool IsMatching(XElement response) => Field("question_type") is "matching_question" or "fill_in_multiple_blanks_question" or "multiple_dropdowns_question"
        || response.Child("material") is not null;

    private void Choices(Draft draft, XElement response)
    {
        var labels = response.Descendants().Where(each => each.Name.LocalName == "response_label").ToList();
        foreach (var (index, label) in labels.Index())
        {
            var (text, images) = TextOf(label.Children("material"));
            draft.Choices.Add(new DraftChoice(text));
            source.Attach(draft, images, index, builder);
        }

        draft.KeepOrder = response.Descendants().FirstOrDefault(each => each.Name.LocalName == "render_choice").Value("shuffle") is not ("Yes" or "yes");
        var weights = new decimal[labels.Count];
        foreach (var (identifier, worth) in Scored())
        {
            var index = labels.FindIndex(label => label.Value("ident") == identifier);
            if (index >= 0)
            {
                weights[index] += worth;
            }
        }

        var most = weights.Length == 0 ? 0 : weights.Max();
        var several = response.Value("rcardinality") is "Multiple" or "multiple";
        Weights.Apply(draft, [.. weights.Select(weight => most > 0 && !several ? weight * 100 / most : weight)], several);
        builder.Add(draft);
    }

    private void Written(Draft draft)
    {
        var range = (
            From: Parse(Conditions().SelectMany(condition => condition.Descendants()).FirstOrDefault(each => each.Name.LocalName is "vargte" or "vargt")?.Value),
            To: Parse(Conditions().SelectMany(condition => condition.Descendants()).FirstOrDefault(each => each.Name.LocalName is "varlte" or "varlt")?.Value));
        if (range is { From: { } from, To: { } to } && from <= to)
        {
            draft.Answer = new NumberAnswer((from + to) / 2, (to - from) / 2);
            builder.Add(draft);
        }
        else if (Field("question_type") == "essay_question" || !Scored().Any())
        {
            draft.Words = 0;
            builder.Add(draft);
        }
        else
        {
            builder.Leave(place, "short answer", draft.Text, "Câu trả lời ngắn: máy không chấm chữ do thí sinh gõ.", "A short answer: typed words are not marked here.");
        }
    }

    private IEnumerable<XElement> Conditions() => item.Descendants()
        .Where(each => each.Name.LocalName == "respcondition" && each.Children("setvar").Any(set => Parse(set.Value) > 0));

    /// <summary>The choices that a condition with points names, outside any "not", and the points.</summary>
    private IEnumerable<(string Choice, decimal Worth)> Scored() =>
        from condition in Conditions()
        let worth = condition.Children("setvar").Max(set => Parse(set.Value) ?? 0)
        from equal in condition.Descendants()
        where equal.Name.LocalName == "varequal" && !equal.Ancestors().Any(each => each.Name.LocalName == "not")
        select (equal.Value.Trim(), worth);

    private string? Field(string label) => item.Descendants()
        .FirstOrDefault(each => each.Name.LocalName == "qtimetadatafield" && each.Child("fieldlabel")?.Value.Trim() == label)?.Child("fieldentry")?.Value.Trim();

    private static bool IsResponse(XElement element) => element.Name.LocalName.StartsWith("response_", StringComparison.Ordinal);

    private static (string Text, List<string> Images) TextOf(IEnumerable<XElement> materials)
    {
        var images = new List<string>();
        var texts = new List<string>();
        foreach (var part in materials.SelectMany(material => material.Descendants()))
        {
            if (part.Name.LocalName is "mattext" or "matemtext")
            {
                var (text, within) = part.Value("texttype") == "text/html" ? HtmlText.Of(part.Value) : (part.Value, []);
                texts.Add(text);
                images.AddRange(within);
            }
            else if (part.Name.LocalName == "matimage" && part.Value("uri") is { } uri)
            {
                images.Add(uri);
            }
        }

        return (BankText.Clean(string.Join('\n', texts)), images);
    }

    private static decimal? Parse(string? text) =>
        decimal.TryParse(text?.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e15m ? value : null;
}
