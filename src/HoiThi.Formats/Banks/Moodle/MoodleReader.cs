using System.Globalization;
using System.Xml.Linq;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks.Files;
using HoiThi.Formats.Banks.Gift;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Banks.Moodle;

/// <summary>Reads Moodle's XML (docs.moodle.org, "Moodle XML format"), a question at a time.</summary>
internal sealed class MoodleReader(BankBuilder builder)
{
    private static readonly Dictionary<string, (string Vi, string En)> Reasons = new(StringComparer.Ordinal)
    {
        ["shortanswer"] = ("Câu trả lời ngắn: máy không chấm chữ do thí sinh gõ.", "A short answer: typed words are not marked here."),
        ["matching"] = ("Câu ghép đôi.", "A matching question."),
        ["match"] = ("Câu ghép đôi.", "A matching question."),
        ["cloze"] = ("Câu điền nhiều chỗ trống.", "Blanks within a text."),
        ["description"] = ("Đoạn mô tả, không phải câu hỏi.", "A description, not a question."),
        ["calculated"] = ("Câu có số ngẫu nhiên.", "A question with random numbers."),
    };

    private string topic = "";
    private string? topicCode;

    public void Read(byte[] bytes)
    {
        foreach (var question in SafeXml.Elements(bytes, null, "question", builder.Options.Limits, builder.Cancel))
        {
            ReadQuestion(question, SafeXml.PlaceOf(question, null));
        }
    }

    private void ReadQuestion(XElement question, BankPlace place)
    {
        var type = question.Value("type") ?? "";
        if (type == "category")
        {
            topic = BankText.Line(GiftReader.TopicOf(TextOf(question.Child("category"))));
            topicCode = question.Child("idnumber")?.Value.Trim() is { } code && Of.Code.Matches(code) && topic.Length > 0
                ? builder.Topics.Take(new Topic(code, new LocalText(topic)))
                : null;
            return;
        }

        var text = MoodleText.Of(question.Child("questiontext"));
        if (type is not ("multichoice" or "truefalse" or "numerical" or "essay"))
        {
            var (vi, en) = Reasons.GetValueOrDefault(type, ($"Loại câu “{type}” không có trong cuộc thi.", $"A contest has no questions of type '{type}'."));
            builder.Leave(place, type, text.Text, vi, en);
            return;
        }

        var draft = DraftOf(question, text, place);
        if (type == "essay")
        {
            draft.Words = Number(question.Child("maxwordlimit")) is >= 1 and <= 2000 and var words ? (int)words : 0;
        }

        if (type == "numerical" ? ReadNumber(question, draft) : type == "essay" || ReadChoices(question, draft, type))
        {
            builder.Add(draft);
        }
    }

    private Draft DraftOf(XElement question, MoodleText text, BankPlace place)
    {
        var tags = question.Child("tags")?.Children("tag").Select(TextOf).ToList() ?? [];
        var code = question.Child("idnumber")?.Value.Trim();
        var draft = new Draft(place)
        {
            Code = string.IsNullOrEmpty(code) ? TextOf(question.Child("name")).Trim() : code,
            Topic = topic,
            TopicCode = topicCode,
            Text = text.Text,
            Explanation = MoodleText.Of(question.Child("generalfeedback")).Text,
            Source = tags.Find(tag => tag.StartsWith("source:", StringComparison.Ordinal))?["source:".Length..],
            Difficulty = tags.Select(tag => DifficultyWords.Read(tag)).FirstOrDefault(found => found is not null),
            KeepOrder = question.Child("shuffleanswers")?.Value.Trim() is "0" or "false",
            Point = Number(question.Child("defaultgrade")) is >= 0 and not 1 and <= 1000 and var grade ? (int)decimal.Round(grade * 100) : null,
        };
        text.Attach(draft, null, builder);
        return draft;
    }

    private bool ReadChoices(XElement question, Draft draft, string type)
    {
        var answers = question.Children("answer").ToList();
        var weights = answers.Select(answer => decimal.TryParse(answer.Value("fraction"), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0).ToList();
        if (type == "truefalse")
        {
            TrueFalse.Fill(draft, answers.Zip(weights).Any(pair => pair.Second > 0 && TextOf(pair.First).Trim().Equals("true", StringComparison.OrdinalIgnoreCase)));
            return true;
        }

        foreach (var (index, answer) in answers.Index())
        {
            var text = MoodleText.Of(answer);
            draft.Choices.Add(new DraftChoice(text.Text));
            text.Attach(draft, index, builder);
        }

        Weights.Apply(draft, weights, question.Child("single")?.Value.Trim() is "false" or "0");
        if (answers.Exists(answer => MoodleText.Of(answer.Child("feedback")).Text.Length > 0))
        {
            draft.Problems.Add(QuestionProblems.FeedbackLost(draft.Place));
        }

        return true;
    }

    private bool ReadNumber(XElement question, Draft draft)
    {
        var right = question.Children("answer").Where(answer => answer.Value("fraction") is "100").ToList();
        if (right is not [var only] || Parse(TextOf(only)) is not { } value)
        {
            builder.Leave(draft.Place, "numerical", draft.Text, "Không có đúng một đáp số, hoặc không đọc được đáp số.", "There is not exactly one right number, or it cannot be read.");
            return false;
        }

        draft.Answer = new NumberAnswer(value, Math.Abs(Number(only.Child("tolerance")) ?? 0));
        foreach (var partial in question.Children("answer").Where(answer => answer != only && answer.Value("fraction") is not (null or "0")))
        {
            var said = $"{TextOf(partial).Trim()}, {partial.Value("fraction")} %";
            draft.Problems.Add(QuestionProblems.Partial(draft.Place, said, said));
        }

        return true;
    }

    private static string TextOf(XElement? element) => element?.Child("text")?.Value ?? "";

    private static decimal? Number(XElement? element) => element is null ? null : Parse(element.Value);

    private static decimal? Parse(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e15m ? value : null;
}
