using System.Globalization;
using System.Xml.Linq;
using HoiThi.Formats.Banks.Files;
using HoiThi.Formats.Banks.Script;

namespace HoiThi.Formats.Banks.Sheets;

/// <summary>Reads the sheets of a workbook (ECMA-376, part 1, chapter 18): texts and numbers, as they are shown or nearly.</summary>
internal sealed class ExcelFile(SafeZip zip, BankBuilder builder)
{
    private const int MostColumns = 200;
    private const int MostSheets = 200;
    private const string Workbook = "xl/workbook.xml";

    private List<string> shared = [];

    public List<Sheet> Read()
    {
        shared = [.. Elements("xl/sharedStrings.xml", "si").Select(TextOf)];
        var targets = Elements("xl/_rels/workbook.xml.rels", "Relationship")
            .GroupBy(relation => (string?)relation.Attribute("Id") ?? "", relation => (string?)relation.Attribute("Target") ?? "", StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return [.. Elements(Workbook, "sheet").Take(MostSheets).Select(sheet => ReadSheet(sheet, targets))];
    }

    private Sheet ReadSheet(XElement sheet, Dictionary<string, string> targets)
    {
        var name = BankText.Line((string?)sheet.Attribute("name") ?? "");
        var id = sheet.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id")?.Value ?? "";
        var target = targets.GetValueOrDefault(id, "");
        var path = target.StartsWith('/') ? SafeZip.PathIn(target[1..]) : SafeZip.Resolve(Workbook, target);
        var rows = new List<ScriptRow>();
        foreach (var row in path is null ? [] : Elements(path, "row"))
        {
            if (rows.Count > builder.Options.Limits.Questions + 100)
            {
                throw new RefusedException(BankProblems.TooManyQuestions(builder.Options.Limits.Questions));
            }

            var number = int.TryParse((string?)row.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : rows.Count + 1;
            var place = new BankPlace(PlaceKind.Row, number, name.Length > 0 ? name : null);
            rows.Add(new ScriptRow(place, [.. Cells(row).Select(cell => ScriptCell.Plain(cell, place))]));
        }

        return new Sheet(name, rows);
    }

    private List<string> Cells(XElement row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements().Where(element => element.Name.LocalName == "c"))
        {
            var column = ColumnOf((string?)cell.Attribute("r")) ?? cells.Count;
            if (column >= MostColumns)
            {
                break;
            }

            while (cells.Count < column)
            {
                cells.Add("");
            }

            if (column == cells.Count)
            {
                cells.Add(Value(cell));
            }
        }

        return cells;
    }

    private string Value(XElement cell)
    {
        var value = cell.Elements().FirstOrDefault(element => element.Name.LocalName == "v")?.Value ?? "";
        return (string?)cell.Attribute("t") switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "",
            "inlineStr" => TextOf(cell),
            "str" => value,
            "b" => value == "1" ? "TRUE" : "FALSE",
            "e" => "",
            _ => Number(value),
        };
    }

    // 0.1 is kept as 0.10000000000000001; 15 digits are what a sheet shows.
    private static string Number(string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15
        ? number.ToString("G15", CultureInfo.InvariantCulture)
        : value;

    private static int? ColumnOf(string? reference)
    {
        var letters = reference?.TakeWhile(char.IsAsciiLetterUpper).ToArray() ?? [];
        return letters.Length is > 0 and <= 3 ? letters.Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1) - 1 : null;
    }

    // Phonetic readings (rPh) are no part of the text.
    private static string TextOf(XElement element) => Escaped(string.Concat(element.Descendants()
        .Where(text => text.Name.LocalName == "t" && text.Parent?.Name.LocalName != "rPh")
        .Select(text => text.Value)));

    private static string Escaped(string text) => text.Replace("_x000D_", "", StringComparison.Ordinal).Replace("_x000A_", "\n", StringComparison.Ordinal);

    private IEnumerable<XElement> Elements(string part, string element) =>
        zip.TryRead(part) is { } bytes ? SafeXml.Elements(bytes, part, element, builder.Options.Limits, builder.Cancel) : [];
}
