using System.Text;
using CsCheck;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;

namespace HoiThi.Core.Tests.Attempts;

public class WrittenAnswerTests
{
    private static readonly Paper Paper = Papers.PaperOf(A.Question("q"), A.Number("n", 1), A.Essay("e", words: 5), A.Essay("f", words: 2_000));

    [Theory]
    [InlineData("một hai ba", "một hai ba")]
    [InlineData("  một\r\nhai  ", "một\nhai")]
    [InlineData("một hai  ba bốn\nnăm sáu bảy", "một hai  ba bốn\nnăm")]
    [InlineData("tie\u0302\u0301ng", "tiếng")]
    [InlineData("a\0b\u0007c", "abc")]
    [InlineData(" \n ", "")]
    public void An_essay_is_kept_clean_and_to_its_words(string text, string kept) => WrittenAnswer.Of(Paper, 2, text).ShouldBe(kept);

    [Fact]
    public void Half_a_character_is_none() => WrittenAnswer.Of(Paper, 2, "a" + (char)0xD83D + "b").ShouldBe("a\ufffdb");

    [Theory]
    [InlineData("12,50", "12.5")]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("1.234", null)]
    [InlineData("abc", null)]
    public void A_number_is_kept_in_one_form(string text, string? kept) => WrittenAnswer.Of(Paper, 1, text).ShouldBe(kept);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4)]
    public void Where_nothing_is_written_nothing_is_kept(int position) => WrittenAnswer.Of(Paper, position, "1").ShouldBeNull();

    [Fact]
    public void All_texts_of_an_attempt_stay_within_their_bytes()
    {
        // No spaces: one word of 60,000 bytes, in two essays that share what there is.
        var sheet = AnswerSheet.Blank(4);
        var text = string.Concat(Enumerable.Repeat("ế", 20_000));
        sheet.Merge(new WrittenChange(1, WrittenAnswer.Of(Paper, 1, "0,5")!, 1));
        sheet.Merge(new WrittenChange(2, WrittenAnswer.Of(Paper, 2, text)!, 1)).ShouldBeTrue();
        sheet.Merge(new WrittenChange(3, WrittenAnswer.Of(Paper, 3, text)!, 1)).ShouldBeTrue();
        (Encoding.UTF8.GetByteCount(sheet.TextAt(2)!) + Encoding.UTF8.GetByteCount(sheet.TextAt(3)!)).ShouldBeInRange(19_900, 20_000);
        AnswerSheet.Read(sheet.ToBytes(), null, 0, sheet.WrittenToBytes()).TextAt(3).ShouldBe(sheet.TextAt(3));
    }

    [Fact]
    public void What_is_kept_is_kept_again_as_it_is() =>
        Gen.String.Sample(text =>
        {
            var kept = WrittenAnswer.Of(Paper, 2, text)!;
            WrittenAnswer.Of(Paper, 2, kept).ShouldBe(kept);
            WrittenAnswer.Words(kept).ShouldBeLessThanOrEqualTo(5);
        });

    private static class Papers
    {
        public static Paper PaperOf(params Core.Questions.Question[] questions) => Paper.Draw(
            A.Set([.. questions], [], paper: new PaperRules(20, 30, ShuffleQuestions: false, ShuffleChoices: false)), A.Attempt(1));
    }
}
