using System.Text;
using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>Texts that look the same to a reader have the same form here: composed letters, single spaces.</summary>
internal static class SameText
{
    public static string Of(LocalText text) =>
        string.Join(' ', text.Vi.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
