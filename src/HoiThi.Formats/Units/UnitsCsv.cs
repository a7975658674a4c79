using System.Globalization;
using CsvHelper;
using HoiThi.Core;
using HoiThi.Core.Units;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Units;

/// <summary>The unit list as CSV (RFC 4180, commas, UTF-8): a header with the columns in any order, a line a unit.</summary>
public static class UnitsCsv
{
    /// <summary>Reads a list and checks all rules that need no other file: codes are unique, and the units form a tree.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="fileName">What mistakes call the file.</param>
    public static Reading<ValueList<Unit>> Read(string text, string fileName) => Locate(text, fileName).ToReading();

    /// <summary>Writes a list: the same units always give the same text, which reads back as equal units.</summary>
    public static string Write(ValueList<Unit> units)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\n" }))
        {
            csv.WriteHeader([.. UnitShape.Columns.Select(column => column.Name)]);
            foreach (var unit in units)
            {
                csv.WriteRecord([.. UnitShape.Columns.Select(column => column.Get(unit))]);
            }
        }

        return text.ToString();
    }

    internal static Contests.Located<ValueList<Unit>> Locate(string text, string fileName)
    {
        var findings = new Findings(fileName);
        findings.Place("", new Position(1, 1));
        var columns = UnitShape.Columns.ToLookup(column => column.Required, column => column.Name);
        var rows = new UnitTable([.. columns[true]], [.. columns[false]], findings).Read(text);
        var units = rows.Select((row, index) => UnitShape.TryRead(row, index, findings)).OfType<Unit>().ToValueList();
        if (findings.Count > 0)
        {
            return new(null, null, findings);
        }

        UnitHierarchy.Check(units, Shapes.Scope.Root(findings));
        return new(units, null, findings);
    }
}
