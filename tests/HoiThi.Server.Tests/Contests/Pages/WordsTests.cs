using HoiThi.Core.Contests;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Site;

namespace HoiThi.Server.Tests.Contests.Pages;

public class WordsTests
{
    [Theory]
    [InlineData(999, "999 B", "999 B")]
    [InlineData(640_321, "640 KB", "640 KB")]
    [InlineData(1_234_567, "1,2 MB", "1.2 MB")]
    [InlineData(2_500_000_000, "2,5 GB", "2.5 GB")]
    public void Sizes_are_written_as_people_say_them(long bytes, string vietnamese, string english)
    {
        Language.Vietnamese.Size(bytes).ShouldBe(vietnamese);
        Language.ByChoiceEnglish.Size(bytes).ShouldBe(english);
    }

    [Theory]
    [InlineData(1, Counting.Best, "20 câu hỏi · 20 phút · 1 lượt thi · 1 câu dự đoán")]
    [InlineData(2, Counting.Best, "20 câu hỏi · 20 phút · 2 lượt, lấy lượt cao nhất · 1 câu dự đoán")]
    [InlineData(3, Counting.Last, "20 câu hỏi · 20 phút · 3 lượt, lấy lượt cuối · 1 câu dự đoán")]
    public void The_facts_of_a_round_follow_the_rules(int attempts, Counting counts, string facts)
    {
        var contest = SampleContest.Contest with { Attempts = new AttemptRules(attempts, counts) };

        Language.Vietnamese.Facts(contest, contest.Rounds[0]).ShouldBe(facts);
    }

    [Fact]
    public void Moments_are_told_by_the_clock_of_the_contest()
    {
        var utc = new DateTimeOffset(2023, 10, 31, 18, 0, 5, TimeSpan.Zero);

        Language.Vietnamese.Snapshot(SampleContest.Contest, utc).ShouldBe("01:00:05 ngày 01/11/2023");
    }
}
