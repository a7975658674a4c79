using HoiThi.Core.Papers;
using HoiThi.Core.Questions;

namespace HoiThi.Core.Tests.Papers;

/// <summary>
/// Papers are stored nowhere: they are drawn again to be marked, shown and checked. Should one of these values change,
/// every paper of every contest held so far would silently become another. Do not adapt them; undo what changed them. They were
/// worked out by a second program, written from the documentation alone.
/// </summary>
public class PaperGoldenTests
{
    private static readonly SealedSet Set = A.Set(
        [
            .. A.Questions(6, "law", Difficulty.Easy),
            .. A.Questions(4, "law", Difficulty.Hard),
            A.Question("all", "city", Difficulty.Medium, 3, 1, 2) with { KeepOrder = true },
        ],
        [new("law", null, 3), new("law", Difficulty.Hard, 2), new("city", null, 1)]);

    [Fact]
    public void The_hash_of_a_sealed_set_never_changes() =>
        Convert.ToHexStringLower(Set.Hash.Span).ShouldBe("16742c11d3a6cbc29ac9a4530017f1e08a82da1ef890de32bda77b59021e7e8f");

    [Theory]
    [InlineData(1, 1, "4:1032 8:1032 6:3012 10:012 7:1032 3:2031")]
    [InlineData(1, 2, "9:1302 3:2310 10:012 1:2301 8:2013 0:2031")]
    [InlineData(2023, 1, "8:2301 6:0312 7:3210 10:012 9:3120 5:1023")]
    public void The_paper_of_an_attempt_never_changes(int contestant, short ordinal, string paper) =>
        string.Join(' ', Paper.Draw(Set, A.Attempt(contestant, ordinal)).Lines.Select(line => $"{line.Question}:{string.Concat(line.Order)}"))
            .ShouldBe(paper);
}
