using System.Diagnostics.CodeAnalysis;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>A value that is one word, number or text.</summary>
internal abstract class ScalarShape<T> : Shape<T>
{
    /// <summary>Reads the value; what is wrong with it otherwise, in words that fit after its name.</summary>
    protected abstract string? Problem(ScalarNode node, out T? value);

    /// <inheritdoc/>
    public override bool TryRead(Node node, Scope scope, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        var problem = node switch
        {
            ScalarNode { IsNull: true } => "has no value",
            ScalarNode scalar => Problem(scalar, out value),
            _ => $"is {node.Noun}",
        };

        if (problem is not null)
        {
            scope.Wrong(node, problem, Meaning);
        }

        return problem is null && value is not null;
    }
}
