using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>
/// How a type of values stands in a file. One definition reads, writes, makes the JSON Schema, the guide's tables and
/// the console's forms, so that these five cannot differ.
/// </summary>
internal abstract class Shape
{
    /// <summary>What a value looks like, in words that fit after "expected".</summary>
    public abstract string Meaning { get; }

    /// <summary>The keys of a value or of a list's items, for the guide; empty where there are none to explain.</summary>
    public virtual IReadOnlyList<Key> Keys => [];

    /// <summary>The words that a value can be with their meanings, for the guide; empty where it can be anything.</summary>
    public virtual IReadOnlyList<(string Word, string Description)> Words => [];

    /// <summary>The forms of a value or of a list's items, for the guide; empty where there is only one.</summary>
    public virtual IReadOnlyList<(string Title, Shape Shape)> Forms => [];

    /// <summary>The shape that the keys are of: of the items for a list, this otherwise. Equal ones are explained once.</summary>
    public virtual Shape Content => this;

    /// <summary>What stands behind a key in the guide's headings: <c>[]</c> for a list.</summary>
    public virtual string Suffix => "";

    /// <summary>How a value is asked in a form.</summary>
    public abstract FormPart Part { get; }

    /// <summary>The schema of a value; named schemas go into <paramref name="definitions"/>.</summary>
    public abstract JsonObject Schema(SchemaDefinitions definitions);
}

/// <summary>How values of <typeparamref name="T"/> stand in a file.</summary>
internal abstract class Shape<T> : Shape
{
    /// <summary>Reads a value; false after every mistake in it was reported.</summary>
    public abstract bool TryRead(Node node, Scope scope, [MaybeNullWhen(false)] out T value);

    /// <summary>Writes a value so that it is read back as an equal one.</summary>
    public abstract Node Write(T value);
}

/// <summary>One key of a record, as the guide explains it.</summary>
/// <param name="Name">The key.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Default">What leaving it out means, in Markdown; null where it must be there.</param>
/// <param name="Description">What it is for; a sentence.</param>
internal sealed record Key(string Name, Shape Shape, string? Default, string Description)
{
    /// <summary>Whether leaving it out means null, and no default.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>The key in a form.</summary>
    public FormKey InForm => new(
        Name,
        Shape.Part,
        Default is null ? FormNeed.Required : MayBeAbsent ? FormNeed.Absent : FormNeed.Default,
        Default is ['`', .. var value, '`'] ? value : "",
        Description);
}
