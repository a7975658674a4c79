using System.Text;

namespace HoiThi.Formats.Yaml;

/// <summary>
/// Writes nodes as YAML that people like to read: two spaces a level, short groups on one line, long texts as blocks.
/// The same nodes always give the same bytes.
/// </summary>
internal sealed class NodeWriter
{
    /// <summary>What is longer in braces or brackets is written as a block.</summary>
    private const int MaximumFlow = 100;

    /// <summary>Items of a top list that take more lines are set apart by an empty line.</summary>
    private const int MaximumDense = 6;

    private readonly StringBuilder text = new();

    /// <summary>The document, with a line feed at its end.</summary>
    public static string Write(MapNode root)
    {
        var writer = new NodeWriter();
        writer.Entries(root, indent: 0, onFirstLine: false);
        return writer.text.ToString();
    }

    private void Entries(MapNode map, int indent, bool onFirstLine)
    {
        foreach (var entry in map.Entries)
        {
            if (indent == 0 && text.Length > 0 && entry.Value is (MapNode { Flow: false } or ListNode { Flow: false }))
            {
                text.Append('\n');
            }

            text.Append(' ', onFirstLine ? 0 : indent).Append(entry.Key).Append(':');
            onFirstLine = false;
            Value(entry.Value, indent);
        }
    }

    /// <summary>Writes what follows <c>key:</c> or <c>-</c>, to the end of its last line.</summary>
    private void Value(Node node, int indent)
    {
        if (node is ScalarNode { IsText: true } block && ScalarText.IsBlock(block.Value))
        {
            Block(block.Value, indent + 2);
        }
        else if (OnOneLine(node) is { } line)
        {
            text.Append(' ').Append(line).Append('\n');
        }
        else if (node is MapNode map)
        {
            text.Append('\n');
            Entries(map, indent + 2, onFirstLine: false);
        }
        else if (node is ListNode list)
        {
            text.Append('\n');
            Items(list, indent + 2);
        }
    }

    private void Items(ListNode list, int indent)
    {
        var apart = indent == 2 && list.Items.Any(item => item is MapNode map && map.Entries.Sum(Lines) > MaximumDense);
        var first = true;
        foreach (var item in list.Items)
        {
            text.Append(apart && !first ? "\n" : "").Append(' ', indent).Append('-');
            first = false;
            if (item is MapNode map && OnOneLine(item) is null)
            {
                text.Append(' ');
                Entries(map, indent + 2, onFirstLine: true);
            }
            else
            {
                Value(item, indent);
            }
        }
    }

    private void Block(string value, int indent)
    {
        text.Append(value.EndsWith('\n') ? " |\n" : " |-\n");
        foreach (var line in value.TrimEnd('\n').Split('\n'))
        {
            text.Append(' ', line.Length == 0 ? 0 : indent).Append(line).Append('\n');
        }
    }

    private static int Lines(MapEntry entry) => OnOneLine(entry.Value) is not null ? 1 : entry.Value switch
    {
        MapNode map => 1 + map.Entries.Sum(Lines),
        ListNode list => 1 + list.Items.Count,
        _ => 2,
    };

    private static string? OnOneLine(Node node) => node switch
    {
        ScalarNode { IsText: true } scalar => ScalarText.OneLine(scalar.Value, inFlow: false),
        ScalarNode scalar => scalar.Value,
        ListNode { Items.Count: 0 } => "[]",
        MapNode { Entries.Count: 0 } => "{}",
        ListNode { Flow: true } list => Short("[", list.Items.Select(InFlow), "]"),
        MapNode { Flow: true } map => Short("{ ", map.Entries.Select(InFlow), " }"),
        _ => null,
    };

    private static string? InFlow(MapEntry entry) => InFlow(entry.Value) is { } value ? $"{entry.Key}: {value}" : null;

    private static string? InFlow(Node node) => node switch
    {
        ScalarNode { IsText: true } scalar => ScalarText.NeedsEscapes(scalar.Value) ? null : ScalarText.OneLine(scalar.Value, inFlow: true),
        _ => OnOneLine(node),
    };

    private static string? Short(string start, IEnumerable<string?> parts, string end)
    {
        var line = start;
        foreach (var part in parts)
        {
            if (part is null || line.Length + part.Length > MaximumFlow)
            {
                return null;
            }

            line += line.Length == start.Length ? part : ", " + part;
        }

        return line + end;
    }
}
