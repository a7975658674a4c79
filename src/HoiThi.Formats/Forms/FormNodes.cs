using System.Globalization;
using System.Text.RegularExpressions;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Forms;

/// <summary>Values of a form from the nodes of a file, and nodes from them. What is wrong is left for the shapes to say.</summary>
internal static partial class FormNodes
{
    /// <summary>Puts the values of a key of <paramref name="map"/> into a form.</summary>
    public static void Fill(FormValues values, FormKey key, MapNode map, string path)
    {
        var node = map.Entries.FirstOrDefault(entry => entry.Key == key.Name)?.Value;
        path = FormValues.PathOf(path, key.Name);
        if (node is not null)
        {
            Fill(values, key.Part, node, path);
            if (key.Need == FormNeed.Absent && key.Part is GroupPart)
            {
                values[path + "#"] = "1";
            }
        }
        else if (key.Need != FormNeed.Absent)
        {
            values.Blank(key.Part, path, key.Default);
        }
    }

    /// <summary>The key with its value; null where it is left out.</summary>
    public static MapEntry? Entry(FormValues values, FormKey key, string path) =>
        Build(values, key.Part, FormValues.PathOf(path, key.Name), key.Need) is { } node ? new MapEntry(key.Name, default, node) : null;

    private static void Fill(FormValues values, FormPart part, Node node, string path)
    {
        switch (part, node)
        {
            case (GroupPart group, MapNode map):
                foreach (var key in group.Keys)
                {
                    Fill(values, key, map, path);
                }

                break;
            case (FormsPart forms, MapNode map):
                var form = forms.Forms.Index().First(each => each.Item.Marks.Count == 0 || map.Entries.Any(entry => each.Item.Marks.Contains(entry.Key, StringComparer.Ordinal)));
                values[path + "#form"] = form.Index.ToString(CultureInfo.InvariantCulture);
                Fill(values, form.Item.Group, map, path);
                break;
            case (ListPart list, ListNode items):
                values.SetCount(path, items.Items.Count);
                foreach (var (index, item) in items.Items.Index())
                {
                    Fill(values, list.Item, item, $"{path}[{index}]");
                }

                break;
            case (SetPart or SeveralPart, ListNode items):
                values[path] = string.Join(part is SeveralPart { Kind: LineKind.Text } ? "\n" : ",", items.Items.OfType<ScalarNode>().Select(item => item.Value));
                break;
            case (TextsPart, ScalarNode text):
                values[path + ".vi"] = text.Value;
                break;
            case (TextsPart, MapNode map):
                foreach (var entry in map.Entries)
                {
                    values[FormValues.PathOf(path, entry.Key)] = ((ScalarNode)entry.Value).Value;
                }

                break;
            case (_, ScalarNode scalar):
                values[path] = scalar.Value;
                break;
        }
    }

    private static Node? Build(FormValues values, FormPart part, string path, FormNeed need) => part switch
    {
        GroupPart group => need == FormNeed.Absent && !values.Has(path) ? null : Group(values, group, path),
        FormsPart forms => Group(values, forms.Forms[Math.Min(values.Form(path), forms.Forms.Count - 1)].Group, path),
        ListPart list => List(values, list, path, need),
        TextsPart => Texts(values[path + ".vi"], values[path + ".en"], need),
        SetPart => Several(values[path].Split(','), LineKind.Code, need),
        SeveralPart several => Several(values[path].Split(several.Kind == LineKind.Text ? ['\n'] : [',', ';', '\n']), several.Kind, need),
        LinePart line => Scalar(values[path], line.Kind, need),
        FlagPart => Scalar(values[path] == "true" ? "true" : "false", LineKind.Number, need),
        _ => Scalar(values[path], LineKind.Code, need),
    };

    private static MapNode Group(FormValues values, GroupPart group, string path) => new([.. group.Keys.Select(key => Entry(values, key, path)).OfType<MapEntry>()]);

    private static ListNode? List(FormValues values, ListPart list, string path, FormNeed need)
    {
        var count = values.Count(path);
        return (count == 0 && need == FormNeed.Default) || (need == FormNeed.Absent && !values.Has(path))
            ? null
            : new ListNode([.. Enumerable.Range(0, count).Select(index => Build(values, list.Item, $"{path}[{index}]", FormNeed.Required)!)]);
    }

    private static Node? Texts(string vi, string en, FormNeed need)
    {
        (vi, en) = (Text(vi), Text(en));
        return (vi.Length, en.Length) switch
        {
            (0, 0) when need != FormNeed.Required => null,
            (_, 0) => new ScalarNode(vi, isText: true),
            _ => new MapNode([new MapEntry("vi", default, new ScalarNode(vi, isText: true)), new MapEntry("en", default, new ScalarNode(en, isText: true))], flow: true),
        };
    }

    private static ListNode? Several(IEnumerable<string> parts, LineKind kind, FormNeed need)
    {
        var items = parts.Select(part => part.Trim()).Where(part => part.Length > 0).Select(part => Scalar(part, kind, FormNeed.Required)!).ToArray();
        return items.Length == 0 && need != FormNeed.Required ? null : new ListNode(items, flow: true);
    }

    private static ScalarNode? Scalar(string value, LineKind kind, FormNeed need)
    {
        value = kind switch
        {
            LineKind.Number when Grouped().IsMatch(value.Trim()) => value.Trim().Replace(".", "", StringComparison.Ordinal),
            LineKind.Decimal => value.Trim().Replace(',', '.'),
            LineKind.Text => Text(value),
            _ => value.Trim(),
        };
        return value.Length == 0 && need != FormNeed.Required ? null : new ScalarNode(value, isText: kind is LineKind.Text or LineKind.Code);
    }

    private static string Text(string value) => value.ReplaceLineEndings("\n").Trim();

    /// <summary>A whole number as people here write it: 3.000.000.</summary>
    [GeneratedRegex(@"^[0-9]{1,3}(\.[0-9]{3})+$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Grouped();
}
