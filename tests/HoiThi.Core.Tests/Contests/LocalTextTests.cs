using HoiThi.Core.Contests;

namespace HoiThi.Core.Tests.Contests;

public class LocalTextTests
{
    [Fact]
    public void Where_there_is_no_English_the_Vietnamese_stands_for_both()
    {
        new LocalText("Tuần 1", "Week 1").In(english: true).ShouldBe("Week 1");
        new LocalText("Tuần 1", "Week 1").In(english: false).ShouldBe("Tuần 1");
        new LocalText("Tuần 1").In(english: true).ShouldBe("Tuần 1");
    }
}
