using HoiThi.Core;
using HoiThi.Formats.Banks.Script;

namespace HoiThi.Formats.Banks.Sheets;

/// <summary>A sheet: its name, and its rows in order.</summary>
internal sealed record Sheet(string? Name, IReadOnlyList<ScriptRow> Rows);

/// <summary>Reads questions from sheets: it finds the header, or asks which column is what.</summary>
internal sealed class SheetReader(BankBuilder builder)
{
    private const int RowsToHeader = 25;

    public void Read(IReadOnlyList<Sheet> sheets)
    {
        var found = sheets.Select(sheet => (sheet, table: TableOf(sheet))).ToList();
        var tables = found.Where(pair => pair.table is not null).ToList();
        foreach (var (sheet, table) in tables)
        {
            // The name of one sheet among several is the topic of what it holds.
            foreach (var block in table!.Read(builder, tables.Count > 1 ? sheet.Name ?? "" : ""))
            {
                block.Settle(null);
                builder.Add(block.Draft);
            }
        }

        if (tables.Count == 0 && found.Find(pair => pair.sheet.Rows.Count > 0).sheet is { } first)
        {
            builder.Add(Ask(first));
        }
    }

    private ColumnTable? TableOf(Sheet sheet)
    {
        for (var index = 0; index < Math.Min(sheet.Rows.Count, RowsToHeader); index++)
        {
            var map = HeaderMap.Of([.. sheet.Rows[index].Cells.Select(cell => cell.Text)]);
            if (!Apply(map, sheet, index))
            {
                return null;
            }

            if (map.Suffices && map.Doubtful.Count == 0)
            {
                var skipped = builder.Options.Columns.Any(choice => choice is { Role: "header", Column: "none" }) ? index : index + 1;
                return new ColumnTable(map, sheet.Rows.Skip(skipped));
            }

            if (map.Suffices)
            {
                builder.Add(AskAgain(sheet, index, map));
                return null;
            }
        }

        return null;
    }

    /// <summary>Sets the columns that a person chose, by name or by letter; false where a role is none.</summary>
    private bool Apply(HeaderMap map, Sheet sheet, int index)
    {
        var header = sheet.Rows[index].Cells.Select(cell => cell.Text).ToList();
        foreach (var choice in builder.Options.Columns.Where(choice => choice.Role != "header"))
        {
            if (!HeaderMap.Roles.Contains(choice.Role, StringComparer.Ordinal))
            {
                builder.Add(BankProblems.Columns(
                    BankPlace.File,
                    $"Không có vai trò cột “{choice.Role}”.",
                    $"There is no column role '{choice.Role}'.",
                    [.. HeaderMap.Roles.Select(role => new Candidate(role, new("Vai trò", "A role")))]));
                return false;
            }

            var column = header.FindIndex(name => string.Equals(name, BankText.Line(choice.Column), StringComparison.OrdinalIgnoreCase));
            column = column >= 0 ? column : ColumnOf(choice.Column);
            if (column >= 0)
            {
                map.Set(choice.Role, column);
            }
        }

        return true;
    }

    private static int ColumnOf(string letters) => letters.Length is 1 or 2 && letters.All(char.IsAsciiLetter)
        ? letters.ToUpperInvariant().Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1) - 1
        : -1;

    private static string NameOf(int column) => column < 26 ? ((char)('A' + column)).ToString() : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}";

    private static BankProblem Ask(Sheet sheet)
    {
        var row = sheet.Rows.FirstOrDefault(row => row.Cells.Count(cell => cell.Text.Length > 0) > 1) ?? sheet.Rows[0];
        return BankProblems.Columns(
            row.Place,
            "Không nhận ra dòng tiêu đề. Cột nào là câu hỏi, các phương án và đáp án?",
            "No header was recognised. Which columns are the question, the choices and the key?",
            Columns(row, Enumerable.Range(0, Math.Min(row.Cells.Count, 60))));
    }

    private static BankProblem AskAgain(Sheet sheet, int index, HeaderMap map)
    {
        var roles = string.Join(", ", map.Doubtful.Select(doubt => doubt.Role));
        return BankProblems.Columns(
            sheet.Rows[index].Place,
            $"Nhiều cột cùng có thể là “{roles}”. Cột nào đúng?",
            $"Several columns may be '{roles}'. Which one is it?",
            Columns(sheet.Rows[index], map.Doubtful.SelectMany(doubt => doubt.Columns)));
    }

    private static ValueList<Candidate> Columns(ScriptRow row, IEnumerable<int> columns) => columns
        .Where(column => row.Cells[column].Text.Length > 0)
        .Select(column => new Candidate(NameOf(column), new(BankText.Beginning(row.Cells[column].Text))))
        .ToValueList();
}
