using System.Reflection;

namespace HoiThi.Formats.Shapes;

/// <summary>Calls the primary constructor of a record with values in the order of its shape's lines.</summary>
internal static class RecordConstructor
{
    /// <summary>The constructor as a function of the values of these properties.</summary>
    /// <exception cref="InvalidOperationException">A parameter has no property in the shape, or two.</exception>
    public static Func<object?[], T> For<T>(string[] properties)
    {
        var constructor = typeof(T).GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        var order = constructor.GetParameters().Select(parameter => Array.IndexOf(properties, parameter.Name)).ToArray();
        if (!order.Order().SequenceEqual(Enumerable.Range(0, properties.Length)))
        {
            var parameters = string.Join(", ", constructor.GetParameters().Select(parameter => parameter.Name));
            throw new InvalidOperationException($"The shape of {typeof(T).Name} must have each of these once: {parameters}.");
        }

        return values => (T)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [.. order.Select(index => values[index])], null);
    }
}
