using System.Globalization;
using System.Xml.Linq;
using HoiThi.Formats.Banks.Files;
using HoiThi.Formats.Banks.Script;

namespace HoiThi.Formats.Banks.Word;

/// <summary>Run properties put over each other.</summary>
internal static class WordLook
{
    private const int DarkChannel = 0x60;
    private const int GreySpread = 0x20;

    /// <summary>The look with what the properties say over it.</summary>
    public static Mark With(this Mark look, XElement? properties)
    {
        if (properties is null)
        {
            return look;
        }

        var colour = properties.Child("color").Value() is { } set ? Colour(set) : look.Colour;
        var highlight = properties.Child("highlight").Value() is { } pen ? pen == "none" ? "" : pen : look.Highlight;
        if (properties.Child("shd").Value("fill") is { } fill)
        {
            highlight = fill is "auto" or "FFFFFF" or "ffffff" ? highlight : fill.ToUpperInvariant();
        }

        return new(properties.Toggle("b") ?? look.Bold, properties.Toggle("u") ?? look.Underline, colour, highlight);
    }

    // Text that was pasted from the web is 333333 beside 000000: no reader sees a difference.
    private static string Colour(string value)
    {
        if (!int.TryParse(value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
        {
            return "";
        }

        int[] channels = [(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255];
        return channels.Max() < DarkChannel && channels.Max() - channels.Min() < GreySpread ? "" : value.ToUpperInvariant();
    }
}
