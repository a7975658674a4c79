using HoiThi.Core.Questions;

namespace HoiThi.Core.Tests.Questions;

public class QuestionTests
{
    [Fact]
    public void The_key_has_a_bit_for_each_right_choice()
    {
        var question = A.Question("q", choices: 8, right: [0, 7]);
        question.Key.ShouldBe((byte)0b1000_0001);
        question.Multiple.ShouldBeTrue();
    }

    [Fact]
    public void A_question_whose_choices_are_corrected_has_the_new_key()
    {
        var corrected = A.Question("q", right: 0) with { Choices = A.Question("q", right: 2).Choices };
        corrected.Key.ShouldBe((byte)0b100);
        corrected.ShouldBe(A.Question("q", right: 2));
    }
}
