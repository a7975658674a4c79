namespace HoiThi.Formats;

/// <summary>Guesses which known word a mistyped one was meant to be.</summary>
internal static class Suggestion
{
    /// <summary>As in <c> (did you mean 'minutes'?)</c>, or an empty text where nothing is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> known)
    {
        // A third of the letters may be wrong: fewer would miss short words, more would guess wildly.
        var limit = Math.Max(1, word.Length / 3);
        var nearest = known
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= limit + 2)
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

    /// <summary>How many letters must be added, removed, changed or swapped with the next to turn one word into another.</summary>
    private static int Distance(string from, string to)
    {
        var distance = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                distance[i, j] = i == 0 || j == 0 ? i + j : Step(distance, from, to, i, j);
            }
        }

        return distance[from.Length, to.Length];
    }

    private static int Step(int[,] distance, string from, string to, int i, int j)
    {
        var changed = distance[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        var least = Math.Min(changed, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return swapped ? Math.Min(least, distance[i - 2, j - 2] + 1) : least;
    }
}
