using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;

namespace HoiThi.Formats.Tests.Banks;

/// <summary>Files of other systems, where they lie beside the checkout, read as they mean.</summary>
public class SampleTests
{
    [Theory]
    [InlineData("mc5", "001C 010B 001C 0100B")]
    [InlineData("giftFormatPhpExamples", "001C 010B 01B 1822±5 010B 001C 1822±0")]
    [InlineData("numerical1", "1822±0 -1±0 3.1415±0.0005 -3.142±0.001 3.1415±0.0005 -3.1415±0.0005 3±2 0±5 1822±0 9±0")]
    [InlineData("options1", "4±0 001C 001C 01B 001C 0001D 0110BC 0110BC 010B 000001F")]
    [InlineData("escapeAll", "0000001G")]
    [InlineData("matching1", "")]
    [InlineData("tag_id_and_two_tags", "essay")]
    [InlineData("totara_moodle_multichoice_multi", "1010AC")]
    [InlineData("mcHTMLComment", "001C")]
    [InlineData("multiLineFeedback1", "001C 000010E")]
    [InlineData("categorySpecialCharacter", "")]
    public void A_gift_file_reads_as_it_means(string name, string answers) =>
        string.Join(' ', Read($"gift/fuhrmanator_{name}.gift").Questions.Select(read => Answer(read.Question))).ShouldBe(answers);

    [Fact]
    public void Gift_texts_are_unescaped()
    {
        var question = Read("gift/fuhrmanator_escapeAll.gift").Questions.ShouldHaveSingleItem().Question;
        question.Choices.Select(choice => choice.Text.Vi).ShouldBe(["~", "=", "#", "{", "}", ":", "\\"]);
        Read("gift/fuhrmanator_numerical1.gift").Questions[2].Question.Text.Vi.ShouldBe("What is the value of pi (to 3 decimal places)? _____ .");
        Read("gift/fuhrmanator_options1.gift").Unsupported.Select(item => item.Type).ShouldAllBe(type => type == "short answer");
    }

    [Fact]
    public void A_package_of_qti_2_2_reads_as_it_means()
    {
        var reading = Read("qti/instructure_test_qti_2.2.zip");
        reading.Format.ShouldBe(BankFormat.Qti2);
        string.Join(' ', reading.Questions.Select(read => $"{read.Question.Code}:{Answer(read.Question)}")).ShouldBe("multiple-answer:100100AD choice:100A Example01-modalFeedback:10A essay:essay");
        reading.Unsupported.ShouldHaveSingleItem().Type.ShouldBe("adaptive");
        reading.Questions[1].Images.ShouldHaveSingleItem().Attachment.ShouldBe("sign.png");
        reading.Questions[1].Question.Text.Vi.ShouldBe("Look at the text in the picture.\nWhat does it say?");
    }

    [Fact]
    public void A_package_of_qti_3_reads_as_it_means()
    {
        var reading = Read("qti/kennisnet_valid-package.zip");
        reading.Format.ShouldBe(BankFormat.Qti3);
        reading.Questions.Count(read => read.Question.Choices.Count > 0).ShouldBe(30);
        reading.Questions.Count(read => read.Question.Essay is not null).ShouldBe(15);
        reading.Unsupported.Select(item => item.Type).ShouldBe(["no interaction", "no interaction"]);
        Answer(reading.Questions[0].Question).ShouldBe("1000A");
        reading.Questions[0].Images.Count.ShouldBe(3);
    }

    [Fact]
    public void A_package_that_nothing_marks_is_refused_with_a_reason()
    {
        var reading = Read("qti/kennisnet_no-response-processing.zip");
        reading.Whole.ShouldBeFalse();
        reading.Questions.ShouldBeEmpty();
        reading.Unsupported.ShouldHaveSingleItem().Reason.In(english: true).ShouldContain("Nothing marks it");
    }

    [Fact]
    public void Single_items_and_qti_1_2_read_as_they_mean()
    {
        Answer(Read("qti/kennisnet_item_simple-choice-processing.xml").Questions.ShouldHaveSingleItem().Question).ShouldBe("10A");
        Read("qti/instructure_edge_cases_1.2.xml").Unsupported.Select(item => item.Type).ShouldBe(["matching", "matching", "matching", "matching"]);
    }

    private static BankReading Read(string name)
    {
        var path = Repository.Path($"../shared/samples/{name}");
        Assert.SkipUnless(File.Exists(path), "The sample files of other systems (../shared/samples) are not here.");
        return ReadBank.From(File.ReadAllBytes(path), Path.GetFileName(path));
    }

    /// <summary>The choices as right (1) and wrong (0) with the letters of the right ones; a number with its tolerance; or "essay".</summary>
    private static string Answer(Question question) => question switch
    {
        { Number: { } number } => FormattableString.Invariant($"{number.Value}±{number.Tolerance}"),
        { Essay: not null } => "essay",
        _ => string.Concat(question.Choices.Select(choice => choice.Right ? '1' : '0'))
            + string.Concat(question.Choices.Index().Where(choice => choice.Item.Right).Select(choice => (char)('A' + choice.Index))),
    };
}
