using System.Globalization;
using System.Text.Json.Nodes;
using HoiThi.Core.Contests;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>A day, as in 2023-10-23.</summary>
internal sealed class DateShape : ScalarShape<DateOnly>
{
    /// <inheritdoc/>
    public override string Meaning => "a date as yyyy-MM-dd";

    /// <inheritdoc/>
    public override FormPart Part => new LinePart(LineKind.Date);

    /// <inheritdoc/>
    public override Node Write(DateOnly value) =>
        new ScalarNode(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), isText: false);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "string", ["pattern"] = @"^\d{4}-\d{2}-\d{2}$" };

    /// <inheritdoc/>
    protected override string? Problem(ScalarNode node, out DateOnly value) =>
        DateOnly.TryParseExact(node.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            ? null
            : $"is {node.Noun}";
}

/// <summary>A date and time to the minute in the contest's zone, as in 2023-10-23 07:30; 24:00 is the next day's 00:00.</summary>
internal sealed class MinuteShape : ScalarShape<LocalDateTime>
{
    private const string Midnight = "24:00";

    /// <inheritdoc/>
    public override string Meaning => "a date and time as yyyy-MM-dd HH:mm";

    /// <inheritdoc/>
    public override FormPart Part => new LinePart(LineKind.Moment);

    /// <inheritdoc/>
    public override Node Write(LocalDateTime value) => new ScalarNode(value.ToString(), isText: false);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "string", ["pattern"] = @"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}$" };

    /// <inheritdoc/>
    protected override string? Problem(ScalarNode node, out LocalDateTime value)
    {
        var text = node.Value;
        var endOfDay = text.EndsWith(Midnight, StringComparison.Ordinal);
        text = endOfDay ? text[..^Midnight.Length] + "00:00" : text;
        var well = DateTime.TryParseExact(
            text,
            ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time);

        // The last day of the calendar has no next one.
        well = well && time.Year < 9999;
        value = new LocalDateTime(well && endOfDay ? time.AddDays(1) : time);
        return well ? null : $"is {node.Noun}";
    }
}
