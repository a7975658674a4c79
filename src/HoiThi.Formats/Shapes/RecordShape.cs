using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Text.Json.Nodes;
using HoiThi.Core;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>
/// A record as keys with values. A line of its definition is one property: its key, its shape, its default, its meaning.
/// The record is made by its primary constructor, whose parameters are found by the properties' names.
/// </summary>
/// <param name="name">The record's name in the schema.</param>
/// <param name="flow">Whether it is written in braces on one line where it fits.</param>
internal sealed class RecordShape<T>(string name, bool flow = false) : Shape<T>
    where T : notnull
{
    private readonly List<Field<T>> fields = [];
    private readonly List<(Action<T, Scope> Check, string[] Needs)> checks = [];
    private Action<T, Scope>? guard;
    private Func<object?[], T>? make;

    /// <inheritdoc/>
    public override string Meaning => $"the keys {string.Join(", ", fields.Select(line => line.Key.Name))}";

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. fields.Select(line => line.Key)];

    /// <inheritdoc/>
    public override FormPart Part => new GroupPart(name, Keys.Select(key => key.InForm).ToValueList());

    /// <summary>Adds a key that must be there.</summary>
    public RecordShape<T> Required<F>(string key, Expression<Func<T, F>> property, Shape<F> shape, string description) =>
        With(new RequiredField<T, F>(new Key(key, shape, null, description), property, shape));

    /// <summary>Adds a key whose absence means <paramref name="fallback"/>, which is therefore not written.</summary>
    public RecordShape<T> Optional<F>(string key, Expression<Func<T, F>> property, Shape<F> shape, F fallback, string description) =>
        With(new FallbackField<T, F>(key, property, shape, fallback, description));

    /// <summary>Adds a key whose absence means null.</summary>
    public RecordShape<T> Optional<F>(string key, Expression<Func<T, F?>> property, Shape<F> shape, string description)
        where F : class =>
        With(new NullableField<T, F, F?>(key, property, shape, value => value, value => value!, description));

    /// <summary>Adds a key whose absence means null.</summary>
    public RecordShape<T> Optional<F>(string key, Expression<Func<T, F?>> property, Shape<F> shape, string description)
        where F : struct =>
        With(new NullableField<T, F, F?>(key, property, shape, value => value, value => value!.Value, description));

    /// <summary>
    /// Adds a rule between keys. It runs when the keys it needs could be read, whatever is wrong with the others, which
    /// it must not touch; without such keys it needs all of them.
    /// </summary>
    public RecordShape<T> Checked(Action<T, Scope> check, params string[] needs)
    {
        checks.Add((check, needs));
        return this;
    }

    /// <summary>
    /// Adds the rule on which those of other values rest: a record that breaks it is as good as not read, so that they
    /// need not think of it.
    /// </summary>
    public RecordShape<T> Guarded(Action<T, Scope> check)
    {
        guard = check;
        return this;
    }

    /// <inheritdoc/>
    public override bool TryRead(Node node, Scope scope, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is not MapNode map)
        {
            scope.Wrong(node, $"is {node.Noun}", Meaning);
            return false;
        }

        var well = new KeyRules(Keys, map, scope).Check();
        var values = new object?[fields.Count];
        var failed = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < fields.Count; index++)
        {
            if (!fields[index].TryRead(map, scope, out values[index]))
            {
                failed.Add(fields[index].Key.Name);
                values[index] = null;
            }
        }

        Check(values, failed, scope);
        well &= failed.Count == 0 && Guard(values, scope);
        value = well ? Make(values) : default;
        return well;
    }

    /// <inheritdoc/>
    public override Node Write(T value) => WriteMap(value);

    /// <summary>As <see cref="Write"/>, for the root of a document.</summary>
    public MapNode WriteMap(T value) => new([.. fields.Select(field => field.Write(value)).OfType<MapEntry>()], flow);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Reference(name, () => SchemaOfKeys(definitions));

    /// <summary>The schema itself, for the root of a document.</summary>
    public JsonObject SchemaOfKeys(SchemaDefinitions definitions) => RecordSchema.Of(Keys, definitions);

    private bool Guard(object?[] values, Scope scope)
    {
        var before = scope.Findings.Count;
        guard?.Invoke(Make(values), scope);
        return scope.Findings.Count == before;
    }

    private void Check(object?[] values, HashSet<string> failed, Scope scope)
    {
        foreach (var (check, needs) in checks)
        {
            if (failed.Count == 0 || (needs.Length > 0 && !failed.Overlaps(needs)))
            {
                check(Make(values), scope);
            }
        }
    }

    private T Make(object?[] values) => (make ??= RecordConstructor.For<T>([.. fields.Select(field => field.Property)]))(values);

    private RecordShape<T> With(Field<T> field)
    {
        fields.Add(field);
        return this;
    }
}
