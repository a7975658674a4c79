using System.Text;
using HoiThi.Formats.Shapes;
using HoiThi.Formats.Units;

namespace HoiThi.Formats.Contests;

/// <summary>The tables of keys in <c>docs/contest-file.md</c>, in Markdown, made from the definitions that read the files.</summary>
public static class ContestGuide
{
    /// <summary>Every key of <c>contest.yaml</c>, a table a group.</summary>
    public static string ContestKeys() => Tables(ContestShape.Contest);

    /// <summary>Every key of a question file, a table a group.</summary>
    public static string QuestionKeys() => Tables(QuestionShape.Bank);

    /// <summary>The columns of the unit list.</summary>
    public static string UnitColumns() => Table(UnitShape.Columns.Select(column =>
        (column.Name, column.Shape.Meaning, column.Required ? "**required**" : "empty", column.Description)));

    private static string Tables(Shape root)
    {
        var text = new StringBuilder();
        Tables(root, "", text);
        return text.ToString();
    }

    private static void Tables(Shape shape, string path, StringBuilder text)
    {
        if (path.Length > 0)
        {
            text.Append("\n#### `").Append(path).Append("`\n\n");
        }

        var explained = new HashSet<string>(StringComparer.Ordinal);
        text.Append(Table(shape.Keys.Select(key =>
            (key.Name, Value(key.Shape), key.Default ?? "**required**", Description(key, explained)))));
        foreach (var key in shape.Keys.Where(key => key.Shape.Keys.Count > 0))
        {
            Tables(key.Shape, $"{(path.Length > 0 ? $"{path}." : "")}{key.Name}{key.Shape.Suffix}", text);
        }
    }

    private static string Table(IEnumerable<(string Name, string Value, string Default, string Description)> rows)
    {
        var lines = rows.Select(row => $"| `{row.Name}` | {row.Value} | {row.Default} | {row.Description} |\n");
        return $"| key | value | if left out | meaning |\n|---|---|---|---|\n{string.Concat(lines)}";
    }

    private static string Value(Shape shape) => shape switch
    {
        { Keys.Count: > 0, Suffix.Length: > 0 } => $"{shape.Meaning}, see below",
        { Keys.Count: > 0 } => "keys, see below",
        _ => shape.Meaning,
    };

    /// <summary>The meaning of a key, and of the words it can be where the table has not explained them.</summary>
    private static string Description(Key key, HashSet<string> explained)
    {
        var words = string.Concat(key.Shape.Words.Select(word => $"<br>`{word.Word}`: {word.Description}"));
        return explained.Add(words) ? key.Description + words : key.Description;
    }
}
