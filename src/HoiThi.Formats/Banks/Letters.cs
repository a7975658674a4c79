namespace HoiThi.Formats.Banks;

/// <summary>The letters of choices: A for the first.</summary>
internal static class Letters
{
    public const int Most = 8;

    public static string Of(int choice) => ((char)('A' + choice)).ToString();

    /// <summary>As in <c>AC</c>.</summary>
    public static string OfAll(IEnumerable<int> choices) => string.Concat(choices.Select(Of));

    /// <summary>The choice of a letter in either case, or −1.</summary>
    public static int IndexOf(char letter) => char.ToUpperInvariant(letter) is >= 'A' and <= 'H' and var upper ? upper - 'A' : -1;
}
