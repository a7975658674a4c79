using HoiThi.Core.Contests;
using HoiThi.Formats.Banks;
using HoiThi.Server.Site;
using MiniExcelLibs;

namespace HoiThi.Server.Questions.Imports;

/// <summary>What is wrong with a file, and what was asked, as a table for who mends it.</summary>
internal static class ImportProblems
{
    public static async Task<byte[]> WriteAsync(Language language, ImportHead head, IEnumerable<(int Ordinal, ReadQuestion Read)> items)
    {
        var rows = head.Problems.Where(problem => problem.Kind != ProblemKind.Note).Select(problem => Row(language, null, problem.Place, "", problem.Kind, problem.Message))
            .Concat(items.SelectMany(item => item.Read.Problems.Where(problem => problem.Kind != ProblemKind.Note)
                .Select(problem => Row(language, item.Ordinal, problem.Place, item.Read.Question.Text.Vi, problem.Kind, problem.Message))))
            .Concat(head.Unsupported.Select(item => Row(language, null, item.Place, $"{item.Type}: {item.Text}", ProblemKind.Error, item.Reason))).ToList();
        using var file = new MemoryStream();
        await file.SaveAsAsync(rows.Count > 0 ? rows : [Row(language, null, BankPlace.File, "", ProblemKind.Note, new LocalText("Không có lỗi.", "Nothing is wrong."))], sheetName: language.Say("Lỗi", "Problems"));
        return file.ToArray();
    }

    private static Dictionary<string, object?> Row(Language language, int? ordinal, BankPlace place, string text, ProblemKind kind, LocalText message) => new(StringComparer.Ordinal)
    {
        [language.Say("Câu", "Question")] = ordinal,
        [language.Say("Vị trí trong tệp", "Place in the file")] = language.Say(place.InWords()),
        [language.Say("Nội dung", "Text")] = BankText.Line(text),
        [language.Say("Loại", "Kind")] = kind switch
        {
            ProblemKind.Open => language.Say("Cần trả lời", "Asked"),
            ProblemKind.Error => language.Say("Cần sửa trong tệp", "To be mended in the file"),
            _ => language.Say("Ghi chú", "Note"),
        },
        [language.Say("Vấn đề", "Problem")] = language.Say(message),
    };
}
