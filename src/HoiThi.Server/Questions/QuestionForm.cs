using System.Globalization;
using System.Text.RegularExpressions;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;
using HoiThi.Server.Organisers;

namespace HoiThi.Server.Questions;

/// <summary>The form of a question: a question as fields, and fields as a question with all that is wrong.</summary>
internal static partial class QuestionForm
{
    public const int MostChoices = 8;
    public const string NewTopic = "+";

    /// <summary>The fields of a question.</summary>
    public static ConsoleForm Of(Question? question, IReadOnlyCollection<string> tags)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = "choices", ["difficulty"] = nameof(Difficulty.Medium) };
        if (question is not null)
        {
            Put("code", question.Code);
            Put("topic", question.Topic);
            Put("difficulty", question.Difficulty.ToString());
            Put("tags", string.Join(", ", tags));
            Put("kind", question.Number is not null ? "number" : question.Essay is not null ? "essay" : "choices");
            Put("text", question.Text);
            foreach (var (index, choice) in question.Choices.Index())
            {
                Put($"choice-{index}", choice.Text);
                Put($"right-{index}", choice.Right ? "yes" : "");
            }

            Put("number", question.Number is { } number ? NumberText.Format(number.Value, english: false) : "");
            Put("tolerance", question.Number is { Tolerance: > 0 } off ? NumberText.Format(off.Tolerance, english: false) : "");
            Put("words", question.Essay?.Words.ToString(CultureInfo.InvariantCulture) ?? "");
            Put("point", question.Point is { } point ? NumberText.Format(point / 100m, english: false) : "");
            Put("explanation", question.Explanation);
            Put("source", question.Source ?? "");
            Put("keep-order", question.KeepOrder ? "yes" : "");
        }

        return new ConsoleForm(values, []);

        void Put(string name, object? value)
        {
            if (value is LocalText text)
            {
                (values[name], values[name + "-en"]) = (text.Vi, text.En ?? "");
            }
            else
            {
                values[name] = value as string ?? "";
            }
        }
    }

    /// <summary>The question that a form says, its tags, the name of a topic that is to be added, and what is wrong.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="code">The code of the question where it has one.</param>
    /// <param name="topics">The topics that there are.</param>
    public static (Question Question, ValueList<string> Tags, string? NewTopic, List<FieldError> Errors) Check(IFormCollection form, string? code, ValueList<Topic> topics)
    {
        var errors = new List<FieldError>();
        var named = code ?? Line("code");
        if (named.Length > 0 && !Code().IsMatch(named))
        {
            Wrong("code", "Mã câu hỏi có 1–60 ký tự: chữ không dấu, chữ số, và dấu . _ - đứng giữa.", "A code has 1–60 letters without diacritics, digits, and . _ - between them.");
        }

        var (topic, added) = (Line("topic"), Line("topic-name"));
        if (topic == NewTopic ? added.Length is 0 or > 200 : topics.All(each => each.Code != topic))
        {
            Wrong("topic", "Hãy chọn chủ đề, hoặc ghi tên chủ đề mới (đến 200 ký tự).", "Choose a topic, or name a new one (up to 200 characters).");
        }

        if (!Enum.TryParse<Difficulty>(form["difficulty"], out var difficulty) || !Enum.IsDefined(difficulty))
        {
            Wrong("difficulty", "Hãy chọn mức độ.", "Choose a difficulty.");
        }

        var tags = Tags.Parse(form["tags"].ToString());
        if (tags.Count > Tags.Most || tags.Any(tag => tag.Length > Tags.Longest))
        {
            Wrong("tags", $"Nhiều nhất {Tags.Most} thẻ, mỗi thẻ đến {Tags.Longest} ký tự.", $"At most {Tags.Most} tags of up to {Tags.Longest} characters.");
        }

        var text = Text("text", "Nội dung câu hỏi", "The question", required: true)!;
        var kind = form["kind"].ToString();
        var question = new Question(named, topic, difficulty, text, [], Text("explanation", "Giải thích", "The explanation"), Source(), Point: Point());
        question = kind switch
        {
            "number" => question with { Number = Number() },
            "essay" => question with { Essay = Essay() },
            _ => question with { Choices = Choices(), KeepOrder = form["keep-order"] == "yes" },
        };
        if (question.Point == 0 && question.Essay is null)
        {
            Wrong("point", "Chỉ câu tự luận mới có thể được 0 điểm.", "Only an essay may give 0 points.");
        }

        return (question, tags, topic == NewTopic ? added : null, errors);

        string Line(string name) => BankText.Line(form[name].ToString());

        void Wrong(string field, string vi, string en) => errors.Add(ConsoleForm.Wrong(field, vi, en));

        LocalText? Text(string name, string vi, string en, bool required = false)
        {
            var (written, english) = (BankText.Clean(form[name].ToString()), BankText.Clean(form[name + "-en"].ToString()));
            if (written.Length > 5000 || english.Length > 5000)
            {
                Wrong(name, $"{vi} dài quá 5.000 ký tự.", $"{en} has more than 5,000 characters.");
            }
            else if (written.Length == 0 && (required || english.Length > 0))
            {
                Wrong(name, $"{vi}: hãy nhập nội dung tiếng Việt.", $"{en}: enter the Vietnamese text.");
            }

            return written.Length == 0 && !required ? null : new LocalText(written, english.Length == 0 ? null : english);
        }

        ValueList<Choice> Choices()
        {
            var choices = new List<Choice>();
            var last = Enumerable.Range(0, MostChoices).LastOrDefault(index => BankText.Clean(form[$"choice-{index}"].ToString()).Length > 0, -1);
            for (var index = 0; index <= last; index++)
            {
                choices.Add(new Choice(Text($"choice-{index}", $"Phương án {Letter(index)}", $"Choice {Letter(index)}", required: true)!, form[$"right-{index}"] == "yes"));
            }

            if (choices.Count < 2)
            {
                Wrong("choice-0", "Câu trắc nghiệm có từ 2 đến 8 phương án, điền lần lượt từ A.", "A question has 2 to 8 choices, filled in from A on.");
            }
            else if (!choices.Exists(choice => choice.Right))
            {
                Wrong("choice-0", "Hãy đánh dấu ít nhất một phương án đúng.", "Mark at least one right choice.");
            }

            foreach (var same in choices.Index().Where(each => each.Item.Text.Vi.Length > 0).GroupBy(each => each.Item.Text.Vi, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()))
            {
                Wrong($"choice-{same.Last().Index}", $"Phương án {string.Join(" và ", same.Select(each => Letter(each.Index)))} giống nhau.", $"Choices {string.Join(" and ", same.Select(each => Letter(each.Index)))} are the same.");
            }

            return [.. choices];
        }

        string? Source()
        {
            var source = Line("source");
            if (source.Length > 1000)
            {
                Wrong("source", "Căn cứ dài quá 1.000 ký tự.", "The source has more than 1,000 characters.");
            }

            return source.Length == 0 ? null : source;
        }

        int? Point()
        {
            var typed = Line("point");
            if (typed.Length == 0)
            {
                return null;
            }

            if (NumberText.TryParse(typed, out var points) && points is >= 0 and <= 1000 && points * 100 == decimal.Truncate(points * 100))
            {
                return (int)(points * 100);
            }

            Wrong("point", "Điểm là số từ 0 đến 1.000, nhiều nhất hai chữ số thập phân; để trống thì theo đề thi.", "Points are 0 to 1,000 with two decimals at most; left empty, the paper decides.");
            return null;
        }

        NumberAnswer? Number()
        {
            var off = 0m;
            if (NumberText.TryParse(Line("number"), out var value) && (Line("tolerance").Length == 0 || (NumberText.TryParse(Line("tolerance"), out off) && off >= 0)))
            {
                return new NumberAnswer(value, off);
            }

            Wrong("number", "Đáp số và sai số là số, như 12,5 và 0,1; sai số không âm.", "The answer and its tolerance are numbers, as in 12.5 and 0.1.");
            return new NumberAnswer(0, 0);
        }

        EssayAnswer Essay()
        {
            var typed = Line("words");
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var words) && words is >= 1 and <= 2000)
            {
                return new EssayAnswer(words);
            }

            Wrong("words", "Số từ tối đa từ 1 đến 2.000.", "The most words are 1 to 2,000.");
            return new EssayAnswer(1);
        }
    }

    public static string Letter(int index) => ((char)('A' + index)).ToString();

    [GeneratedRegex("^(?=.{1,60}$)[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
