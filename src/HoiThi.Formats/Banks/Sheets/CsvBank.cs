using System.Globalization;
using System.Text;
using CsvHelper;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks.Sheets;

/// <summary>Writes a bank as CSV. The mark at its beginning tells Excel that it is UTF-8.</summary>
internal static class CsvBank
{
    public static byte[] Write(QuestionBank bank)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\n" }))
        {
            foreach (var row in BankColumns.Of(bank))
            {
                csv.WriteRecord(row);
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
