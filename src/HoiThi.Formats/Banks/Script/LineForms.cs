using System.Globalization;
using System.Text.RegularExpressions;

namespace HoiThi.Formats.Banks.Script;

/// <summary>What the lines of a bank look like when a person writes it.</summary>
internal static partial class LineForms
{
    /// <summary>"Câu 1:", "Câu hỏi 1.", "Bài 3)", "Question 4 -".</summary>
    public static (int Number, int End, bool Lesson)? NamedStart(string line)
    {
        var match = NamedStartForm().Match(line);

        // "Câu 1 và câu 2 dùng chung đoạn văn sau" begins no question.
        return match.Success && (match.Groups["mark"].Success || match.Length == line.Length || line[match.Length] is '(' or '[' || char.IsUpper(line[match.Length]))
            ? (Number(match), match.Length, match.Groups["lesson"].Success)
            : null;
    }

    /// <summary>"1)", "1.", "1/".</summary>
    public static (int Number, int End)? NumberedStart(string line) =>
        NumberedStartForm().Match(line) is { Success: true } match ? (Number(match), match.Length) : null;

    /// <summary>"A.", "*b)", "(C)", "D/" at the beginning of a line.</summary>
    public static Match Choice(string line) => ChoiceForm().Match(line);

    /// <summary>Choices within a line, after a tab or a space.</summary>
    public static IEnumerable<Match> InlineChoices(string line) => InlineChoiceForm().Matches(line);

    /// <summary>"Đáp án: B", "Giải thích: …" and the like.</summary>
    public static (string Field, string Value, int Start)? Field(string line)
    {
        if (BareKeyForm().Match(line) is { Success: true } bare)
        {
            return ("key", bare.Groups["value"].Value, bare.Groups["value"].Index);
        }

        var match = FieldForm().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var field = match.Groups.Cast<Group>().First(group => group.Success && group.Name != "0").Name;
        return (field, line[match.Length..].Trim(), match.Length);
    }

    /// <summary>"Đáp án: B" at the end of a choice's line: where it begins and what it says.</summary>
    public static Match TrailingKey(string line) => TrailingKeyForm().Match(line);

    /// <summary>"ĐÁP ÁN", "BẢNG ĐÁP ÁN ĐỀ SỐ 1": what follows are keys.</summary>
    public static bool IsKeyHeading(string line) => KeyHeadingForm().IsMatch(line);

    /// <summary>"--- HẾT ---", "*****".</summary>
    public static bool IsRule(string line) => RuleForm().IsMatch(line);

    /// <summary>The name of a topic in a line such as "Chủ đề 2: Thể chế" or "II. KIẾN THỨC CHUNG"; null where it is none.</summary>
    public static string? TopicNamed(string line)
    {
        var match = TopicForm().Match(line);
        return match.Success ? match.Groups["name"].Value : null;
    }

    /// <summary>"II. Kiến thức chung".</summary>
    public static string? TopicByNumeral(string line)
    {
        var match = RomanForm().Match(line);
        return match.Success ? match.Groups["name"].Value : null;
    }

    /// <summary>How hard it is, as in "(NB)" or "[Vận dụng cao]" at the beginning or end of a text, and the text without it.</summary>
    public static (Core.Questions.Difficulty Difficulty, string Text)? DifficultyIn(string text)
    {
        foreach (Match match in BracketForm().Matches(text))
        {
            var atEdge = text[..match.Index].Trim().Length == 0 || text[(match.Index + match.Length)..].Trim(' ', '.', ':', '?').Length == 0;
            if (atEdge && DifficultyWords.Read(match.Groups["word"].Value) is { } difficulty)
            {
                return (difficulty, text.Remove(match.Index, match.Length).Trim());
            }
        }

        return null;
    }

    /// <summary>"(Tự luận, tối đa 200 từ)" at the end of a text: where it begins, and how many words.</summary>
    public static (int Start, int Words)? Essay(string text) => EssayForm().Match(text) is { Success: true } match
        ? (match.Index, match.Groups["words"].Success ? int.Parse(match.Groups["words"].ValueSpan, CultureInfo.InvariantCulture) : 0)
        : null;

    /// <summary>Whether several choices are asked for in so many words.</summary>
    public static bool AsksForSeveral(string text) => SeveralForm().IsMatch(text);

    private static int Number(Match match) =>
        int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const RegexOptions AnyCase = Plain | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^\s*(câu\s+hỏi|câu|(?<lesson>bài(\s+tập)?)|question)(\s+(số|thứ))?\s*(?<number>\d{1,5})(?!\d)(?<mark>\s*(\.(?!\d)|[:)/\]–—-]))*\s*", AnyCase, 1000)]
    private static partial Regex NamedStartForm();

    [GeneratedRegex(@"^\s*\(?(?<number>\d{1,5})\s*(\.(?!\d)|[)/:])\s*", Plain, 1000)]
    private static partial Regex NumberedStartForm();

    [GeneratedRegex(@"^\s*(?<star>\*)?\s*\(?(?<letter>[A-Ha-h])(?<star2>\*)?\s*(?<punctuation>[.)/:](?<star3>\*)?|[-–](?=\s))\s*", Plain, 1000)]
    private static partial Regex ChoiceForm();

    [GeneratedRegex(@"(?<gap>\s+)(?<star>\*)?\(?(?<letter>[A-Ha-h])(?<star2>\*)?(?<punctuation>[.)/:])(?<star3>\*)?(?=\s|\S)", Plain, 1000)]
    private static partial Regex InlineChoiceForm();

    [GeneratedRegex(
        @"^\s*[*•+-]?\s*[(\[]?(" +
        @"(?<key>((đáp\s*án|đ\.?\s*/?\s*a|đáp\s*số|phương\s*án|câu\s*trả\s*lời)(\s*(đúng|chính\s*xác|là|chọn))*|trả\s*lời|chọn(\s*đáp\s*án|\s*phương\s*án)?|key|answer|correct(\s*answer)?)\s*[:=]|(=>|⇒|→)\s*(chọn\s*)?(đáp\s*án\s*)?:?)" +
        @"|(?<explanation>(giải\s*thích(\s*đáp\s*án)?|hướng\s*dẫn(\s*giải|\s*trả\s*lời)?|lời\s*giải|gợi\s*ý|explanation)\s*:)" +
        @"|(?<source>(căn\s*cứ(\s*pháp\s*lý)?|cơ\s*sở\s*pháp\s*lý|nguồn|tham\s*chiếu|trích(\s*dẫn)?|tài\s*liệu|source|reference)\s*:)" +
        @"|(?<difficulty>(mức\s*độ(\s*nhận\s*thức)?|độ\s*khó|difficulty|level)\s*:)" +
        @"|(?<point>(điểm|số\s*điểm|points?)\s*:)" +
        @")\s*",
        AnyCase,
        1000)]
    private static partial Regex FieldForm();

    [GeneratedRegex(@"^\s*[(\[]?(đáp\s*án|đ/?a)(\s+đúng)?(\s+là)?\s+(?<value>[A-H](\s*[,;]\s*[A-H])*)[.)\]]?\s*$", AnyCase, 1000)]
    private static partial Regex BareKeyForm();

    [GeneratedRegex(@"\s+[(\[]?(đáp\s*án|đ/?a)(\s*đúng)?(\s*là)?\s*[:=]\s*(?<key>[A-H]([\s,;]+[A-H])*)\s*[)\]]?\s*\.?\s*$", AnyCase, 1000)]
    private static partial Regex TrailingKeyForm();

    [GeneratedRegex(
        @"^\s*([IVX]+[.)]\s*|phần\s+[\dIVX]+[.:]?\s*)?((bảng|phần)\s+)?(đáp\s*án|answers?(\s+key)?|hướng\s+dẫn\s+chấm)" +
        @"(\s+(đề|thi|số|mã\s+đề|chi\s+tiết|tham\s+khảo|phần|và|các|câu|câu\s+hỏi|trắc\s+nghiệm|hướng\s+dẫn\s+chấm|tuần|đợt|bộ|ngân\s+hàng|[\dIVX]+))*[\s:.]*$",
        AnyCase,
        1000)]
    private static partial Regex KeyHeadingForm();

    [GeneratedRegex(@"^[\s\-–—_=*.~#/]*(hết|end)?[\s\-–—_=*.~#/]*$", AnyCase, 1000)]
    private static partial Regex RuleForm();

    [GeneratedRegex(
        @"^\s*(chủ\s*đề|chuyên\s*đề|phần|chương|lĩnh\s*vực|mục|nhóm|module|topic)" +
        @"(\s+((thứ|số)\s+)?(\d{1,3}|[IVX]{1,6}|[A-Z])\s*([.:)–—-]\s*|$)|\s*:\s*)(?<name>.*)$",
        AnyCase,
        1000)]
    private static partial Regex TopicForm();

    [GeneratedRegex(@"^\s*[IVX]{1,6}\s*[.:)/–—-]\s*(?<name>\S.*)$", Plain, 1000)]
    private static partial Regex RomanForm();

    [GeneratedRegex(@"[(\[](mức\s*độ\s*:?\s*)?(?<word>[^()\[\]]{2,20})[)\]]", AnyCase, 1000)]
    private static partial Regex BracketForm();

    [GeneratedRegex(@"\s*[(\[]\s*(câu\s+(hỏi\s+)?)?tự\s+luận\b[^()\d]{0,40}(?<words>\d{1,4})?[^()\d]{0,20}[)\]]\s*$", AnyCase, 1000)]
    private static partial Regex EssayForm();

    [GeneratedRegex(@"chọn\s+(các|những|nhiều|hai|ba|2|3|4)\b|(có\s+thể\s+chọn|chọn)\s+nhiều|nhiều\s+(đáp\s+án|phương\s+án)\s+đúng|select\s+all|multiple\s+answers", AnyCase, 1000)]
    private static partial Regex SeveralForm();
}
