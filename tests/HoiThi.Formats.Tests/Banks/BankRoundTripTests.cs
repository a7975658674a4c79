using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;

namespace HoiThi.Formats.Tests.Banks;

public class BankRoundTripTests
{
    [Theory]
    [InlineData(BankFormat.Yaml, "q.yaml")]
    [InlineData(BankFormat.Excel, "q.xlsx")]
    [InlineData(BankFormat.Csv, "q.csv")]
    [InlineData(BankFormat.Gift, "q.gift")]
    [InlineData(BankFormat.MoodleXml, "q.xml")]
    [InlineData(BankFormat.Qti3, "q.zip")]
    public void Any_bank_reads_back_as_far_as_the_format_carries_it(BankFormat format, string name) =>
        RandomBanks.Of(RandomBanks.Text, english: true).Sample(bank => Check(bank, format, name), iter: 60);

    [Fact]
    public void Any_paper_form_reads_back() =>
        RandomBanks.Of(RandomBanks.Prose, english: false).Sample(bank => Check(bank, BankFormat.Word, "q.docx"), iter: 60);

    [Fact]
    public void Word_files_are_what_the_standard_asks_for() => RandomBanks.Of(RandomBanks.Prose, english: false).Sample(
        bank =>
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(BankWriter.Write(bank, BankFormat.Word)), false);
            new OpenXmlValidator().Validate(document).Select(error => error.Description).ShouldBeEmpty();
        },
        iter: 10);

    [Fact]
    public void Workbooks_are_what_the_standard_asks_for() => RandomBanks.Of(RandomBanks.Text, english: true).Sample(
        bank =>
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(BankWriter.Write(bank, BankFormat.Excel)), false);
            new OpenXmlValidator().Validate(document).Select(error => error.Description).ShouldBeEmpty();
        },
        iter: 10);

    [Theory]
    [InlineData(BankFormat.Excel, "q.xlsx")]
    [InlineData(BankFormat.Csv, "q.csv")]
    public void The_template_reads_back(BankFormat format, string name) => Check(BankTemplate.Bank, format, name);

    private static void Check(QuestionBank bank, BankFormat format, string name)
    {
        var written = BankWriter.Write(bank, format);
        BankWriter.Write(bank, format).SequenceEqual(written).ShouldBeTrue();
        var reading = ReadBank.From(written, name);

        reading.Format.ShouldBe(format);
        reading.Problems.Where(problem => problem.Kind != ProblemKind.Note).ShouldBeEmpty();
        reading.Questions.SelectMany(question => question.Problems).Where(problem => problem.Kind != ProblemKind.Note).ShouldBeEmpty();
        reading.Unsupported.ShouldBeEmpty();
        var carried = BankCarried.Of(bank, format);
        foreach (var (read, wanted) in reading.Questions.Zip(carried.Questions))
        {
            read.Question.ShouldBe(wanted);
        }

        reading.Ready().ShouldBe(carried);
        reading.Whole.ShouldBeTrue();
    }
}
