using System.Globalization;

namespace HoiThi.Formats.Forms;

/// <summary>The values of a form by their paths, as in <c>rounds[0].windows[1].closes</c>, which are the paths of mistakes as well.</summary>
public sealed class FormValues
{
    private readonly Dictionary<string, string> values;

    public FormValues(IEnumerable<KeyValuePair<string, string>> values) => this.values = new(values, StringComparer.Ordinal);

    public FormValues()
        : this([])
    {
    }

    public string this[string path]
    {
        get => values.GetValueOrDefault(path, "");
        set => values[path] = value;
    }

    /// <summary>Whether an optional group or list is there.</summary>
    public bool Has(string path) => this[CountOf(path)].Length > 0;

    /// <summary>How many items a list has; nobody's form has more than a thousand.</summary>
    public int Count(string path) =>
        int.TryParse(this[CountOf(path)], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, 1_000) : 0;

    /// <summary>Which form an item is of.</summary>
    public int Form(string path) => this[path + "#form"] == "1" ? 1 : 0;

    /// <summary>Puts a new item at the end of a list, or a group where there was none.</summary>
    public void Add(string path, FormPart part, int form = 0)
    {
        if (part is not ListPart list)
        {
            this[CountOf(path)] = "1";
            Blank(part, path, "");
            return;
        }

        var count = Count(path);
        if (count >= list.Most)
        {
            return;
        }

        var item = $"{path}[{count}]";
        SetCount(path, count + 1);
        this[item + "#form"] = form.ToString(CultureInfo.InvariantCulture);
        Blank(list.Item, item, "");
    }

    /// <summary>Takes an item out of its list, or the whole of an optional group or list.</summary>
    public void Remove(string path)
    {
        if (ItemOf(path) is not (var list, var index))
        {
            Clear(path);
            return;
        }

        var count = Count(list);
        Clear(path);
        for (var next = index + 1; next < count; next++)
        {
            Rename($"{list}[{next}]", $"{list}[{next - 1}]");
        }

        SetCount(list, Math.Max(0, count - 1));
    }

    /// <summary>Moves an item by one place; at an end nothing happens.</summary>
    public void Move(string path, int by)
    {
        if (ItemOf(path) is not (var list, var index) || index + by < 0 || index + by >= Count(list))
        {
            return;
        }

        var other = $"{list}[{index + by}]";
        Rename(path, "…");
        Rename(other, path);
        Rename("…", other);
    }

    internal void SetCount(string path, int count) => this[CountOf(path)] = count.ToString(CultureInfo.InvariantCulture);

    /// <summary>The values of a part that nobody has filled in.</summary>
    internal void Blank(FormPart part, string path, string fallback)
    {
        switch (part)
        {
            case GroupPart group:
                foreach (var key in group.Keys.Where(key => key.Need != FormNeed.Absent))
                {
                    Blank(key.Part, PathOf(path, key.Name), key.Default);
                }

                break;
            case FormsPart forms:
                Blank(forms.Forms[Form(path)].Group, path, "");
                break;
            case ListPart:
                SetCount(path, 0);
                break;
            case WordPart words:
                this[path] = fallback.Length > 0 ? fallback : words.Words[0].Word;
                break;
            case TextsPart:
                break;
            default:
                this[path] = fallback;
                break;
        }
    }

    internal static string PathOf(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string CountOf(string path) => path + "#";

    private static (string List, int Index)? ItemOf(string path)
    {
        var open = path.LastIndexOf('[');
        return path.EndsWith(']') && open > 0 && int.TryParse(path.AsSpan(open + 1, path.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? (path[..open], index)
            : null;
    }

    private void Clear(string path)
    {
        foreach (var name in Within(path))
        {
            values.Remove(name);
        }
    }

    private void Rename(string from, string to)
    {
        foreach (var name in Within(from))
        {
            values.Remove(name, out var value);
            values[to + name[from.Length..]] = value!;
        }
    }

    private string[] Within(string path) =>
        [.. values.Keys.Where(name => name.StartsWith(path, StringComparison.Ordinal) && (name.Length == path.Length || name[path.Length] is '.' or '[' or '#'))];
}
