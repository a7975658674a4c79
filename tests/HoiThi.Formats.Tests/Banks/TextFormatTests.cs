using System.Text;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;

namespace HoiThi.Formats.Tests.Banks;

public class TextFormatTests
{
    [Fact]
    public void Qti_1_2_is_read_with_its_kinds_of_answers()
    {
        var questions = Read(TextSamples.Qti12, "q.xml").Ready().Questions;
        questions.Select(question => question.Code).ShouldBe(["single", "multi", "number", "essay"]);
        questions[0].Text.Vi.ShouldBe("Một cửa là gì?");
        questions[0].KeepOrder.ShouldBeFalse();
        questions.Select(question => question.Key).ShouldBe(new byte[] { 1, 6, 0, 0 });
        questions[2].Number.ShouldBe(new NumberAnswer(15, 1));
        questions[3].Essay.ShouldBe(new EssayAnswer(500));
    }

    [Fact]
    public void Moodle_xml_is_read_with_its_images_tags_and_grades()
    {
        var reading = Read(TextSamples.SoundMoodle, "q.xml");
        reading.Format.ShouldBe(BankFormat.MoodleXml);
        reading.Unsupported.Select(item => item.Type).ShouldBe(["matching", "shortanswer"]);
        var first = reading.Questions[0];
        first.Question.Text.Vi.ShouldBe("Hồ sơ nộp ở đâu?");
        first.Question.Choices.Select(choice => choice.Text.Vi).ShouldBe(["Bộ phận một cửa", "Văn phòng", "Hội trường"]);
        first.Question.Key.ShouldBe((byte)1);
        (first.Question.Point, first.Question.KeepOrder, first.Question.Difficulty).ShouldBe((200, true, Difficulty.Hard));
        first.Question.Explanation!.Vi.ShouldBe("Theo Điều 5.");
        first.Images.ShouldBe([new QuestionImage("sodo.png", null)]);
        first.Problems.Select(problem => problem.Code).ShouldBe(["partial-credit", "image"]);
        reading.Topics.Select(topic => topic.Name.Vi).ShouldBe(["Thủ tục hành chính"]);
        reading.Questions[1].Question.Key.ShouldBe((byte)2);
        reading.Questions[2].Question.Number.ShouldBe(new NumberAnswer(2021, 1));
        reading.Questions[3].Question.Essay.ShouldBe(new EssayAnswer(300));
    }

    [Fact]
    public void Broken_xml_is_told_with_its_line()
    {
        var problem = Read(TextSamples.Moodle, "q.xml").Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("broken-xml");
        problem.Place.Number.ShouldBe(9);
    }

    [Fact]
    public void Aiken_is_read_and_what_it_lacks_is_asked()
    {
        var reading = Read("Thủ đô?\nA. Huế\nB) Hà Nội\nANSWER: B\n\nThành phố cảng?\nA. Hải Phòng\nB. Đà Lạt\n\nCâu ba?\nA. một\nB. hai\nANSWER: D\n", "q.txt");
        reading.Format.ShouldBe(BankFormat.Aiken);
        reading.Questions[0].Question.Key.ShouldBe((byte)2);
        reading.Questions[0].Place.ShouldBe(new BankPlace(PlaceKind.Line, 1));
        reading.Questions[1].Problems.ShouldHaveSingleItem().Code.ShouldBe("no-key");
        reading.Questions[2].Problems.ShouldHaveSingleItem().Code.ShouldBe("unknown-key");
    }

    [Theory]
    [InlineData("Mã;Câu hỏi;A;B;C;Đáp án\nQ1;Thủ đô?;Huế;Hà Nội;Vinh;B\n", new byte[] { 2 })]
    [InlineData("Question,Option 1,Option 2,Correct answer\nCapital?,Huế,Hà Nội,2\n", new byte[] { 2 })]
    [InlineData("Câu hỏi\tPhương án A\tPhương án B\tĐáp án đúng\nThủ đô?\tHuế\tHà Nội\tHà Nội\n", new byte[] { 2 })]
    [InlineData("DANH SÁCH,,,\nSTT,Nội dung,Đáp án A,Đáp án B,Đáp án C,Đáp án\n1,Chọn hai,một,hai,ba,\"A, C\"\n", new byte[] { 5 })]
    public void Tables_are_read_by_the_names_of_their_columns(string csv, byte[] keys) =>
        Read(csv, "q.csv").Ready().Questions.Select(question => question.Key).ShouldBe(keys);

    [Fact]
    public void A_key_that_can_be_read_in_two_ways_is_asked()
    {
        // The third, or the one that says "3"? Where both are the same choice there is nothing to ask.
        var problem = Read("Câu hỏi,A,B,C,Đáp án\nBao nhiêu?,1,3,2,3\n", "q.csv").Questions[0].Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Kind).ShouldBe(("key-two-ways", ProblemKind.Open));
        problem.Candidates.Select(candidate => candidate.Value).ShouldBe(["C", "B"]);
        Read("Câu hỏi,A,B,C,Đáp án\nBao nhiêu?,3,2,1,2\n", "q.csv").Ready().Questions.ShouldHaveSingleItem().Key.ShouldBe((byte)2);
    }

    [Fact]
    public void Columns_without_known_names_are_asked_and_can_be_mapped()
    {
        const string Csv = "Hỏi gì,P1,P2,Chốt\nThủ đô?,Huế,Hà Nội,B\n";
        var problem = Read(Csv, "q.csv").Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("columns");
        problem.Candidates.Select(candidate => candidate.Value).ShouldBe(["A", "B", "C", "D"]);
        var mapped = ReadBank.From(Encoding.UTF8.GetBytes(Csv), "q.csv", BankOptions.Default with
        {
            Columns = [new("question", "Hỏi gì"), new("a", "B"), new("b", "C"), new("key", "Chốt")],
        });
        mapped.Ready().Questions.ShouldHaveSingleItem().Key.ShouldBe((byte)2);
    }

    private static BankReading Read(string text, string name) => ReadBank.From(Encoding.UTF8.GetBytes(text), name);
}
