using HoiThi.Core.Contests;
using HoiThi.Formats.People;
using HoiThi.Formats.Tests.Conformance;

namespace HoiThi.Formats.Tests.People;

public class JuryCsvTests
{
    private const string Header = "award,round,prize,name,unit,work\n";

    // Ten prizes a round for people who spread the contest.
    private static readonly Contest Contest = ConformanceContests.Read("P02-bau-cu-trung-uong").Require().Contest;

    [Fact]
    public void Winners_are_read_with_what_they_won_it_for() => Read("spreading,2,1,Trần Thị Bích,,\"Ba bài, một phóng sự\"\n").Require()
        .ShouldBe([new JuryWinner("spreading", 2, 0, "Trần Thị Bích", null, "Ba bài, một phóng sự")]);

    [Theory]
    [InlineData("news,1,1,An,,Bài\n", "there is no award 'news'; expected one of spreading")]
    [InlineData("spreading,1,2,An,,Bài\n", "the award has 1 prizes; expected 1–1")]
    [InlineData("spreading,,1,An,,Bài\n", "the prize is given in every round, and none is named; expected the number of a round")]
    [InlineData("spreading,3,1,An,,Bài\n", "there is no round 3; expected 1–2")]
    [InlineData("spreading,1,1,An,so-x,Bài\n", "there is no unit 'so-x'; expected the code of a unit, or nothing")]
    public void What_is_not_in_the_contest_is_named(string line, string said) => Read(line).Mistakes.ShouldHaveSingleItem().ToString().ShouldBe($"jury.csv:2: {said}");

    [Fact]
    public void No_more_win_than_there_are_prizes() => Read(string.Concat(Enumerable.Repeat("spreading,1,1,An,,Bài\n", 11))).Mistakes
        .ShouldHaveSingleItem().ToString().ShouldContain("'Giải lan tỏa' of 'spreading' is given 11 times; expected 10 at most");

    private static Reading<Core.ValueList<JuryWinner>> Read(string lines) => JuryCsv.Read(Header + lines, "jury.csv", Contest, _ => false);
}
