using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;
using HoiThi.Core.Scoring;

namespace HoiThi.Core.Tests.Scoring;

/// <summary>Marks worked out by hand from the rules' text.</summary>
public class MarkTests
{
    private static readonly PaperRules Plain = new(20, 30, ShuffleQuestions: false, ShuffleChoices: false);

    [Theory]
    [InlineData("", 0, Verdict.Empty)]
    [InlineData("A", 100, Verdict.Right)]
    [InlineData("B", -25, Verdict.Wrong)]
    [InlineData("AB", -25, Verdict.Wrong)]
    public void A_wrong_answer_costs_and_an_empty_one_does_not(string ticked, int points, Verdict verdict) =>
        MarkOf(Plain with { WrongPoint = 25 }, A.Question("q"), ticked).ShouldBe(new Mark(points, verdict));

    // Right are A, B and C of six, wrong D, E and F: each right tick is worth a third, each wrong one takes a third.
    [Theory]
    [InlineData("ABC", 100, Verdict.Right)]
    [InlineData("AB", 66, Verdict.Partly)]
    [InlineData("A", 33, Verdict.Partly)]
    [InlineData("ABD", 33, Verdict.Partly)]
    [InlineData("ABCD", 66, Verdict.Partly)]
    [InlineData("AD", -10, Verdict.Wrong)]
    [InlineData("ADE", -10, Verdict.Wrong)]
    [InlineData("ABCDEF", -10, Verdict.Wrong)]
    [InlineData("", 0, Verdict.Empty)]
    public void Several_right_choices_give_their_share_less_the_wrong_share(string ticked, int points, Verdict verdict) =>
        MarkOf(
            Plain with { WrongPoint = 10, Partial = PartialMarking.Proportional },
            A.Question("q", choices: 6, right: [0, 1, 2]),
            ticked).ShouldBe(new Mark(points, verdict));

    // Right are A and B of five: a right tick 1/2, a wrong one 1/3, of 250 hundredths; 1/2 − 1/3 = 1/6 → 41,66….
    [Theory]
    [InlineData("A", 125)]
    [InlineData("AC", 41)]
    [InlineData("ABC", 166)]
    [InlineData("ABCD", 83)]
    public void Shares_round_down_to_hundredths_once(string ticked, int points) =>
        MarkOf(Plain with { Partial = PartialMarking.Proportional }, A.Question("q", choices: 5, right: [0, 1]) with { Point = 250 }, ticked)
            .ShouldBe(new Mark(points, Verdict.Partly));

    [Fact]
    public void With_one_right_choice_there_is_no_part() =>
        MarkOf(Plain with { Partial = PartialMarking.Proportional }, A.Question("q"), "AB").ShouldBe(new Mark(0, Verdict.Wrong));

    [Fact]
    public void Where_every_choice_is_right_each_gives_its_share() =>
        MarkOf(Plain with { Partial = PartialMarking.Proportional }, A.Question("q", choices: 3, right: [0, 1, 2]), "AC")
            .ShouldBe(new Mark(66, Verdict.Partly));

    [Theory]
    [InlineData("12.5", 0, 100, Verdict.Right)]
    [InlineData("12.50", 0, 100, Verdict.Right)]
    [InlineData("12.49", 0, -50, Verdict.Wrong)]
    [InlineData("12.4", 0.1, 100, Verdict.Right)]
    [InlineData("12.6", 0.1, 100, Verdict.Right)]
    [InlineData("12.61", 0.1, -50, Verdict.Wrong)]
    [InlineData("-12.5", 0, -50, Verdict.Wrong)]
    [InlineData("", 0, 0, Verdict.Empty)]
    public void A_number_is_right_within_its_tolerance(string answer, double tolerance, int points, Verdict verdict) =>
        Written(Plain with { WrongPoint = 50 }, A.Number("n", 12.5m, (decimal)tolerance), answer).ShouldBe(new Mark(points, verdict));

    [Fact]
    public void The_ends_of_the_decimals_are_marked_too() =>
        Written(Plain, A.Number("n", decimal.MinValue), decimal.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture)).Verdict.ShouldBe(Verdict.Wrong);

    [Theory]
    [InlineData("text", null, 0, Verdict.Pending)]
    [InlineData("", null, 0, Verdict.Empty)]
    [InlineData("text", 0, 0, Verdict.Wrong)]
    [InlineData("text", 350, 350, Verdict.Partly)]
    [InlineData("text", 500, 500, Verdict.Right)]
    public void An_essay_has_what_people_gave(string answer, int? given, int points, Verdict verdict) =>
        Written(Plain with { WrongPoint = 50 }, A.Essay("e") with { Point = 500 }, answer, given is { } mark ? [new EssayMark(0, mark)] : null)
            .ShouldBe(new Mark(points, verdict));

    // U02: 20 questions of a point, one essay of 5, 25 in all.
    [Fact]
    public void Twenty_questions_and_an_essay_come_to_twenty_five()
    {
        var set = A.Set([.. A.Questions(20), A.Essay("e") with { Point = 500 }], [], paper: Plain);
        var paper = Paper.Draw(set, A.Attempt(1));
        var sheet = AnswerSheet.Blank(21);
        for (var place = 0; place < 18; place++)
        {
            sheet.Merge(new AnswerChange(place, 1, 1));
        }

        sheet.Merge(new WrittenChange(20, "Bài luận", 1));
        paper.MostPoints.ShouldBe(2500);
        Grade.Of(paper, sheet).ShouldBe(new Grade(1800, 18, 21));
        Grade.Pending(paper, sheet, null).ShouldBe(1);
        Grade.Of(paper, sheet, [new EssayMark(20, 425)]).ShouldBe(new Grade(2225, 18, 21));
        Grade.Of(paper, sheet, [new EssayMark(20, 500)]).ShouldBe(new Grade(2300, 19, 21));
        Grade.Pending(paper, sheet, [new EssayMark(20, 500)]).ShouldBe(0);
    }

    // C11: 20 points, and an initiative that is collected. 20 right is everything right, with and without a text.
    [Theory]
    [InlineData("")]
    [InlineData("Một cửa trên điện thoại")]
    public void A_text_without_points_is_asked_for_and_not_marked(string initiative)
    {
        var paper = Paper.Draw(A.Set([.. A.Questions(20), A.Essay("e") with { Point = 0 }], [], paper: Plain), A.Attempt(1));
        var sheet = AnswerSheet.Blank(21);
        for (var place = 0; place < 20; place++)
        {
            sheet.Merge(new AnswerChange(place, 1, 1));
        }

        sheet.Merge(new WrittenChange(20, initiative, 1));
        paper.MostPoints.ShouldBe(2000);
        Grade.Of(paper, sheet).ShouldBe(new Grade(2000, 20, 20));
        Grade.Of(paper, sheet).Perfect.ShouldBeTrue();
        Grade.Pending(paper, sheet, null).ShouldBe(0);
        Mark.Of(paper, 20, sheet).ShouldBe(new Mark(0, Verdict.Unmarked));
    }

    [Theory]
    [InlineData(false, 0, 0)]
    [InlineData(true, -75, -150)]
    public void The_whole_is_below_zero_only_where_that_is_allowed(bool allowed, int one, int both)
    {
        var set = A.Set(A.Questions(2), [], paper: Plain with { WrongPoint = 75, BelowZero = allowed });
        var sheet = AnswerSheet.Blank(2);
        sheet.Merge(new AnswerChange(0, 2, 1));
        Grade.Of(Paper.Draw(set, A.Attempt(1)), sheet).Score.ShouldBe(one);
        sheet.Merge(new AnswerChange(1, 1, 1));
        Grade.Of(Paper.Draw(set, A.Attempt(1)), sheet).Score.ShouldBe(25, "100 − 75; the floor is of the whole, not of each");
        sheet.Merge(new AnswerChange(1, 2, 2));
        Grade.Of(Paper.Draw(set, A.Attempt(1)), sheet).Score.ShouldBe(both);
    }

    [Fact]
    public void A_questions_own_points_come_before_the_lines_and_those_before_the_papers()
    {
        var questions = new[] { A.Question("own", "a") with { Point = 700 }, A.Question("line", "a"), A.Question("paper", "b") };
        var set = A.Set([.. questions], [new("a", null, 2, Point: 300), new("b", null, 1)], paper: Plain with { Point = 50 });
        var paper = Paper.Draw(set, A.Attempt(1));
        paper.Lines.Select(line => line.Point).ShouldBe([700, 300, 50]);
    }

    private static Mark MarkOf(PaperRules rules, Question question, string ticked)
    {
        var mask = ticked.Sum(letter => 1 << (letter - 'A'));
        var sheet = AnswerSheet.Blank(1);
        sheet.Merge(new AnswerChange(0, (byte)mask, 1));
        return Mark.Of(Paper.Draw(A.Set([question], [], paper: rules), A.Attempt(1)), 0, sheet);
    }

    private static Mark Written(PaperRules rules, Question question, string answer, ValueList<EssayMark>? marks = null)
    {
        var sheet = AnswerSheet.Blank(1);
        sheet.Merge(new WrittenChange(0, answer, 1));
        return Mark.Of(Paper.Draw(A.Set([question], [], paper: rules), A.Attempt(1)), 0, sheet, marks);
    }
}
