using System.Globalization;
using System.Text.Json.Nodes;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>A time of day to the minute, as in 07:30, kept in minutes from 00:00.</summary>
/// <param name="endOfDay">Whether 24:00 is one.</param>
internal sealed class TimeOfDayShape(bool endOfDay) : ScalarShape<int>
{
    private const int MinutesOfDay = 1440;

    /// <inheritdoc/>
    public override string Meaning => endOfDay ? "a time of day as HH:mm, up to 24:00" : "a time of day as HH:mm";

    /// <inheritdoc/>
    public override FormPart Part => new LinePart(LineKind.TimeOfDay);

    /// <inheritdoc/>
    public override Node Write(int value) =>
        new ScalarNode(string.Create(CultureInfo.InvariantCulture, $"{value / 60:00}:{value % 60:00}"), isText: false);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["pattern"] = @"^\d{2}:\d{2}$" };

    /// <inheritdoc/>
    protected override string? Problem(ScalarNode node, out int value)
    {
        if (endOfDay && node.Value == "24:00")
        {
            value = MinutesOfDay;
            return null;
        }

        var well = TimeOnly.TryParseExact(node.Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        value = (time.Hour * 60) + time.Minute;
        return well ? null : $"is {node.Noun}";
    }
}

/// <summary>A moment that comes once a day, as in 11:00.</summary>
internal sealed class ClockShape : ScalarShape<TimeOnly>
{
    private static readonly TimeOfDayShape Minutes = new(endOfDay: false);

    /// <inheritdoc/>
    public override string Meaning => Minutes.Meaning;

    /// <inheritdoc/>
    public override FormPart Part => Minutes.Part;

    /// <inheritdoc/>
    public override Node Write(TimeOnly value) => Minutes.Write((value.Hour * 60) + value.Minute);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => Minutes.Schema(definitions);

    /// <inheritdoc/>
    protected override string? Problem(ScalarNode node, out TimeOnly value) =>
        TimeOnly.TryParseExact(node.Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            ? null
            : $"is {node.Noun}";
}
