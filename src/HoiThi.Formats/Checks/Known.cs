using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A name that refers to something must be the name of something.</summary>
internal static class Known
{
    /// <summary>Reports a name that is not among those known; true where it is.</summary>
    public static bool Check(Scope scope, string path, string noun, string name, IReadOnlyCollection<string> known)
    {
        if (known.Contains(name, StringComparer.Ordinal))
        {
            return true;
        }

        // A city has hundreds of units; a list of them helps nobody.
        var expected = known.Count is > 0 and <= 20
            ? $"one of {string.Join(", ", known.Distinct(StringComparer.Ordinal))}"
            : $"one of the {known.Count} there are";
        scope.Add(path, $"there is no {noun} '{name}'{Suggestion.DidYouMean(name, known)}", expected);
        return false;
    }
}
