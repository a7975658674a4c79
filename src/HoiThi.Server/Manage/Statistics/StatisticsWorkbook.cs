using HoiThi.Server.Site;
using MiniExcelLibs;

namespace HoiThi.Server.Manage.Statistics;

/// <summary>Item statistics as a workbook: questions, papers, distribution; figures as numbers, not as they are shown.</summary>
internal static class StatisticsWorkbook
{
    public static async Task<byte[]> WriteAsync(RoundStatistics result, Language language)
    {
        using var file = new MemoryStream();
        await file.SaveAsAsync(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [language.Say("Câu hỏi", "Questions")] = result.Lines.Select(line => Question(line, language)).ToList(),
            [language.Say("Bài thi", "Papers")] = new[] { Paper(result, language) },
            [language.Say("Phân bố", "Distribution")] = result.Correct.Index().Select(each => new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [language.Say("Số câu đúng", "Right answers")] = each.Index,
                [language.Say("Số lượt", "Attempts")] = each.Item,
            }).ToList(),
        });
        return file.ToArray();
    }

    private static Dictionary<string, object?> Question(ItemLine line, Language language)
    {
        var (question, item) = (line.Question, line.Item);
        var row = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [language.Say("Mã câu", "Code")] = question.Code,
            [language.Say("Chủ đề", "Topic")] = question.Topic,
            [language.Say("Câu hỏi", "Question")] = language.Say(question.Text),
            [language.Say("Kiểm tra đáp án", "Check the key")] = line.CheckTheKey ? "x" : "",
            [language.Say("Lượt gặp", "Attempts")] = item.Attempts,
            [language.Say("Độ dễ", "Facility")] = item.Facility,
            [language.Say("Độ lệch chuẩn", "Standard deviation")] = item.StandardDeviation,
            [language.Say("Độ phân biệt", "Discrimination index")] = item.DiscriminationIndex,
            [language.Say("Hiệu suất phân biệt", "Discriminative efficiency")] = item.DiscriminativeEfficiency,
            [language.Say("Trọng số định (%)", "Intended weight (%)")] = item.IntendedWeight,
            [language.Say("Trọng số thực (%)", "Effective weight (%)")] = item.EffectiveWeight,
            [language.Say("Đáp án", "Key")] = string.Concat(Enumerable.Range(0, question.Choices.Count).Where(line.IsRight).Select(choice => (char)('A' + choice))),
            [language.Say("Bỏ trống", "Left empty")] = item.Omitted,
        };
        for (var choice = 0; choice < item.Chosen.Count; choice++)
        {
            var letter = (char)('A' + choice);
            var there = choice < question.Choices.Count;
            row[language.Say($"Chọn {letter}", $"Ticked {letter}")] = there ? item.Chosen[choice] : null;
            row[language.Say($"Tổng điểm TB khi chọn {letter}", $"Mean total of {letter}")] = there ? item.MeanTotals[choice] : null;
        }

        return row;
    }

    private static Dictionary<string, object?> Paper(RoundStatistics result, Language language) => new(StringComparer.Ordinal)
    {
        [language.Say("Lượt thi", "Attempts")] = result.Paper.Attempts,
        [language.Say("Điểm trung bình", "Mean")] = result.Paper.Mean,
        [language.Say("Độ lệch chuẩn", "Standard deviation")] = result.Paper.StandardDeviation,
        [language.Say("Skewness", "Skewness")] = result.Paper.Skewness,
        [language.Say("Kurtosis", "Kurtosis")] = result.Paper.Kurtosis,
        [language.Say("Độ tin cậy (%)", "Reliability (%)")] = result.Paper.Reliability,
        [language.Say("Tỷ lệ sai số (%)", "Error ratio (%)")] = result.Paper.ErrorRatio,
        [language.Say("Sai số chuẩn (điểm)", "Standard error (points)")] = result.Paper.StandardError,
    };
}
