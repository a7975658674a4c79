using System.Text;
using HoiThi.Formats.Marks;

namespace HoiThi.Formats.Tests.Marks;

public class MarksCsvTests
{
    [Fact]
    public void A_sheet_that_comes_back_filled_in_is_read()
    {
        var sheet = Text([
            new MarkLine("a1", 21, "TL", 500, "Dòng một, \"có ngoặc\"\nDòng hai", null),
            new MarkLine("a2", 21, "TL", 500, "Hay", 425),
        ]);
        sheet.ShouldStartWith("\uFEFFattempt,question,code,most,text,points\r\n");
        MarksCsv.Read(sheet, "sheet.csv").Require().ShouldBe([new GivenMark(4, "a2", 21, 425)]);
        MarksCsv.Read(sheet.Replace("hai\",\r\n", "hai\",\"4,5\"\r\n", StringComparison.Ordinal), "sheet.csv").Require()
            .Select(mark => (mark.Attempt, mark.Points)).ShouldBe([("a1", 450), ("a2", 425)]);
    }

    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@x")]
    public void A_text_cannot_become_a_formula(string text) => Text([new MarkLine("a", 1, "TL", 500, text, null)]).ShouldContain($"'{text}");

    [Theory]
    [InlineData("a,0,3")]
    [InlineData("a,x,3")]
    [InlineData("a,1,-1")]
    [InlineData("a,1,1.255")]
    [InlineData("a,1,ba")]
    public void What_is_no_mark_is_named_by_its_line(string line)
    {
        var read = MarksCsv.Read($"attempt,question,points\nb,1,2\n{line}\n", "sheet.csv");
        read.Succeeded.ShouldBeFalse();
        read.Mistakes.ShouldHaveSingleItem().ToString().ShouldStartWith("sheet.csv:3: ");
    }

    // Found by bench/fuzz: it threw.
    [Theory]
    [InlineData("attempt,question\na,1\n", "points")]
    [InlineData("attempt,points\na,1\n", "question")]
    public void A_sheet_without_a_column_says_which(string sheet, string column) =>
        MarksCsv.Read(sheet, "sheet.csv").Mistakes.ShouldHaveSingleItem().What.ShouldBe($"there is no column '{column}'");

    private static string Text(IEnumerable<MarkLine> lines) => Encoding.UTF8.GetString(MarksCsv.Write(lines));
}
