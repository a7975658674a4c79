using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks.Lint;

/// <summary>Documents that are no longer in force, by their numbers, with what took their place.</summary>
public sealed partial class RepealedDocuments
{
    private readonly FrozenDictionary<string, (string Document, string ReplacedBy, string Since)> byNumber;

    private RepealedDocuments(IEnumerable<string[]> rows) => byNumber = rows
        .Where(row => row.Length >= 4 && row[0].Length > 0)
        .DistinctBy(row => Plain(row[0]), StringComparer.Ordinal)
        .ToFrozenDictionary(row => Plain(row[0]), row => (row[1], row[2], row[3]), StringComparer.Ordinal);

    /// <summary>The list that comes with the software; <c>repealed-documents.csv</c> in the source.</summary>
    public static RepealedDocuments Known { get; } = Read(KnownText);

    /// <summary>That list as a text, to be edited.</summary>
    public static string KnownText => Resource();

    /// <summary>What is wrong with a text that is to be such a list, or null.</summary>
    public static LocalText? Check(string csv)
    {
        using var reader = CsvReader.FromText(csv, CsvReaderOptions.Default with { HasHeader = false });
        try
        {
            for (var row = 1; reader.Read(); row++)
            {
                if (reader.FieldCount != 4)
                {
                    return new($"Hàng {row}: cần đúng bốn cột number,document,replaced_by,since; có {reader.FieldCount}.", $"Row {row}: there are {reader.FieldCount} columns; four are needed: number,document,replaced_by,since.");
                }

                if (row > 1 && !Number().IsMatch(reader.GetString(0)))
                {
                    return new($"Hàng {row}: “{BankText.Beginning(reader.GetString(0))}” không phải số hiệu văn bản như 30/2020/NĐ-CP.", $"Row {row}: '{BankText.Beginning(reader.GetString(0))}' is no number of a document, as in 30/2020/NĐ-CP.");
                }
            }
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or InvalidDataException)
        {
            return new($"Không đọc được danh sách dưới dạng CSV: {exception.Message}", $"The list is no CSV: {exception.Message}");
        }

        return null;
    }

    /// <summary>A list as CSV with a header: number, document, replaced_by, since.</summary>
    public static RepealedDocuments Read(string csv)
    {
        using var reader = CsvReader.FromText(csv, CsvReaderOptions.Default with { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetString(index).Trim())]);
        }

        return new(rows.Skip(1));
    }

    /// <summary>What a question cites; its wrong choices may cite whatever they like.</summary>
    internal IEnumerable<LintFinding> In(Question question)
    {
        var texts = question.Choices.Where(choice => choice.Right).Select(choice => choice.Text.Vi)
            .Append(question.Text.Vi).Append(question.Explanation?.Vi ?? "").Append(question.Source ?? "");
        var cited = texts.SelectMany(text => Number().Matches(text)).Select(match => Plain(match.Value)).Distinct(StringComparer.Ordinal);
        foreach (var number in cited)
        {
            if (byNumber.TryGetValue(number, out var entry))
            {
                yield return new(
                    "repealed-document",
                    [question.Code],
                    new(
                        $"{entry.Document} đã được thay thế bằng {entry.ReplacedBy} từ {entry.Since}.",
                        $"{entry.Document} was replaced by {entry.ReplacedBy} on {entry.Since}."));
            }
        }
    }

    private static string Plain(string number) => number.Normalize(NormalizationForm.FormC).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static string Resource()
    {
        using var stream = typeof(RepealedDocuments).Assembly.GetManifestResourceStream("repealed-documents.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\d{1,4}[a-z]?\s?/\s?((19|20)\d\d\s?/\s?)?[A-ZĐ]{2,}[A-ZĐ0-9]*(-[A-ZĐ]{2,})*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
