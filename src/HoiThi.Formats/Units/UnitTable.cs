using CsvHelper;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Units;

/// <summary>A line of a CSV file: its cells by their columns' names.</summary>
/// <param name="Line">The line it starts on, counted from 1.</param>
/// <param name="Cells">What each column holds; a column that the file lacks is not there.</param>
internal sealed record Row(int Line, IReadOnlyDictionary<string, string> Cells);

/// <summary>Reads a CSV file with a header, columns in any order, and reports what is wrong with its form.</summary>
internal sealed class UnitTable(IReadOnlyList<string> required, IReadOnlyList<string> optional, Findings findings)
{
    /// <summary>The rows below the header; empty lines are passed over.</summary>
    public List<Row> Read(string text)
    {
        using var reader = CsvReader.FromText(text, Options());
        var rows = new List<Row>();
        string[]? header = null;
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            var cells = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray();
            if (cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (header is null)
            {
                header = Header(cells, line);
            }
            else if (cells.Length != header.Length)
            {
                Wrong(line, $"the line has {cells.Length} cells", $"{header.Length}, as the header; quotes around a cell with commas");
            }
            else
            {
                rows.Add(new Row(line, Cells(header, cells)));
            }
        }

        if (header is null)
        {
            Wrong(1, "the file is empty", $"a header with {string.Join(",", required)}");
        }

        return rows;
    }

    // Where Excel writes semicolons or tabs, they are found by themselves (no separator is set).
    private CsvReaderOptions Options() => CsvReaderOptions.Default with
    {
        HasHeader = false,
        TrackLineNumbers = true,
        OnMalformedRecord = record => Wrong((int)record.LineNumber, "the quotes are not in pairs", "\"\" for a quote within a quoted cell"),
    };

    private static Dictionary<string, string> Cells(string[] header, string[] cells)
    {
        var byColumn = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, cell) in header.Zip(cells))
        {
            byColumn.TryAdd(column, cell);
        }

        return byColumn;
    }

    private string[] Header(string[] cells, int line)
    {
        var header = cells.Select(cell => cell.Trim()).ToArray();
        var known = required.Concat(optional).ToList();
        foreach (var unknown in header.Where(column => !known.Contains(column)))
        {
            Wrong(line, $"unknown column '{unknown}'{Suggestion.DidYouMean(unknown, known)}", $"one of {string.Join(", ", known)}");
        }

        foreach (var repeated in header.GroupBy(column => column, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            Wrong(line, $"the column '{repeated.Key}' is there twice", "each column once");
        }

        foreach (var missing in required.Except(header, StringComparer.Ordinal))
        {
            Wrong(line, $"there is no column '{missing}'", $"the columns {string.Join(", ", required)}");
        }

        return header;
    }

    private void Wrong(int line, string what, string expected) => findings.Add(new Position(line, 1), "", what, expected);
}
