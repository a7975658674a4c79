using System.Globalization;
using System.Text;
using CsvHelper;
using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Formats.Units;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Marks;

/// <summary>An essay with its mark: a line of a marker's sheet. It says nothing of who wrote it.</summary>
/// <param name="Attempt">The attempt's id.</param>
/// <param name="Question">The place in the paper, from 1.</param>
/// <param name="Code">The question's code.</param>
/// <param name="Most">Hundredths of a point it can have.</param>
/// <param name="Text">What was written.</param>
/// <param name="Points">Hundredths of a point that it has, or null while nobody has marked it.</param>
public sealed record MarkLine(string Attempt, int Question, string Code, int Most, string Text, int? Points);

/// <summary>Points that a marker gave.</summary>
/// <param name="Line">The line of the sheet.</param>
/// <param name="Attempt">The attempt's id.</param>
/// <param name="Question">The place in the paper, from 1.</param>
/// <param name="Points">Hundredths of a point.</param>
public sealed record GivenMark(int Line, string Attempt, int Question, int Points);

/// <summary>
/// Sheets for markers: CSV with the columns attempt, question, code, most, text, points. A marker fills in points; of a
/// sheet that comes back only attempt, question and points are read.
/// </summary>
public static class MarksCsv
{
    private static readonly string[] Columns = ["attempt", "question", "code", "most", "text", "points"];

    /// <summary>Writes a sheet, with the mark by which spreadsheets know UTF-8.</summary>
    public static byte[] Write(IEnumerable<MarkLine> lines)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\r\n" }))
        {
            csv.WriteHeader(Columns);
            foreach (var line in lines)
            {
                csv.WriteRecord([
                    line.Attempt,
                    line.Question.ToString(CultureInfo.InvariantCulture),
                    line.Code,
                    Points(line.Most),
                    Harmless(line.Text),
                    line.Points is { } points ? Points(points) : "",
                ]);
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Reads what a marker has filled in; lines without points are left out.</summary>
    /// <param name="text">The sheet.</param>
    /// <param name="fileName">What mistakes call it.</param>
    public static Reading<ValueList<GivenMark>> Read(string text, string fileName)
    {
        var findings = new Findings(fileName);
        findings.Place("", new Position(1, 1));
        var rows = new UnitTable(["attempt", "question", "points"], ["code", "most", "text"], findings).Read(text.TrimStart('\uFEFF'));
        if (findings.Count > 0)
        {
            // A column may be missing, which was said.
            return Reading<ValueList<GivenMark>>.Of([], findings);
        }

        var marks = rows.Where(row => row.Cells["points"].Trim().Length > 0).Select(row => MarkOf(row, findings)).OfType<GivenMark>().ToValueList();
        return Reading<ValueList<GivenMark>>.Of(marks, findings);
    }

    private static GivenMark? MarkOf(Row row, Findings findings)
    {
        var (question, points) = (row.Cells["question"].Trim(), row.Cells["points"].Trim());
        if (!int.TryParse(question, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            findings.Add(new Position(row.Line, 1), "", $"'{question}' is no place of a paper", "a number from 1");
            return null;
        }

        if (!NumberText.TryParse(points, out var given) || given is < 0 or > 100_000 || given * 100 != decimal.Truncate(given * 100))
        {
            findings.Add(new Position(row.Line, 1), "", $"'{points}' are no points", "a number from 0 with at most two decimals, as 4.25 or 4,25");
            return null;
        }

        return new GivenMark(row.Line, row.Cells["attempt"].Trim(), number, (int)(given * 100));
    }

    private static string Points(int hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    // A spreadsheet would run what begins so as a formula; the text of a sheet that comes back is not read.
    private static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
}
