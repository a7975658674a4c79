using HoiThi.Core;
using HoiThi.Formats.Banks;

namespace HoiThi.Server.Questions;

/// <summary>The tags of a question, as they are typed and as the database finds them: <c>|one|another|</c>.</summary>
internal static class Tags
{
    public const int Most = 20;
    public const int Longest = 60;

    /// <summary>Reads what was typed: tags parted by commas, each once, in lower case.</summary>
    public static ValueList<string> Parse(string typed) =>
        [.. typed.Split([',', ';', '|', '\n']).Select(Clean).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>A tag as it is kept.</summary>
    public static string Clean(string tag) => BankText.Line(tag.Replace('|', ' ')).ToLowerInvariant();

    public static string Join(IReadOnlyCollection<string> tags) => tags.Count == 0 ? "" : $"|{string.Join('|', tags)}|";

    public static ValueList<string> Split(string stored) => [.. stored.Split('|', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What is in <see cref="Join"/> of tags that have this one.</summary>
    public static string Piece(string tag) => $"|{Clean(tag)}|";
}
