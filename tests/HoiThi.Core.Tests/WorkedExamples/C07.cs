using HoiThi.Core.Contests;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>Sóc Trăng 2022: units by size bands, each band with a least share of headcount of its own (30, 25, …%); then by share.</summary>
public class C07
{
    private static readonly ValueList<SizeBand> Sizes = [new("small", A.Text("small"), 0), new("middle", A.Text("middle"), 100), new("large", A.Text("large"), 500)];

    private static readonly ValueList<ParticipationTarget> Targets =
        [new([], ["small"], 30), new([], ["middle"], 25), new([], ["large"], 20)];

    private readonly UnitField units = new(
        """
        code heads people
        A    10    3
        B    99    29
        C    50    40
        D    100   25
        E    499   124
        F    200   60
        G    500   100
        H    2000  399
        I    600   300
        J    20    -
        """, Sizes, Targets);

    // Small: A has just 30 %, B 29.3 %, J nobody. Middle: D just 25 %, E 24.8 %. Large: G just 20 %, H 19.95 %.
    [Fact]
    public void Each_size_has_its_gate_and_its_prizes() => units.Said(UnitField.Award("Giải 1", CollectiveGroup.Size, [UnitField.Target]))
        .ShouldBe("small: C=80* A=30 | B J\nmiddle: F=30* D=25 | E\nlarge: I=50* G=20 | H");

    [Fact]
    public void The_gate_says_what_is_lacking() => units.Board(UnitField.Award("Giải 1", CollectiveGroup.Size, [UnitField.Target]))
        .Groups.SelectMany(group => group.Units).Where(unit => unit.Place is null).Select(unit => $"{unit.Unit.Code}: {unit.Gates[0].Words}").ShouldBe(
        [
            "B: 29 trên 99 = 29,3%: chưa đạt 30%, thiếu 1 người",
            "J: 0 trên 20 = 0,0%: chưa đạt 30%, thiếu 6 người",
            "E: 124 trên 499 = 24,8%: chưa đạt 25%, thiếu 1 người",
            "H: 399 trên 2000 = 19,9%: chưa đạt 20%, thiếu 1 người",
        ]);
}
