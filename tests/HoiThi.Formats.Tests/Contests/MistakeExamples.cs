namespace HoiThi.Formats.Tests.Contests;

/// <summary>One edit of the sample contest that makes it wrong.</summary>
/// <param name="File">The file that is edited.</param>
/// <param name="Old">What is there.</param>
/// <param name="Changed">What stands there instead.</param>
internal sealed record MistakeExample(string File, string Old, string Changed)
{
    public string Reported()
    {
        using var folder = new Folder();
        return string.Join("<br>", folder.With(File, Old, Changed).Mistakes());
    }
}

internal static class MistakeExamples
{
    private const string Contest = "contest.yaml";

    /// <summary>What people get wrong most, for the guide.</summary>
    public static IReadOnlyList<MistakeExample> ForTheGuide { get; } =
    [
        new(Contest, "minutes: 10", "minuts: 10"),
        new(Contest, "minutes: 10", "minutes: 999"),
        new(Contest, "counts: best", "counts: bset"),
        new(Contest, "shuffleChoices: false", "shuffleChoices: no"),
        new(Contest, "name: { vi: 'Khách, bạn', en: Guests }", "name: { vi: Khách, bạn, en: Guests }"),
        new(Contest, "closes: 2026-01-16 17:30", "closes: 2026-01-02 17:30"),
        new(Contest, "{ topic: history, count: 1 }", "{ topic: history, count: 5 }"),
        new(Contest, "{ topic: history, count: 1 }", "{ topic: histori, count: 1 }"),
        new(Contest, "file: pages/rules.md", "file: ../rules.md"),
        new("questions/1.yaml", "- right: 2", "- wrong: 2"),
        new("questions/2.yaml", "code: T2-001", "code: T1-001"),
        new("units.csv", "awards,home,", "awards,hone,"),
    ];
}
