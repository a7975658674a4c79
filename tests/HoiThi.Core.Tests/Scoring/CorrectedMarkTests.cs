using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;
using HoiThi.Core.Scoring;

namespace HoiThi.Core.Tests.Scoring;

public class CorrectedMarkTests
{
    private static readonly PaperRules Plain = new(20, 30, ShuffleQuestions: false, ShuffleChoices: false, WrongPoint: 25);

    [Theory]
    [InlineData(0b001, -25, Verdict.Wrong)]
    [InlineData(0b010, 100, Verdict.Right)]
    [InlineData(0b100, 100, Verdict.Right)]
    [InlineData(0, 0, Verdict.Empty)]
    public void Any_of_the_other_keys_is_right(int ticked, int points, Verdict verdict) =>
        Of(A.Question("q"), new OtherKeys("q", [0b010, 0b100]), (byte)ticked).ShouldBe(new Mark(points, verdict));

    [Fact]
    public void In_part_the_key_counts_that_is_best_for_the_contestant() => Of(
        A.Question("q", right: [0, 1]), new OtherKeys("q", [0b0011, 0b0111]), 0b0110, Plain with { Partial = PartialMarking.Proportional })
        .ShouldBe(new Mark(66, Verdict.Partly), "two of three, nothing wrong");

    [Theory]
    [InlineData("5", -25)]
    [InlineData("7.4", 100)]
    public void Another_number_can_be_right(string text, int points) =>
        Of(A.Number("q", 5), new OtherNumber("q", new NumberAnswer(7, 0.5m)), text: text).Points.ShouldBe(points);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Points_for_all_are_also_for_who_left_it_empty(byte ticked) =>
        Of(A.Question("q") with { Point = 300 }, new PointsForAll("q"), ticked).ShouldBe(new Mark(300, Verdict.Right));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_withdrawn_question_gives_and_costs_nothing(byte ticked) =>
        Of(A.Question("q"), new Withdrawn("q"), ticked).ShouldBe(new Mark(0, Verdict.Unmarked));

    [Theory]
    [InlineData(null)]
    [InlineData(200)]
    public void A_paper_is_worth_less_by_what_is_withdrawn_and_the_rest_makes_it_perfect(int? linePoint)
    {
        var set = A.Set(A.Questions(3), [new BlueprintLine("t", null, 3, linePoint)], paper: Plain).Corrected(2, [new Withdrawn("t-Easy-002")]);
        var paper = Paper.Draw(set, A.Attempt(1));
        var sheet = AnswerSheet.Blank(3);
        sheet.Merge(new AnswerChange(0, 1, 1));
        sheet.Merge(new AnswerChange(1, 4, 2));
        sheet.Merge(new AnswerChange(2, 1, 3));

        var grade = Grade.Of(paper, sheet);
        grade.ShouldBe(new Grade(2 * (linePoint ?? 100), 2, 2));
        (grade.Perfect, paper.MostPoints).ShouldBe((true, grade.Score));
    }

    private static Mark Of(Question question, KeyRuling ruling, byte ticked = 0, PaperRules? rules = null, string? text = null)
    {
        var sheet = AnswerSheet.Blank(2);
        sheet.Merge(new AnswerChange(0, ticked, 1));
        if (text is not null)
        {
            sheet.Merge(new WrittenChange(0, text, 1));
        }

        return Mark.Of(Paper.Draw(A.Set([question, A.Question("other")], [], paper: rules ?? Plain).Corrected(2, [ruling]), A.Attempt(1)), 0, sheet);
    }
}
