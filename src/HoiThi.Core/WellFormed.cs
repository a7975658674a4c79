using System.Text;

namespace HoiThi.Core;

/// <summary>Text from outside made fit to work on.</summary>
internal static class WellFormed
{
    /// <summary>
    /// The text in the form asked for. Half a surrogate pair, on which <see cref="string.Normalize()"/> throws, becomes
    /// U+FFFD: what a visitor types is never an exception.
    /// </summary>
    public static string Normalise(string text, NormalizationForm form) =>
        (text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text).Normalize(form);
}
