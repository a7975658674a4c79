using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using HoiThi.Core;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>A list.</summary>
/// <param name="item">The shape of its items.</param>
/// <param name="minimum">The fewest items.</param>
/// <param name="maximum">The most items.</param>
/// <param name="flow">Whether it is written on one line where it fits.</param>
internal sealed class ListShape<T>(Shape<T> item, int minimum, int maximum, bool flow) : Shape<ValueList<T>>
{
    private readonly List<Action<IReadOnlyList<(int Index, T Item)>, Scope>> checks = [];

    /// <inheritdoc/>
    public override string Meaning => item.Keys.Count + item.Forms.Count > 0 ? $"a list of {Length}" : $"a list of {Length}, each {item.Meaning}";

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => item.Keys;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, string Description)> Words => item.Words;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Title, Shape Shape)> Forms => item.Forms;

    /// <inheritdoc/>
    public override Shape Content => item.Content;

    /// <inheritdoc/>
    public override string Suffix => "[]";

    /// <inheritdoc/>
    public override FormPart Part => flow && item.Part is LinePart line ? new SeveralPart(line.Kind) : new ListPart(item.Part, minimum, maximum);

    private string Length => minimum == 0
        ? string.Create(CultureInfo.InvariantCulture, $"at most {maximum:N0}")
        : string.Create(CultureInfo.InvariantCulture, $"{minimum}–{maximum:N0}");

    /// <summary>Adds a rule between items; it sees those that could be read, with their indexes.</summary>
    public ListShape<T> Checked(Action<IReadOnlyList<(int Index, T Item)>, Scope> check)
    {
        checks.Add(check);
        return this;
    }

    /// <inheritdoc/>
    public override bool TryRead(Node node, Scope scope, [MaybeNullWhen(false)] out ValueList<T> value)
    {
        value = null;
        if (node is not ListNode list)
        {
            scope.Wrong(node, $"is {node.Noun}", Meaning);
            return false;
        }

        var well = true;
        if (list.Items.Count < minimum || list.Items.Count > maximum)
        {
            scope.Wrong(node, $"has {list.Items.Count} items", Meaning);
            well = false;
        }

        var items = new List<(int Index, T Item)>(list.Items.Count);
        for (var index = 0; index < list.Items.Count; index++)
        {
            if (item.TryRead(list.Items[index], scope.Item(index, list.Items[index].At), out var read))
            {
                items.Add((index, read));
            }
        }

        foreach (var check in checks)
        {
            check(items, scope);
        }

        value = items.Select(pair => pair.Item).ToValueList();
        return well && items.Count == list.Items.Count;
    }

    /// <inheritdoc/>
    public override Node Write(ValueList<T> value) => new ListNode([.. value.Select(item.Write)], flow);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["type"] = "array",
        ["minItems"] = minimum,
        ["maxItems"] = maximum,
        ["items"] = item.Schema(definitions),
    };
}
