using HoiThi.Core;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Shapes;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Units;

/// <summary>Points that organisers give units for publicity.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="Points">Hundredths of a point.</param>
/// <param name="Reason">What they are for, as published.</param>
public sealed record PublicityPoints(string Unit, int Points, string Reason);

/// <summary>Publicity points as CSV (RFC 4180, UTF-8): a header with unit, points and reason in any order, a line each.</summary>
public static class PublicityCsv
{
    private static readonly TextShape Reason = Of.Text(200);

    /// <summary>Reads a file; all columns are required, a unit may stand in several lines.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="fileName">What mistakes call the file.</param>
    public static Reading<ValueList<PublicityPoints>> Read(string text, string fileName)
    {
        var findings = new Findings(fileName);
        findings.Place("", new Position(1, 1));
        var rows = new UnitTable(["unit", "points", "reason"], [], findings).Read(text);
        var points = rows.Select((row, index) => TryRead(row, index, findings)).OfType<PublicityPoints>().ToValueList();
        return new Located<ValueList<PublicityPoints>>(points, null, findings).ToReading();
    }

    private static PublicityPoints? TryRead(Row row, int index, Findings findings)
    {
        var reader = new CellReader(row, Scope.Root(findings).Item(index, new Position(row.Line, 1)));
        var unit = reader.Read("unit", Of.Mark);
        var points = reader.Read("points", new HundredthsShape(0, 1_000_000));
        var reason = reader.Read("reason", Reason);
        return reader.Well ? new PublicityPoints(unit!, points, reason!) : null;
    }
}
