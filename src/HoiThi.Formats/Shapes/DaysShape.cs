using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using HoiThi.Core;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>Days of the week, as in <c>[mon, wed]</c>, in any order; kept and written Monday first.</summary>
internal sealed class DaysShape : Shape<ValueList<DayOfWeek>>
{
    private static readonly DayShape Day = new();
    private static readonly ListShape<DayOfWeek> Days = Of.Line(Day, 1, 7).Checked((days, scope) =>
        Unique.Check(scope, days.Select(day => (DayShape.WordOf(day.Item), $"[{day.Index}]")), "day"));

    /// <inheritdoc/>
    public override string Meaning => Days.Meaning;

    /// <inheritdoc/>
    public override FormPart Part => new SetPart("day", ((WordPart)Day.Part).Words);

    /// <inheritdoc/>
    public override bool TryRead(Node node, Scope scope, [MaybeNullWhen(false)] out ValueList<DayOfWeek> value)
    {
        var well = Days.TryRead(node, scope, out var days);
        value = days is null ? null : InOrder(days);
        return well;
    }

    /// <inheritdoc/>
    public override Node Write(ValueList<DayOfWeek> value) => Days.Write(InOrder(value));

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => Days.Schema(definitions);

    private static ValueList<DayOfWeek> InOrder(ValueList<DayOfWeek> days) => days.OrderBy(day => ((int)day + 6) % 7).ToValueList();
}

/// <summary>A day of the week by its first three letters.</summary>
internal sealed class DayShape : ScalarShape<DayOfWeek>
{
    private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <inheritdoc/>
    public override string Meaning => "one of mon, tue, wed, thu, fri, sat, sun";

    /// <inheritdoc/>
    public override FormPart Part => new WordPart("day", Names[1..].Append(Names[0]).Select(word => new FormWord(word, word)).ToValueList());

    public static string WordOf(DayOfWeek day) => Names[(int)day];

    /// <inheritdoc/>
    public override Node Write(DayOfWeek value) => new ScalarNode(WordOf(value), isText: true);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. Names[1..].Append(Names[0]).Select(word => (JsonNode)word)]),
    };

    /// <inheritdoc/>
    protected override string? Problem(ScalarNode node, out DayOfWeek value)
    {
        value = (DayOfWeek)Array.IndexOf(Names, node.Value);
        return (int)value >= 0 ? null : $"is {node.Noun}{Suggestion.DidYouMean(node.Value, Names)}";
    }
}
