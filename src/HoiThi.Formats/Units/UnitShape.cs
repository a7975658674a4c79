using HoiThi.Core.Contests;
using HoiThi.Core.Units;
using HoiThi.Formats.Shapes;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Units;

/// <summary>A column of the unit list.</summary>
/// <param name="Name">As in the header.</param>
/// <param name="Shape">What its cells hold.</param>
/// <param name="Required">Whether the column must be there and every cell filled.</param>
/// <param name="Get">The cell of a unit; empty where there is nothing.</param>
/// <param name="Description">What it is for.</param>
internal sealed record Column(string Name, Shape Shape, bool Required, Func<Unit, string> Get, string Description);

/// <summary>The columns of the unit list in their order; a column is a line here and a line of <see cref="TryRead"/>.</summary>
internal static class UnitShape
{
    private static readonly TextShape Name = Of.Text(300);
    private static readonly NumberShape<int> Headcount = Of.Number(0, 1_000_000);

    /// <summary>The columns in the order they are written.</summary>
    public static IReadOnlyList<Column> Columns { get; } =
    [
        new("code", Of.Mark, true, unit => unit.Code, "The unit's name in addresses; unique in the contest."),
        new("parent", Of.Mark, false, unit => unit.Parent ?? "", "The code of the unit above; empty at the top."),
        new("kind", Of.Code, true, unit => unit.Kind, "The code of one of the contest's kinds of units."),
        new("name_vi", Name, true, unit => unit.Name.Vi, "The full name in Vietnamese."),
        new("name_en", Name, false, unit => unit.Name.En ?? "", "The full name in English."),
        new("headcount", Headcount, true, unit => $"{unit.Headcount}", "How many people it has to count against, without the units below."),
    ];

    /// <summary>The unit of a row, or null after every mistake in it was reported.</summary>
    public static Unit? TryRead(Row row, int index, Findings findings)
    {
        var reader = new CellReader(row, Scope.Root(findings).Item(index, new Position(row.Line, 1)));
        var code = reader.Read("code", Of.Mark);
        var parent = reader.ReadOrNull("parent", Of.Mark);
        var kind = reader.Read("kind", Of.Code);
        var vi = reader.Read("name_vi", Name);
        var en = reader.ReadOrNull("name_en", Name);
        var headcount = reader.Read("headcount", Headcount);
        return reader.Well ? new Unit(code!, parent, kind!, new LocalText(vi!, en), headcount) : null;
    }
}
