using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using HoiThi.Core;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>One of the forms in which a value of <see cref="FormsShape{T}"/> is written.</summary>
/// <param name="title">What the guide calls it.</param>
/// <param name="shape">Its keys.</param>
internal abstract class Form<T>(string title, Shape shape)
{
    public string Title => title;

    public Shape Shape => shape;

    /// <summary>The keys that only this form has.</summary>
    public abstract IReadOnlyList<string> Marks { get; }

    /// <summary>Whether the keys are those of this form.</summary>
    public abstract bool Fits(MapNode map);

    public abstract bool TryRead(Node node, Scope scope, [MaybeNullWhen(false)] out T value);

    /// <summary>The value as it is written; null where it is not of this form.</summary>
    public abstract Node? Write(T value);
}

/// <summary>A form that stands for values of the type <typeparamref name="S"/>.</summary>
/// <param name="title">What the guide calls it.</param>
/// <param name="shape">Its keys.</param>
/// <param name="marks">The keys that only this form has.</param>
internal sealed class Form<T, S>(string title, RecordShape<S> shape, params string[] marks) : Form<T>(title, shape)
    where S : class, T
{
    public override IReadOnlyList<string> Marks => marks;

    public override bool Fits(MapNode map) => map.Entries.Any(entry => marks.Contains(entry.Key, StringComparer.Ordinal));

    public override bool TryRead(Node node, Scope scope, [MaybeNullWhen(false)] out T value)
    {
        var well = shape.TryRead(node, scope, out var read);
        value = read;
        return well;
    }

    public override Node? Write(T value) => value is S one ? shape.Write(one) : null;
}

/// <summary>A value that is written in one of several forms, told apart by their keys; the last is the one without a mark.</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="forms">The forms.</param>
internal sealed class FormsShape<T>(string name, params Form<T>[] forms) : Shape<T>
{
    /// <inheritdoc/>
    public override string Meaning => string.Join("; or ", forms.Select(form => form.Shape.Meaning));

    /// <inheritdoc/>
    public override IReadOnlyList<(string Title, Shape Shape)> Forms => [.. forms.Select(form => (form.Title, form.Shape))];

    /// <inheritdoc/>
    public override FormPart Part => new FormsPart(forms.Select(form => new FormTitle(form.Title, form.Marks.ToValueList(), (GroupPart)form.Shape.Part)).ToValueList());

    /// <inheritdoc/>
    public override bool TryRead(Node node, Scope scope, [MaybeNullWhen(false)] out T value)
    {
        if (node is MapNode map)
        {
            return (Array.Find(forms, form => form.Fits(map)) ?? forms[^1]).TryRead(node, scope, out value);
        }

        scope.Wrong(node, $"is {node.Noun}", Meaning);
        value = default;
        return false;
    }

    /// <inheritdoc/>
    public override Node Write(T value) => forms.Select(form => form.Write(value)).OfType<Node>().First();

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Reference(
        name,
        () => new JsonObject { ["anyOf"] = new JsonArray([.. forms.Select(form => form.Shape.Schema(definitions))]) });
}
