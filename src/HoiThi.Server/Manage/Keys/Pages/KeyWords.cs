using HoiThi.Core.Questions;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Keys.Pages;

/// <summary>Rulings in words.</summary>
internal static class KeyWords
{
    /// <summary>What holds for a question by a ruling; null is what was sealed.</summary>
    public static string Ruling(this Language language, Question question, KeyRuling? ruling) => ruling switch
    {
        OtherKeys { Keys: var keys } => language.Say("Đáp án: ", "Key: ") + string.Join(language.Say(" hoặc ", " or "), keys.Select(Letters)),
        OtherNumber { Number: var number } => language.Say("Đáp số: ", "Answer: ") + language.Number(number),
        PointsForAll => language.Say("Cho điểm mọi bài có câu này", "Points for everybody whose paper has it"),
        Withdrawn => language.Say("Bỏ câu: không tính cho ai", "Withdrawn: it counts for nobody"),
        _ when question.Number is { } number => language.Say("Như đã niêm phong: ", "As it was sealed: ") + language.Number(number),
        _ when question.Key == 0 => language.Say("Như đã niêm phong", "As it was sealed"),
        _ => language.Say("Như đã niêm phong: ", "As it was sealed: ") + Letters(question.Key),
    };

    private static string Number(this Language language, NumberAnswer number) => NumberText.Format(number.Value, language.English)
        + (number.Tolerance == 0 ? "" : language.Say(" (sai số ", " (± ") + NumberText.Format(number.Tolerance, language.English) + ")");

    /// <summary>The choices of a mask as letters: A + C.</summary>
    private static string Letters(byte key) =>
        string.Join(" + ", Enumerable.Range(0, 8).Where(choice => (key & (1 << choice)) != 0).Select(choice => (char)('A' + choice)));
}
