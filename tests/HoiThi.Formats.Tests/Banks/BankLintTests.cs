using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks.Lint;

namespace HoiThi.Formats.Tests.Banks;

public class BankLintTests
{
    [Theory]
    [InlineData("Hải Phòng có bao nhiêu quận, huyện?", "hai phong co bao nhieu quan huyen", "duplicate")]
    [InlineData("Cơ quan nào ban hành nghị quyết này của thành phố?", "Nghị quyết này của thành phố cơ quan nào ban hành?", "duplicate")]
    [InlineData("Cơ quan nào có thẩm quyền ban hành nghị quyết này của thành phố Hải Phòng?", "Cơ quan nào có thẩm quyền ban hành nghị quyết của thành phố Hải Phòng?", "near-duplicate")]
    public void The_same_question_in_other_words_is_told(string one, string other, string code) =>
        ReadBank.Lint(Bank(Question("A", one), Question("B", other))).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            finding => finding.Code.ShouldBe(code),
            finding => finding.Questions.ShouldBe(["A", "B"]));

    [Theory]
    [InlineData("Nghị quyết số 76/NQ-CP do cơ quan nào của nhà nước ban hành?", "Nghị quyết số 68/NQ-CP do cơ quan nào của nhà nước ban hành?")]
    [InlineData("Hành vi nào sau đây được phép thực hiện trong cơ quan?", "Hành vi nào sau đây không được phép thực hiện trong cơ quan?")]
    public void Questions_that_one_word_makes_different_are_not(string one, string other) =>
        ReadBank.Lint(Bank(Question("A", one), Question("B", other))).ShouldBeEmpty();

    [Theory]
    [InlineData("same-choice", "Hòa bình|Hoà  bình.|Vinh", 4)]
    [InlineData("no-key", "Huế|Vinh", 0)]
    [InlineData("several-keys", "Huế|Vinh|Đà Lạt", 3)]
    [InlineData("refers-to-others", "Huế|Vinh|Tất cả các phương án trên", 4)]
    [InlineData("refers-to-others", "Huế|Vinh|Cả A và B", 4)]
    [InlineData("refers-to-others", "Huế|Vinh|Cả hai đáp án trên đều đúng", 4)]
    [InlineData("longest-is-right", "Huế|Vinh|Thành phố trực thuộc trung ương nằm ở ven biển miền Bắc", 4)]
    public void A_doubtful_choice_is_told(string code, string choices, byte key)
    {
        var question = Question("A", "Ở đâu?") with { Choices = [.. choices.Split('|').Select((text, index) => new Choice(new LocalText(text), (key & (1 << index)) != 0))] };
        ReadBank.Lint(Bank(question)).Select(finding => finding.Code).Where(found => found != "tone-spelling").ShouldBe([code]);
    }

    [Fact]
    public void A_repealed_document_is_told_where_the_question_rests_on_it()
    {
        var cites = Question("A", "Ở đâu?") with { Source = "Nghị định số 61/2018/NĐ-CP, Điều 5" };
        ReadBank.Lint(Bank(cites)).ShouldHaveSingleItem().Message.Vi.ShouldContain("118/2025/NĐ-CP");
        var wrong = cites with { Source = null, Choices = [new(new LocalText("Huế"), true), new(new LocalText("Nghị định 61/2018/NĐ-CP"), false)] };
        ReadBank.Lint(Bank(wrong)).ShouldBeEmpty();
        ReadBank.Lint(Bank(cites), RepealedDocuments.Read("number,document,replaced_by,since\n")).ShouldBeEmpty();
    }

    [Fact]
    public void A_key_that_stands_in_one_place_too_often_is_told()
    {
        var bank = Bank([.. Enumerable.Range(0, 40).Select(index => Question($"Q{index}", $"Câu {index}{index}?", index % 10 == 0 ? 0 : 1))]);
        ReadBank.Lint(bank).ShouldContain(finding => finding.Code == "key-position");
        var even = Bank([.. Enumerable.Range(0, 40).Select(index => Question($"Q{index}", $"Câu {index}{index}?", index % 4))]);
        ReadBank.Lint(even).ShouldNotContain(finding => finding.Code == "key-position");
    }

    [Fact]
    public void Two_ways_to_place_a_tone_are_told()
    {
        ReadBank.Lint(Bank(Question("A", "Hoà giải là gì?"), Question("B", "Ai hòa giải ở cơ sở?"))).ShouldContain(finding => finding.Code == "tone-spelling");
        ReadBank.Lint(Bank(Question("A", "Toán và quý là gì?"), Question("B", "Ai hòa giải ở cơ sở?"))).ShouldBeEmpty();
    }

    [Fact]
    public void Twenty_thousand_questions_take_seconds()
    {
        var random = new Random(3);
        var words = Enumerable.Range(0, 2000).Select(index => $"từ{index}").ToArray();
        var questions = Enumerable.Range(0, 20_000).Select(index => Question($"Q{index}", index == 19_999
            ? "Phát biểu nào đúng?"
            : string.Join(' ', Enumerable.Range(0, 14).Select(_ => words[random.Next(words.Length)])), index % 4)).ToList();
        questions[10_000] = questions[77] with { Code = "copy" };
        var watch = System.Diagnostics.Stopwatch.StartNew();
        ReadBank.Lint(Bank([.. questions])).Select(finding => finding.Code).ShouldBe(["duplicate"]);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    private static QuestionBank Bank(params Question[] questions) => new([new Topic("t", new LocalText("T"))], questions.ToValueList());

    private static Question Question(string code, string text, int right = 0) => new(
        code, "t", Difficulty.Easy, new LocalText(text), [.. ((string[])["Huế", "Vinh", "Lai Châu", "Đà Lạt"]).Select((choice, index) => new Choice(new LocalText(choice), index == right))], null, null);
}
