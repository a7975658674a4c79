using HoiThi.Core.Simulation;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Tests.Conformance;

namespace HoiThi.Formats.Tests.Simulation;

public class ConformanceSimulationTests
{
    public static TheoryData<string> Contests => [.. ConformanceContests.Names];

    [Theory]
    [MemberData(nameof(Contests))]
    public void Every_real_contest_can_be_played(string name)
    {
        var report = Simulator.Run(ConformanceContests.Read(name).Require().ToSimulation(), people: 200, seed: 7, threads: 2);
        report.Rounds.Count(round => round.Round > 0).ShouldBe(ConformanceContests.Read(name).Require().Contest.Rounds.Count);
        report.NotAdmitted.ShouldBeLessThan(200);
        report.Rounds.ShouldAllBe(round => round.Divisions.Sum(division => division.Entrants) > 0);
        foreach (var round in report.Rounds)
        {
            foreach (var division in round.Divisions)
            {
                (division.Keys.Sum(key => key.Parts) + division.OnlyIds).ShouldBe(Math.Max(0, division.Entrants - 1));
            }
        }
    }
}
