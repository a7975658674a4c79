using System.Linq.Expressions;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>One line of a record's shape.</summary>
/// <param name="key">The key as the guide explains it.</param>
/// <param name="property">The name of the property.</param>
internal abstract class Field<T>(Key key, string property)
{
    public Key Key => key;

    public string Property => property;

    /// <summary>Reads the value of the key, or its default where the key is absent.</summary>
    public bool TryRead(MapNode map, Scope scope, out object? value)
    {
        // The last of duplicates: the first was reported as a mistake already.
        var entry = map.Entries.LastOrDefault(candidate => candidate.Key == key.Name);
        if (entry is null)
        {
            return TryDefault(out value);
        }

        return TryRead(entry.Value, scope.Key(key.Name, entry.At), out value);
    }

    /// <summary>The key with its value; null where the default is not written.</summary>
    public abstract MapEntry? Write(T record);

    protected abstract bool TryRead(Node node, Scope scope, out object? value);

    /// <summary>The default; false for a required key, whose absence is reported elsewhere.</summary>
    protected abstract bool TryDefault(out object? value);

    protected MapEntry Entry(Node value) => new(key.Name, default, value);

    protected static string NameOf(LambdaExpression property) => ((MemberExpression)property.Body).Member.Name;
}

/// <summary>A key that must be there.</summary>
internal sealed class RequiredField<T, F>(Key key, Expression<Func<T, F>> property, Shape<F> shape) : Field<T>(key, NameOf(property))
{
    private readonly Func<T, F> get = property.Compile();

    public override MapEntry? Write(T record) => Entry(shape.Write(get(record)));

    protected override bool TryRead(Node node, Scope scope, out object? value)
    {
        var well = shape.TryRead(node, scope, out var read);
        value = read;
        return well;
    }

    protected override bool TryDefault(out object? value)
    {
        value = null;
        return false;
    }
}

/// <summary>A key with a default that is a value.</summary>
internal sealed class FallbackField<T, F>(string key, Expression<Func<T, F>> property, Shape<F> shape, F fallback, string description)
    : Field<T>(new Key(key, shape, FallbackText.Of(shape.Write(fallback)), description), NameOf(property))
{
    private readonly Func<T, F> get = property.Compile();

    public override MapEntry? Write(T record) =>
        EqualityComparer<F>.Default.Equals(get(record), fallback) ? null : Entry(shape.Write(get(record)));

    protected override bool TryRead(Node node, Scope scope, out object? value)
    {
        var well = shape.TryRead(node, scope, out var read);
        value = read;
        return well;
    }

    protected override bool TryDefault(out object? value)
    {
        value = fallback;
        return true;
    }
}

/// <summary>A key that may be left out, which means null.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="F">The value that is written.</typeparam>
/// <typeparam name="N">The property's type, which has null as well.</typeparam>
internal sealed class NullableField<T, F, N>(
    string key,
    Expression<Func<T, N>> property,
    Shape<F> shape,
    Func<F, N> toProperty,
    Func<N, F> fromProperty,
    string description)
    : Field<T>(new Key(key, shape, "none", description) { MayBeAbsent = true }, NameOf(property))
{
    private readonly Func<T, N> get = property.Compile();

    public override MapEntry? Write(T record) => get(record) is { } value ? Entry(shape.Write(fromProperty(value))) : null;

    protected override bool TryRead(Node node, Scope scope, out object? value)
    {
        var well = shape.TryRead(node, scope, out var read);
        value = well ? toProperty(read!) : null;
        return well;
    }

    protected override bool TryDefault(out object? value)
    {
        value = null;
        return true;
    }
}
