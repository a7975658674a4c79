namespace HoiThi.Formats;

/// <summary>Guesses which known word a mistyped one was meant to be.</summary>
internal static class Suggestion
{
    /// <summary>As in <c>; did you mean 'minutes'?</c> without the semicolon, or an empty text where nothing is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> known)
    {
        // A third of the letters may be wrong: fewer would miss short words, more would guess wildly.
        var limit = Math.Max(1, word.Length / 3);
        var nearest = known
            .Select(candidate => (candidate, distance: Distance(Folded(word), Folded(candidate))))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
        return nearest is null ? "" : $" (did you mean '{nearest}'?)";
    }

    // snake_case, kebab-case and camelCase are the same mistake: the right word in a wrong dress.
    private static string Folded(string word) =>
        word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>How many letters must be added, removed or changed to turn one word into another (Levenshtein).</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
