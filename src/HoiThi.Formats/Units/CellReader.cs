using HoiThi.Formats.Shapes;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Units;

/// <summary>Reads the cells of a row by the shapes of their columns.</summary>
internal sealed class CellReader(Row row, Scope scope)
{
    /// <summary>Whether no mistake was found so far.</summary>
    public bool Well { get; private set; } = true;

    /// <summary>The value of a cell that must be filled. A column that is missing altogether was reported with the header.</summary>
    public T? Read<T>(string column, Shape<T> shape)
    {
        if (!row.Cells.TryGetValue(column, out var cell))
        {
            Well = false;
            return default;
        }

        // Numbers and codes gain spaces in spreadsheets; in a text they may be meant.
        var content = shape is TextShape ? cell : cell.Trim();
        var position = new Position(row.Line, 1);
        var node = new ScalarNode(content, isText: content.Length > 0 && shape is not (NumberShape<int> or HundredthsShape)) { At = position };
        Well &= shape.TryRead(node, scope.Key(column, position), out var value);
        return value;
    }

    /// <summary>The value of a cell that may be empty, which means null.</summary>
    public T? ReadOrNull<T>(string column, Shape<T> shape)
        where T : class =>
        row.Cells.TryGetValue(column, out var cell) && !string.IsNullOrWhiteSpace(cell) ? Read(column, shape) : null;
}
