using HoiThi.Core.Participation;

namespace HoiThi.Core.Tests.Participation;

public class OpenTimeTests
{
    private static readonly (long Opens, long Closes)[] Windows = [(100, 200), (300, 600)];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 0)]
    [InlineData(150, 50)]
    [InlineData(200, 100)]
    [InlineData(299, 100)] // the night between counts for nothing
    [InlineData(301, 101)]
    [InlineData(600, 400)]
    [InlineData(9999, 400)]
    public void Only_open_time_counts(long now, long elapsed) => OpenTime.At(Windows, now).ShouldBe(new OpenTime(elapsed, 400));

    [Theory]
    [InlineData(100, null)]
    [InlineData(150, 80L)]
    [InlineData(250, 40L)]
    [InlineData(599, 10L)]
    [InlineData(600, null)]
    public void People_keep_coming_at_the_pace_so_far(long now, long? forecast) =>
        OpenTime.At(Windows, now).Forecast(10, 1000).ShouldBe(forecast);

    [Fact]
    public void A_forecast_is_bounded_by_the_headcount_but_never_below_who_has_come()
    {
        var early = OpenTime.At(Windows, 110);
        early.Forecast(10, 50).ShouldBe(50);
        early.Forecast(60, 50).ShouldBe(60);
        early.Forecast(10, 0).ShouldBe(400, "without a headcount nothing bounds it");
        early.Forecast(0, 50).ShouldBe(0);
    }

    [Fact]
    public void Great_contests_do_not_overflow() =>
        new OpenTime(1, 90L * 86_400_000).Forecast(90_000_000, 100_000_000).ShouldBe(100_000_000);
}
