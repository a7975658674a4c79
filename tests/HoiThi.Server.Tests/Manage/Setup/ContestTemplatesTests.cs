using HoiThi.Core.Simulation;
using HoiThi.Formats.Contests;
using HoiThi.Server.Manage.Setup;

namespace HoiThi.Server.Tests.Manage.Setup;

/// <summary>Every template is a contest that can be started at once, for as many weeks as one likes.</summary>
public sealed class ContestTemplatesTests
{
    public static TheoryData<string> Names { get; } = [.. ContestTemplates.All.Select(template => template.Name)];

    [Fact]
    public void There_are_six_and_a_blank_one() => ContestTemplates.All.Count.ShouldBe(7);

    [Theory, MemberData(nameof(Names))]
    public void A_template_becomes_a_contest_of_any_length(string name)
    {
        var template = ContestTemplates.Find(name)!;
        foreach (var weeks in new[] { 1, 3, 9 })
        {
            var contest = template.Start("moi", new("Hội thi tìm hiểu cải cách hành chính thành phố năm 2030"), new("Sở Nội vụ"), new DateOnly(2030, 3, 4), weeks);
            contest.Check().ShouldBeEmpty();
            contest.Contest.Rounds.Count.ShouldBe(weeks);
            contest.Contest.Rounds[0].Opens.Value.Date.ShouldBe(new DateTime(2030, 3, 4));
            contest.Contest.ShortTitle.Vi.ShouldBe("Hội thi tìm hiểu cải cách hành chính");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_template_can_be_simulated(string name)
    {
        var contest = ContestTemplates.Find(name)!.Start("moi", new("Thử"), new("Sở"), new DateOnly(2030, 3, 4), 2);
        Simulator.Run(contest.ToSimulation(), 200, 1, threads: 1).Rounds.Count.ShouldBe(3);
    }
}
