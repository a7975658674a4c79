namespace HoiThi.Core.Contests;

/// <summary>
/// Says that a contest is a copy to rehearse with (diễn tập): it stands on no list, its people are made up, and it is deleted
/// afterwards. A copy is known by its slug as well, so that no real contest can be taken for one.
/// </summary>
/// <param name="Slug">The contest that it is a copy of.</param>
/// <param name="Round">The number of the round there that its one round is a copy of.</param>
public sealed record RehearsalOf(string Slug, int Round)
{
    private const string Ending = "-dien-tap";
    private const int LongestSlug = 60;

    /// <summary>The slug of the copy of a contest.</summary>
    public static string SlugOf(string slug) => slug[..Math.Min(slug.Length, LongestSlug - Ending.Length)].TrimEnd('-') + Ending;
}
