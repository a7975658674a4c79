using HoiThi.Core.Questions;

namespace HoiThi.Server.Questions;

/// <summary>What of a bank is shown: what was typed and chosen above the list.</summary>
/// <param name="Text">Words to find, with or without diacritics.</param>
/// <param name="Topic">The code of a topic, or empty.</param>
/// <param name="Difficulty">How hard, or null.</param>
/// <param name="Tag">A tag, or empty.</param>
/// <param name="State">The state, or null.</param>
/// <param name="Writer">Who wrote it, or null.</param>
/// <param name="Sort">code, topic, difficulty, state or written; a minus before it turns it round.</param>
/// <param name="Page">From 1.</param>
public sealed record BankQuery(string Text, string Topic, Difficulty? Difficulty, string Tag, QuestionState? State, Guid? Writer, string Sort, int Page)
{
    private const int Longest = 200;

    public static IReadOnlyList<string> Sorts { get; } = ["code", "topic", "difficulty", "state", "written"];

    /// <summary>Whether anything is left out.</summary>
    public bool IsFiltered => Text.Length > 0 || Topic.Length > 0 || Difficulty is not null || Tag.Length > 0 || State is not null || Writer is not null;

    public static BankQuery Of(IQueryCollection query) => Of(name => query[name].ToString());

    /// <summary>The query that a text of <see cref="ToString"/> stands for.</summary>
    public static BankQuery Parse(string text)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(text);
        return Of(name => query.TryGetValue(name, out var value) ? value.ToString() : "");
    }

    /// <summary>As it stands in an address, without the page where that is the first.</summary>
    public override string ToString()
    {
        var parts = new (string Name, string Value)[]
        {
            ("q", Text), ("topic", Topic), ("difficulty", Difficulty?.ToString() ?? ""), ("tag", Tag), ("state", State?.ToString() ?? ""),
            ("writer", Writer?.ToString() ?? ""), ("sort", Sort == "code" ? "" : Sort), ("page", Page == 1 ? "" : Page.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        };
        return string.Join('&', parts.Where(part => part.Value.Length > 0).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
    }

    private static BankQuery Of(Func<string, string> value)
    {
        var text = value("q").Trim();
        var sort = value("sort");
        return new BankQuery(
            text.Length > Longest ? text[..Longest] : text,
            value("topic"),
            Enum.TryParse<Difficulty>(value("difficulty"), out var difficulty) && Enum.IsDefined(difficulty) ? difficulty : null,
            Tags.Clean(value("tag")),
            Enum.TryParse<QuestionState>(value("state"), out var state) && Enum.IsDefined(state) ? state : null,
            Guid.TryParse(value("writer"), out var writer) ? writer : null,
            Sorts.Contains(sort.TrimStart('-'), StringComparer.Ordinal) ? sort : "code",
            int.TryParse(value("page"), out var page) && page is > 1 and < 1_000_000 ? page : 1);
    }
}
