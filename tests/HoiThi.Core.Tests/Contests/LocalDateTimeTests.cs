namespace HoiThi.Core.Tests.Contests;

public class LocalDateTimeTests
{
    [Fact]
    public void A_wall_clock_is_a_moment_of_its_zone()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");
        A.Local("2023-10-23 07:00").In(zone).ToUnixTimeMilliseconds().ShouldBe(A.Opens);
    }

    [Fact]
    public void Dates_compare_and_move_by_days()
    {
        var monday = A.Local("2023-10-30 07:30");
        (monday < monday.PlusDays(1), monday > monday.PlusDays(1)).ShouldBe((true, false));
        (monday <= A.Local("2023-10-30 07:30"), monday >= A.Local("2023-10-30 07:30")).ShouldBe((true, true));
        monday.PlusDays(7).ToString().ShouldBe("2023-11-06 07:30");
    }
}
