using CsCheck;
using HoiThi.Core.Participation;

namespace HoiThi.Core.Tests.Participation;

public class ShareTests
{
    [Theory]
    [InlineData(0, 10, null, 0)]
    [InlineData(1, 3, null, 333)]
    [InlineData(2, 3, null, 667)]
    [InlineData(1, 2000, null, 1)] // 0.05 % rounds up
    [InlineData(1, 2001, null, 0)]
    [InlineData(6996, 10_000, null, 700)]
    [InlineData(6996, 10_000, 70, 699)] // never shown as reached when it is not
    [InlineData(7000, 10_000, 70, 700)]
    [InlineData(7001, 10_000, 70, 700)]
    [InlineData(6996, 10_000, 50, 700)]
    [InlineData(9999, 10_000, null, 999)] // 100 % only when all took part
    [InlineData(9999, 10_000, 100, 999)]
    [InlineData(10_000, 10_000, 100, 1000)]
    [InlineData(12, 10, 70, 1000)] // more than the list says
    public void A_share_is_shown_in_tenths_of_a_percent(long people, long headcount, int? target, int tenths) =>
        new Share(people, headcount).Tenths(target).ShouldBe(tenths);

    [Theory]
    [InlineData(699, 1000, "69,9%", "69.9%")]
    [InlineData(0, 1000, "0,0%", "0.0%")]
    [InlineData(5, 5, "100,0%", "100.0%")]
    [InlineData(5, 0, "–", "–")]
    public void A_share_is_written_as_each_language_writes_it(long people, long headcount, string vi, string en)
    {
        new Share(people, headcount).ToText(english: false).ShouldBe(vi);
        new Share(people, headcount).ToText(english: true).ShouldBe(en);
    }

    [Theory]
    [InlineData(0, 10, 70, 7)]
    [InlineData(6, 10, 70, 1)]
    [InlineData(7, 10, 70, 0)]
    [InlineData(11, 10, 70, 0)]
    [InlineData(0, 3, 50, 2)]
    [InlineData(0, 1, 1, 1)]
    [InlineData(0, 0, 70, 0)]
    public void What_is_missing_is_whole_people(long people, long headcount, int percent, long missing) =>
        new Share(people, headcount).Missing(percent).ShouldBe(missing);

    [Fact]
    public void Without_headcount_there_is_no_share_and_no_target_is_reached()
    {
        new Share(0, 0).Tenths(70).ShouldBeNull();
        new Share(3, 0).Reaches(70).ShouldBeFalse();
        new Share(3, 0).OverHeadcount.ShouldBeTrue();
        new Share(0, 0).OverHeadcount.ShouldBeFalse();
    }

    [Fact]
    public void What_is_shown_reaches_the_target_exactly_when_the_people_do() =>
        Gen.Select(Gen.Long[0, 3000], Gen.Long[1, 2500], Gen.Int[1, 100]).Sample((people, headcount, target) =>
        {
            var share = new Share(people, headcount);
            (share.Tenths(target) >= target * 10).ShouldBe(share.Reaches(target));
            (share.Tenths() == 1000).ShouldBe(people >= headcount);
            share.Tenths(target)!.Value.ShouldBeInRange(0, 1000);
        }, iter: 5_000);

    [Fact]
    public void So_many_people_more_reach_the_target_and_one_fewer_does_not() =>
        Gen.Select(Gen.Long[0, 3000], Gen.Long[1, 2500], Gen.Int[1, 100]).Sample((people, headcount, target) =>
        {
            var missing = new Share(people, headcount).Missing(target);
            new Share(people + missing, headcount).Reaches(target).ShouldBeTrue();
            (missing == 0 || !new Share(people + missing - 1, headcount).Reaches(target)).ShouldBeTrue();
        }, iter: 5_000);

    [Fact]
    public void Shares_compare_exactly_and_without_headcount_come_first()
    {
        Share.Compare(new(1, 3), new(333_333_333, 1_000_000_000)).ShouldBePositive();
        Share.Compare(new(1, 3), new(2, 6)).ShouldBe(0);
        Share.Compare(new(9, 0), new(0, 6)).ShouldBeNegative();
        Share.Compare(new(0, 6), new(9, 0)).ShouldBePositive();
        Share.Compare(new(0, 0), new(9, 0)).ShouldBeNegative();
    }
}
