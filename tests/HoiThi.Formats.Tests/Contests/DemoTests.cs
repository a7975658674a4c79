using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Tests.Contests;

public class DemoTests
{
    private static readonly string Demo = Repository.Path("contests/hai-phong-cchc-2023");

    [Fact]
    public void The_demo_has_no_mistakes_and_survives_export()
    {
        var demo = ContestFolder.Read(Demo);
        demo.Mistakes.ShouldBeEmpty();
        RoundTrip.Check(demo.Require());
    }
}
