using HoiThi.Core.Contests;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>Đồng Tháp 2021: one sitting; a team's score is the sum of its best five; the top 15 of 31 teams send a video clip. Here the top 4 of 11.</summary>
public class C08
{
    private static readonly CollectiveAward Award = UnitField.Award(
        "Giải 1", score: [UnitField.Term(Measure.BestTotal) with { Best = 5 }], tieBreak: [Measure.AverageScore, Measure.Entrants], advance: 4);

    private readonly UnitField teams = new(
        """
        code people points best
        T01  6      150    30,29,28,25,20
        T02  5      125    30,30,30,20,15
        T03  9      180    28,27,27,26,26
        T04  4      120    30,30,30,30
        T05  5      140    30,29,28,27,26
        T06  10     290    30,30,30,30,29
        T07  5      150    30,30,30,30,30
        T08  7      196    28,28,28,28,28
        T09  1      30     30
        T10  5      131    27,27,26,26,25
        T11  -      -      -
        """);

    // T07 150, T06 149, T05 and T08 140 – T05 has the same average of 28, but fewer people – then T03 134; T01 132, T10 131, T02 125, T04 120
    // with four people only, however good.
    [Fact]
    public void The_best_five_count_and_the_first_four_go_on() => teams.Said(Award).ShouldBe(
        "T07=150*+ T06=149+ T08=140+ T05=140+ T03=134 T01=132 T10=131 T02=125 T04=120 T09=30 T11=0");

    [Fact]
    public void Equal_scores_say_what_parts_them() => teams.Board(Award).Groups[0].Units[3].Parted
        .ShouldBe(new LocalText("bằng điểm; kém về số người dự thi: 5 so với 7", "equal scores; less in people who took part: 5 against 7"));
}
