using System.IO.Hashing;
using System.Text;
using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Core.Search;
using HoiThi.Formats.Banks;
using HoiThi.Formats.Contests;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Questions;

/// <summary>A question as rows of the bank, and as what the bank finds it by.</summary>
internal static class BankEntry
{
    private const int Beginning = 300;

    /// <summary>The row of a new version, a draft.</summary>
    public static BankQuestionRow RowOf(short contest, int number, int version, Question question, IReadOnlyCollection<string> tags, Guid? writer, long now) => new()
    {
        Contest = contest,
        Number = number,
        Version = version,
        Code = question.Code,
        Topic = question.Topic,
        Difficulty = (short)question.Difficulty,
        Tags = Tags.Join(tags),
        State = QuestionState.Draft.Name(),
        Newest = true,
        Usable = false,
        Text = TextOf(question),
        WrittenBy = writer,
        Written = now,
        Content = QuestionsYaml.WriteQuestion(question),
    };

    public static BankSearchRow SearchOf(short contest, int number, Question question)
    {
        var all = SearchedTexts(question);
        return new BankSearchRow
        {
            Contest = contest,
            Number = number,
            Folded = SearchPatterns.Fold(all),
            Spelled = SearchPatterns.Spell(all),
            Likeness = LikenessOf(question),
        };
    }

    /// <summary>The beginning of what is asked, on one line.</summary>
    public static string TextOf(Question question)
    {
        var line = BankText.Line(question.Text.Vi);
        return line.Length <= Beginning ? line : line[..(char.IsHighSurrogate(line[Beginning - 1]) ? Beginning - 1 : Beginning)] + "…";
    }

    /// <summary>A hash of the words of what is asked and of what is right, whatever their order, diacritics and punctuation.</summary>
    public static string LikenessOf(Question question)
    {
        var right = question.Choices.Where(choice => choice.Right).Select(choice => choice.Text.Vi);
        var words = SearchText.Fold($"{question.Text.Vi} {string.Join(' ', right)}").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(string.Join(' ', words))));
    }

    private static string SearchedTexts(Question question) => string.Join(
        '\n',
        question.Choices.Select(choice => choice.Text).Append(question.Text).Concat(question.Explanation is { } why ? [why] : [])
            .SelectMany(text => text.En is null ? new[] { text.Vi } : [text.Vi, text.En])
            .Prepend(question.Code).Append(question.Source ?? ""));
}
