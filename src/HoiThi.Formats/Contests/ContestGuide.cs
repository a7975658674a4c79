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
        Tables(root, "", "", text, new(ReferenceEqualityComparer.Instance));
        return text.ToString();
    }

    /// <summary>The table of a shape and those of what it holds; one that is explained already is referred to.</summary>
    private static void Tables(Shape shape, string path, string form, StringBuilder text, Dictionary<Shape, string> explained)
    {
        if (shape.Forms.Count > 0)
        {
            foreach (var (title, content) in shape.Forms)
            {
                Tables(content, path, $": {title}", text, explained);
            }

            return;
        }

        if (path.Length > 0)
        {
            text.Append("\n#### `").Append(path).Append('`').Append(form).Append("\n\n");
        }

        var words = new HashSet<string>(StringComparer.Ordinal);
        var first = shape.Keys.Where(key => HasTable(key.Shape) && explained.TryAdd(key.Shape.Content, PathOf(path, key))).ToList();
        text.Append(Table(shape.Keys.Select(key =>
            (key.Name, Value(key, PathOf(path, key), explained), key.Default ?? "**required**", Description(key, words)))));
        foreach (var key in first)
        {
            Tables(key.Shape, PathOf(path, key), "", text, explained);
        }
    }

    private static bool HasTable(Shape shape) => shape.Keys.Count + shape.Forms.Count > 0;

    private static string PathOf(string path, Key key) => $"{(path.Length > 0 ? $"{path}." : "")}{key.Name}{key.Shape.Suffix}";

    private static string Table(IEnumerable<(string Name, string Value, string Default, string Description)> rows)
    {
        var lines = rows.Select(row => $"| `{row.Name}` | {row.Value} | {row.Default} | {row.Description} |\n");
        return $"| key | value | if left out | meaning |\n|---|---|---|---|\n{string.Concat(lines)}";
    }

    private static string Value(Key key, string path, Dictionary<Shape, string> explained)
    {
        if (!HasTable(key.Shape))
        {
            return key.Shape.Meaning;
        }

        var where = explained[key.Shape.Content] == path ? "see below" : $"as `{explained[key.Shape.Content]}`";
        return key.Shape.Suffix.Length > 0 ? $"{key.Shape.Meaning}, {where}" : $"keys, {where}";
    }

    /// <summary>The meaning of a key, and of the words it can be where the table has not explained them.</summary>
    private static string Description(Key key, HashSet<string> explained)
    {
        var words = string.Concat(key.Shape.Words.Select(word => $"<br>`{word.Word}`: {word.Description}"));
        return explained.Add(words) ? key.Description + words : key.Description;
    }
}
