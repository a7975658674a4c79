using HoiThi.Formats.Banks;

namespace HoiThi.Formats.Tests.Banks;

/// <summary>What is not certain in a document is asked with the answers it may have, and never guessed.</summary>
public class AskedTests
{
    private const string Bold = "<w:b/>";
    private const string Red = "<w:color w:val=\"FF0000\"/>";

    [Fact]
    public void Two_choices_marked_alike_are_asked() =>
        Asked(Choices(("Huế", Bold), ("Hà Nội", Bold), ("Vinh", ""), ("Đà Lạt", ""))).ShouldBe(("several-marked", "AB A B"));

    [Fact]
    public void Marks_that_point_at_different_choices_are_asked() =>
        Asked(Choices(("Huế", Bold), ("Hà Nội", Red), ("Vinh", ""), ("Đà Lạt", ""))).ShouldBe(("marks-disagree", "A B"));

    [Fact]
    public void A_written_key_against_a_mark_is_asked() =>
        Asked(Choices(("Huế", Bold), ("Hà Nội", ""), ("Vinh", "")).Line("Đáp án: C")).ShouldBe(("marks-disagree", "C A"));

    [Fact]
    public void One_bold_word_is_asked_unless_a_key_is_written()
    {
        static Clerk Emphasis() => new Clerk(1).Line("Câu 1: Ở đâu?").Line("A. Huế").Line(("B. ", ""), ("KHÔNG", Bold), (" ở Hà Nội và Vinh", "")).Line("C. Đà Lạt");
        Asked(Emphasis()).ShouldBe(("partly-marked", "B"));
        Read(Emphasis().Line("Đáp án: C")).Ready().Questions.ShouldHaveSingleItem().Key.ShouldBe((byte)4);
    }

    [Fact]
    public void No_mark_at_all_is_asked() =>
        Asked(Choices(("Huế", ""), ("Hà Nội", ""))).ShouldBe(("no-key", "A B"));

    [Fact]
    public void All_choices_bold_say_nothing() =>
        Asked(Choices(("Huế", Bold), ("Hà Nội", Bold))).ShouldBe(("no-key", "A B"));

    [Fact]
    public void A_letter_left_out_is_asked() =>
        Asked(new Clerk(1).Line("Câu 1: Ở đâu?").Line("A. Huế").Line("B. Hà Nội").Line("D. Vinh").Line("Đáp án: A")).Code.ShouldBe("choice-labels");

    [Fact]
    public void A_line_after_the_last_choice_is_asked() => Asked(Choices(("Huế", Bold), ("Hà Nội", "")).Line("Đọc đoạn văn sau và trả lời."))
        .ShouldBe(("stray-line", "accept drop"));

    [Fact]
    public void A_number_that_two_questions_have_is_asked()
    {
        var clerk = new Clerk(1);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            clerk.Line("Câu 1: Ở đâu?").Line("A. Huế").Line("B. Hà Nội").Line("Câu 2: Khi nào?").Line("A. Nay").Line("B. Mai");
        }

        clerk.Line("ĐÁP ÁN").Line("1-A 2-B");
        Read(clerk).Questions.Select(question => question.Problems.ShouldHaveSingleItem().Code).ShouldAllBe(code => code == "number-twice");
    }

    [Fact]
    public void Parts_that_number_anew_take_the_parts_of_the_key()
    {
        var clerk = new Clerk(1);
        foreach (var part in (string[])["PHẦN I. CHUNG", "PHẦN II. RIÊNG"])
        {
            clerk.Line((part, Bold)).Line("Câu 1: Ở đâu?").Line("A. Huế").Line("B. Hà Nội").Line("Câu 2: Khi nào?").Line("A. Nay").Line("B. Mai");
        }

        var reading = Read(clerk.Line("ĐÁP ÁN").Line("Phần I").Line("1-A 2-B").Line("Phần II").Line("ĐÁP ÁN").Line("1-B 2-B"));
        reading.Questions.Select(question => question.Question.Key).ShouldBe(new byte[] { 1, 2, 2, 2 });
        reading.Topics.Select(topic => topic.Name.Vi).ShouldBe(["CHUNG", "RIÊNG"]);
    }

    [Fact]
    public void Statements_within_a_question_are_no_choices()
    {
        var reading = Read(new Clerk(1)
            .Line("Câu 1: Cho các ý sau:").Line("a) Minh bạch").Line("b) Bí mật").Line("1. Ý phụ").Line("Số ý đúng là")
            .Line("A. 1    B. 2    C. 3    D. 4").Line("Đáp án A"));
        var question = reading.Ready().Questions.ShouldHaveSingleItem();
        question.Choices.Select(choice => choice.Text.Vi).ShouldBe(["1", "2", "3", "4"]);
        question.Text.Vi.ShouldBe("Cho các ý sau:\na) Minh bạch\nb) Bí mật\n1. Ý phụ\nSố ý đúng là");
        question.Key.ShouldBe((byte)1);
    }

    [Fact]
    public void Numbers_and_essays_are_read_and_what_could_be_either_is_asked()
    {
        var reading = Read(new Clerk(1)
            .Line("Câu 1: Năm ban hành?").Line("Đáp số: 2021")
            .Line("Câu 2: Nêu sáng kiến của bạn. (Tự luận, tối đa 300 từ)")
            .Line("Câu 3: Vì sao?"));
        reading.Questions[0].Question.Number!.Value.ShouldBe(2021);
        reading.Questions[1].Question.Essay!.Words.ShouldBe(300);
        reading.Questions[1].Question.Text.Vi.ShouldBe("Nêu sáng kiến của bạn.");
        reading.Questions[2].Problems.ShouldHaveSingleItem().Code.ShouldBe("no-choices");
    }

    [Fact]
    public void Explanation_source_and_difficulty_stand_below_or_in_brackets()
    {
        var question = Read(new Clerk(1).Line("Câu 1 [VD]: Ở đâu?").Line("A. Huế").Line("B. Hà Nội").Line("Đáp án: B (Điều 5)").Line("Căn cứ: Luật Thủ đô").Line("Điểm: 0,5")).Ready().Questions.ShouldHaveSingleItem();
        (question.Text.Vi, question.Explanation!.Vi, question.Source, question.Point).ShouldBe(("Ở đâu?", "Điều 5", "Luật Thủ đô", 50));
        question.Difficulty.ShouldBe(Core.Questions.Difficulty.Hard);
    }

    private static Clerk Choices(params (string Text, string Look)[] choices) => choices.Index().Aggregate(
        new Clerk(1).Line("Câu 1: Ở đâu?"),
        (clerk, choice) => clerk.Line(($"{(char)('A' + choice.Index)}. ", ""), (choice.Item.Text, choice.Item.Look)));

    private static (string Code, string Candidates) Asked(Clerk clerk)
    {
        var read = Read(clerk).Questions.ShouldHaveSingleItem();
        read.Ready.ShouldBeFalse();
        var problem = read.Problems.Single(problem => problem.Kind == ProblemKind.Open);
        return (problem.Code, string.Join(' ', problem.Candidates.Select(candidate => candidate.Value)));
    }

    private static BankReading Read(Clerk clerk) => ReadBank.From(clerk.Save(), "q.docx");
}
