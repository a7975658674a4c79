using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;
using HoiThi.Core.Scoring;

namespace HoiThi.Core.Tests.Scoring;

public class GradeTests
{
    private static readonly Paper Paper = Paper.Draw(
        A.Set([A.Question("one", right: 2), A.Question("two", choices: 5, right: [1, 3]), A.Question("three")], [new("t", null, 3)]),
        A.Attempt(1));

    [Fact]
    public void The_right_choices_as_shown_are_right()
    {
        var grade = Grade.Of(Paper, Answers(place => Paper.Lines[place].ToShown(Paper.QuestionAt(place).Key)));
        grade.ShouldBe(new Grade(300, 3, 3));
        grade.Perfect.ShouldBeTrue();
    }

    [Fact]
    public void A_blank_sheet_is_worth_nothing() => Grade.Of(Paper, AnswerSheet.Blank(3)).ShouldBe(new Grade(0, 0, 3));

    [Fact]
    public void Half_of_the_right_choices_or_one_too_many_is_wrong()
    {
        for (var place = 0; place < 3; place++)
        {
            var key = Paper.Lines[place].ToShown(Paper.QuestionAt(place).Key);
            for (var mask = 0; mask < 1 << Paper.QuestionAt(place).Choices.Count; mask++)
            {
                Grade.IsRight(Paper, place, (byte)mask).ShouldBe(mask == key);
            }
        }
    }

    [Fact]
    public void One_wrong_answer_leaves_the_others_right()
    {
        var grade = Grade.Of(Paper, Answers(place => place == 1 ? (byte)0b10000 : Paper.Lines[place].ToShown(Paper.QuestionAt(place).Key)));
        grade.ShouldBe(new Grade(200, 2, 3));
        grade.Perfect.ShouldBeFalse();
    }

    private static AnswerSheet Answers(Func<int, byte> mask)
    {
        var sheet = AnswerSheet.Blank(3);
        for (var place = 0; place < 3; place++)
        {
            sheet.Merge(new AnswerChange(place, mask(place), place + 1));
        }

        return sheet;
    }
}
