using System.Text;
using HoiThi.Formats.Banks;

namespace HoiThi.Formats.Tests.Banks;

/// <summary>What was asked is settled by the answer of a person, and by nothing else.</summary>
public sealed class BankAnswersTests
{
    [Fact]
    public void A_key_is_taken_from_letters_of_choices_that_are_there()
    {
        var read = Read("Câu 1: Hỏi gì?\nA. một\nB. hai\nC. ba\n");
        BankAnswers.AsksForKey(read.Problems.ShouldHaveSingleItem()).ShouldBeTrue();
        var settled = BankAnswers.Settle(read, "AC", new Dictionary<int, string>());
        settled.Ready.ShouldBeTrue();
        settled.Question.Key.ShouldBe((byte)0b101);
        foreach (var wrong in new[] { null, "", "D", "A?" })
        {
            BankAnswers.Settle(read, wrong, new Dictionary<int, string>()).ShouldBe(read);
        }
    }

    [Fact]
    public void A_line_after_the_last_choice_stays_or_goes()
    {
        var read = Read("Câu 1: Hỏi gì?\nA. một\nB. hai\nTrang sau còn câu hỏi\nĐáp án: A\n");
        var index = read.Problems.Index().Single(problem => problem.Item.Code == "stray-line").Index;
        var dropped = BankAnswers.Settle(read, null, new Dictionary<int, string> { [index] = "drop" });
        dropped.Ready.ShouldBeTrue();
        dropped.Question.Choices[1].Text.Vi.ShouldBe("hai");
        BankAnswers.Settle(read, null, new Dictionary<int, string> { [index] = "accept" }).Question.Choices[1].Text.Vi.ShouldBe("hai\nTrang sau còn câu hỏi");
        BankAnswers.Settle(read, null, new Dictionary<int, string> { [index] = "perhaps" }).ShouldBe(read);
    }

    [Fact]
    public void A_question_without_choices_becomes_an_essay_when_somebody_says_so()
    {
        var read = BankFile.Read(Encoding.UTF8.GetBytes("Câu 1: Hãy nêu cảm nghĩ của bạn.\nCâu 2: Hỏi gì?\nA. một\nB. hai\nĐáp án: A\n"), "x.txt", cancel: TestContext.Current.CancellationToken).Questions[0];
        var index = read.Problems.Index().Single(problem => problem.Item.Code == "no-choices").Index;
        var settled = BankAnswers.Settle(read, null, new Dictionary<int, string> { [index] = "essay" });
        settled.Ready.ShouldBeTrue();
        settled.Question.Essay.ShouldNotBeNull().Words.ShouldBe(500);
    }

    private static ReadQuestion Read(string text) => BankFile.Read(Encoding.UTF8.GetBytes(text), "x.txt").Questions.ShouldHaveSingleItem();
}
