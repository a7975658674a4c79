using System.Globalization;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Search;
using HoiThi.Core.Units;
using HoiThi.Formats.Banks;
using HoiThi.Formats.Banks.Files;
using HoiThi.Formats.Banks.Sheets;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Units;

/// <summary>
/// A list of units as an office has it: an Excel workbook or a CSV file with a header in Vietnamese or as in the unit list.
/// Codes may be missing, and are made of the names; kinds and the units above may be told by their names.
/// </summary>
public static class UnitSheet
{
    private static readonly (string Column, string[] Headers)[] Columns =
    [
        ("code", ["code", "ma", "ma don vi"]),
        ("parent", ["parent", "don vi cap tren", "cap tren", "truc thuoc", "don vi chu quan"]),
        ("kind", ["kind", "loai", "loai don vi", "nhom"]),
        ("name_vi", ["name vi", "name", "ten", "ten don vi", "don vi", "co quan don vi", "co quan"]),
        ("name_en", ["name en", "ten tieng anh"]),
        ("headcount", ["headcount", "so nguoi", "so luong", "tong so", "so can bo", "bien che"]),
    ];

    /// <summary>Reads a file. Of a workbook the first sheet that has a column of names.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="fileName">What mistakes call it.</param>
    /// <param name="kinds">The kinds of units; the first is that of units without one.</param>
    public static Reading<ValueList<Unit>> Read(byte[] bytes, string fileName, ValueList<UnitKind> kinds)
    {
        var findings = new Findings(fileName);
        try
        {
            var builder = new BankBuilder(BankFormat.Excel, BankOptions.Default, CancellationToken.None);
            var sheets = SheetsOf(bytes, builder);
            foreach (var rows in sheets)
            {
                var start = rows.FindIndex(row => HeaderOf(row).ContainsKey("name_vi"));
                if (start >= 0)
                {
                    var text = UnitsCsv.Write(UnitsOf(rows, start, kinds, findings));
                    return findings.Count > 0 ? Reading<ValueList<Unit>>.Of(null, findings) : UnitsCsv.Read(text, fileName);
                }
            }

            findings.Add(new Position(1, 1), "", "no line has a column 'name_vi' (Tên đơn vị)", "a header with Mã, Đơn vị cấp trên, Loại, Tên đơn vị, Số người");
        }
        catch (RefusedException refused)
        {
            findings.Add(new Position(1, 1), "", refused.Problem.Message.Vi, "an Excel workbook (.xlsx) or a CSV file");
        }
        catch (InvalidDataException)
        {
            findings.Add(new Position(1, 1), "", "the workbook is damaged", "an Excel workbook (.xlsx) or a CSV file");
        }

        return Reading<ValueList<Unit>>.Of(null, findings);
    }

    private static List<List<string[]>> SheetsOf(byte[] bytes, BankBuilder builder)
    {
        if (bytes is not [0x50, 0x4B, 0x03, 0x04, ..])
        {
            return [TextsOf(CsvSheet.Read(SafeText.Decode(bytes, builder.Options.Limits), builder))];
        }

        using var zip = new SafeZip(bytes, builder.Options.Limits, CancellationToken.None);
        return [.. new ExcelFile(zip, builder).Read().Select(TextsOf)];

        static List<string[]> TextsOf(Sheet sheet) => [.. sheet.Rows.Select(row => row.Cells.Select(cell => cell.Text.Trim()).ToArray())];
    }

    private static Dictionary<string, int> HeaderOf(string[] row)
    {
        var folded = row.Select(cell => SearchText.Fold(cell).Trim()).ToList();
        return Columns.Select(column => (column.Column, Index: folded.FindIndex(cell => column.Headers.Contains(cell, StringComparer.Ordinal))))
            .Where(column => column.Index >= 0).ToDictionary(column => column.Column, column => column.Index, StringComparer.Ordinal);
    }

    private static ValueList<Unit> UnitsOf(List<string[]> rows, int start, ValueList<UnitKind> kinds, Findings findings)
    {
        var header = HeaderOf(rows[start]);
        var lines = rows.Index().Skip(start + 1).Where(row => Cell(row.Item, "name_vi").Length > 0).ToList();
        var taken = lines.Select(row => Cell(row.Item, "code")).Where(code => code.Length > 0).ToHashSet(StringComparer.Ordinal);
        var codes = lines.Select(row => Cell(row.Item, "code") is { Length: > 0 } code ? code : Made(Cell(row.Item, "name_vi"), taken)).ToList();
        var byName = lines.Zip(codes).GroupBy(pair => SearchText.Fold(Cell(pair.First.Item, "name_vi")), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Second, StringComparer.Ordinal);
        return lines.Zip(codes).Select(pair =>
        {
            var (line, row) = (pair.First.Index + 1, pair.First.Item);
            var parent = Cell(row, "parent");
            var count = Cell(row, "headcount").Replace(".", "", StringComparison.Ordinal);
            if (!int.TryParse(count.Length == 0 ? "0" : count, NumberStyles.None, CultureInfo.InvariantCulture, out var headcount))
            {
                findings.Add(new Position(line, 1), "", $"'headcount' is '{count}'", "a whole number, 0–1,000,000");
            }

            return new Unit(
                pair.Second,
                parent.Length == 0 ? null : codes.Contains(parent, StringComparer.Ordinal) ? parent : byName.GetValueOrDefault(SearchText.Fold(parent), parent),
                KindOf(Cell(row, "kind"), kinds),
                new LocalText(Cell(row, "name_vi"), Cell(row, "name_en") is { Length: > 0 } english ? english : null),
                headcount);
        }).ToValueList();

        string Cell(string[] row, string column) => header.TryGetValue(column, out var index) && index < row.Length ? row[index] : "";
    }

    private static string KindOf(string cell, ValueList<UnitKind> kinds) =>
        cell.Length == 0 ? kinds[0].Code : kinds.FirstOrDefault(kind => kind.Code == cell || SearchText.Fold(kind.Name.Vi) == SearchText.Fold(cell))?.Code ?? cell;

    /// <summary>A code of a name: so-noi-vu of Sở Nội vụ, with a number where that is taken.</summary>
    private static string Made(string name, HashSet<string> taken)
    {
        var letters = SearchText.Fold(name).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-').ToArray();
        var code = string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        code = code.Length == 0 ? "don-vi" : code[..Math.Min(code.Length, 50)].Trim('-');
        var one = code;
        for (var number = 2; !taken.Add(one); number++)
        {
            one = $"{code}-{number}";
        }

        return one;
    }
}
