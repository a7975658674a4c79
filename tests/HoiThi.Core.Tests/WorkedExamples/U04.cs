using HoiThi.Core.Contests;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>Trade unions of TP.HCM 2025: four boards by type of union; 30 units with most entrants. Here 1 of each board.</summary>
public class U04
{
    [Fact]
    public void Each_board_by_itself() => new UnitField(
        """
        code kind  people heads
        A1   zone  3000   9000
        A2   zone  2900   2900
        B1   ward  700    800
        B2   ward  700    750
        C1   firm  50     50
        C2   firm  5000   60000
        D1   grass -      20
        D2   grass 1      20
        """).Said(UnitField.Award("Giải 1", CollectiveGroup.Kind, score: [UnitField.Term(Measure.Entrants)], tieBreak: [Measure.Share]))
        .ShouldBe("zone: A1=3000* A2=2900\nward: B2=700* B1=700\nfirm: C2=5000* C1=50\ngrass: D2=1* D1=0");
}
