using System.Globalization;
using HoiThi.Core.Contests;

namespace HoiThi.Formats.Banks;

/// <summary>What the places of a file are counted in.</summary>
public enum PlaceKind
{
    /// <summary>The whole file.</summary>
    File,

    /// <summary>Paragraphs of a document, those in tables included.</summary>
    Paragraph,

    /// <summary>Rows of a sheet.</summary>
    Row,

    /// <summary>Lines of a text.</summary>
    Line,
}

/// <summary>Where something stands in a file.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Number">Which one, from 1; 0 for the whole file.</param>
/// <param name="Part">The sheet, or the file within a package; null where there is one only.</param>
public sealed record BankPlace(PlaceKind Kind, int Number, string? Part = null)
{
    /// <summary>The whole file.</summary>
    public static BankPlace File { get; } = new(PlaceKind.File, 0);

    /// <summary>As in "đoạn 12" or "dòng 3, Tuần 1".</summary>
    public LocalText InWords()
    {
        var (vi, en) = Kind switch
        {
            PlaceKind.Paragraph => ("đoạn", "paragraph"),
            PlaceKind.Row => ("hàng", "row"),
            PlaceKind.Line => ("dòng", "line"),
            _ => ("tệp", "file"),
        };
        var number = Number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {Number}");
        var part = Part is null ? "" : $", {Part}";
        return new($"{vi}{number}{part}", $"{en}{number}{part}");
    }

    /// <inheritdoc/>
    public override string ToString() => InWords().In(english: true);
}
