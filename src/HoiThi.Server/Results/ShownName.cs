using HoiThi.Core.Contests;

namespace HoiThi.Server.Results;

/// <summary>A name as a public board shows it.</summary>
internal static class ShownName
{
    /// <summary>In full; "N. T. Hồng Hạnh"; or nothing.</summary>
    public static string Of(string name, NameDisplay display) => display switch
    {
        NameDisplay.Full => name,
        NameDisplay.Masked => Masked(name.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        _ => "",
    };

    // The given name is the last word, in names of four words and more the last two.
    private static string Masked(string[] words)
    {
        var given = words.Length >= 4 ? 2 : 1;
        return string.Join(' ', words.Select((word, index) => index >= words.Length - given ? word : $"{char.ToUpper(word[0], System.Globalization.CultureInfo.InvariantCulture)}."));
    }
}
