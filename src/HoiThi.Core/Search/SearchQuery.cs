namespace HoiThi.Core.Search;

/// <summary>What somebody typed to find a name, taken apart once to be held against many (see <see cref="SearchText.Matches"/>).</summary>
public sealed class SearchQuery
{
    private readonly string[] folded;
    private readonly SearchWord[] words;

    /// <summary>Takes <paramref name="text"/> apart; without a letter or digit it matches everything.</summary>
    public SearchQuery(string text)
    {
        folded = SearchText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        words = [.. SearchWord.Of(text).Where(word => word.HasDiacritics)];
    }

    /// <summary>Whether the text matches.</summary>
    /// <param name="foldedText"><see cref="SearchText.Fold"/> of <paramref name="original"/>.</param>
    /// <param name="original">The text.</param>
    public bool Matches(string foldedText, string original)
    {
        // The folded text rules most candidates out without taking them apart.
        foreach (var word in folded)
        {
            if (!BeginsAWord(foldedText, word))
            {
                return false;
            }
        }

        if (words.Length == 0)
        {
            return true;
        }

        var candidates = SearchWord.Of(original);
        return words.All(word => candidates.Exists(word.Begins));
    }

    private static bool BeginsAWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || text[at - 1] == ' ')
            {
                return true;
            }
        }

        return false;
    }
}
