using System.Text;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks.Gift;
using HoiThi.Formats.Banks.Moodle;
using HoiThi.Formats.Banks.Qti;
using HoiThi.Formats.Banks.Sheets;
using HoiThi.Formats.Banks.Word;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Banks;

/// <summary>Writes question banks; reading the file back gives <see cref="BankCarried.Of"/> of what was written.</summary>
public static class BankWriter
{
    /// <summary>The formats that can be written, by the extensions of their files.</summary>
    public static IReadOnlyDictionary<string, BankFormat> Extensions { get; } = new Dictionary<string, BankFormat>(StringComparer.OrdinalIgnoreCase)
    {
        [".yaml"] = BankFormat.Yaml,
        [".docx"] = BankFormat.Word,
        [".xlsx"] = BankFormat.Excel,
        [".csv"] = BankFormat.Csv,
        [".gift"] = BankFormat.Gift,
        [".xml"] = BankFormat.MoodleXml,
        [".zip"] = BankFormat.Qti3,
    };

    /// <summary>Writes a bank: the same bank always gives the same bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The format can be read only.</exception>
    public static byte[] Write(QuestionBank bank, BankFormat format)
    {
        var carried = BankCarried.Of(bank, format);
        return format switch
        {
            BankFormat.Yaml => Encoding.UTF8.GetBytes(QuestionsYaml.Write(carried)),
            BankFormat.Word => WordWriter.Write(carried),
            BankFormat.Excel => ExcelWriter.Write(carried),
            BankFormat.Csv => CsvBank.Write(carried),
            BankFormat.Gift => Encoding.UTF8.GetBytes(GiftWriter.Write(carried)),
            BankFormat.MoodleXml => MoodleWriter.Write(carried),
            BankFormat.Qti3 => QtiWriter.Write(carried),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "This format can be read only."),
        };
    }
}
