using System.Globalization;
using HoiThi.Core.Questions;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>Written answers on a screen.</summary>
internal static class WrittenWords
{
    /// <summary>A number that is kept in one form, as the reader writes it: 12,5.</summary>
    public static string Shown(string kept, Language language) =>
        decimal.TryParse(kept, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? NumberText.Format(number, language.English) : kept;
}
