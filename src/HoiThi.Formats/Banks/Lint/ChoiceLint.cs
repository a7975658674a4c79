using System.Text.RegularExpressions;
using HoiThi.Core.Questions;
using HoiThi.Core.Search;

namespace HoiThi.Formats.Banks.Lint;

/// <summary>What may be wrong with the choices of one question.</summary>
internal static partial class ChoiceLint
{
    private const double MuchLonger = 1.8;
    private const int LongEnough = 40;

    public static IEnumerable<LintFinding> Of(Question question)
    {
        if (question.Choices.Count == 0)
        {
            yield break;
        }

        if (question.Key == 0)
        {
            yield return About(question, "no-key", "Không có đáp án đúng.", "No choice is right.");
        }

        // Asked for one thing only, several right choices are more often a slip than a wish.
        if (question.Multiple && !Several().IsMatch(question.Text.Vi))
        {
            yield return About(question, "several-keys", "Có nhiều đáp án đúng mà câu hỏi không nói là chọn nhiều.", "Several choices are right and the question does not ask for several.");
        }

        if (question.Choices.All(choice => choice.Right))
        {
            yield return About(question, "all-right", "Mọi phương án đều đúng.", "All choices are right.");
        }

        foreach (var same in question.Choices.Index().GroupBy(choice => ToneSpelling.Unify(choice.Item.Text.Vi), choice => choice.Index, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            var letters = string.Join(", ", same.Select(Letters.Of));
            yield return About(question, "same-choice", $"Các phương án {letters} như nhau.", $"Choices {letters} are the same.");
        }

        if (LongestIsRight(question))
        {
            yield return About(question, "longest-is-right", "Đáp án đúng dài hơn hẳn các phương án khác.", "The right choice is much longer than the others.");
        }

        if (!question.KeepOrder && question.Choices.FirstOrDefault(choice => RefersToOthers(choice.Text.Vi)) is { } refers)
        {
            yield return About(
                question,
                "refers-to-others",
                $"“{BankText.Beginning(refers.Text.Vi)}” nói về các phương án khác; hãy giữ thứ tự (keepOrder) để không bị đảo.",
                $"'{BankText.Beginning(refers.Text.Vi)}' speaks of other choices; keep their order, or papers will shuffle it.");
        }
    }

    private static bool LongestIsRight(Question question)
    {
        var byLength = question.Choices.OrderByDescending(choice => choice.Text.Vi.Length).ToList();
        return byLength.Count >= 3 && byLength[0].Right && byLength[0].Text.Vi.Length >= LongEnough
            && byLength[0].Text.Vi.Length > MuchLonger * byLength[1].Text.Vi.Length;
    }

    private static bool RefersToOthers(string choice) => Others().IsMatch(SearchText.Fold(choice));

    private static LintFinding About(Question question, string code, string vi, string en) => new(code, [question.Code], new(vi, en));

    [GeneratedRegex(@"^((tat ca|ca)( cac| nhung)? (phuong an|dap an|y|cau|dieu|noi dung)\b.*(tren|dung|sai)|(tat ca|ca) (deu|cac)? ?(dung|sai)|khong (co )?(phuong an|dap an|y|cau) nao( (dung|o tren|tren))?$|(ca|chi)( hai| ba| bon)? [a-d]( ?(va|hoac)? ?[a-d])+\b.*|ca (hai|ba|bon|2|3|4) (phuong an|dap an|y|cau)?.*(tren|dung|sai).*|[a-d]( va| hoac|,) [a-d] (deu )?(dung|sai).*|all of the above|none of the above|both [a-d] and [a-d])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Others();

    [GeneratedRegex(@"chọn|những|các\s+(đáp án|phương án)|nhiều|gồm|select all", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Several();
}
