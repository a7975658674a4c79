using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Tests.Contests;

public class GuideTests
{
    private const string Guide = "docs/contest-file.md";

    [Fact]
    public void The_guide_explains_every_key()
    {
        GeneratedFile.PartShouldBe(Guide, "contest", ContestGuide.ContestKeys());
        GeneratedFile.PartShouldBe(Guide, "questions", ContestGuide.QuestionKeys());
        GeneratedFile.PartShouldBe(Guide, "units", ContestGuide.UnitColumns());
    }

    [Fact]
    public void The_guide_shows_mistakes_as_they_are_reported()
    {
        var rows = MistakeExamples.ForTheGuide.Select(example => $"| `{example.Changed.Trim()}` | {example.Reported()} |\n");
        GeneratedFile.PartShouldBe(Guide, "mistakes", $"| written | reported |\n|---|---|\n{string.Concat(rows)}");
    }
}
