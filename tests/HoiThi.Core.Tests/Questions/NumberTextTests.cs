using System.Globalization;
using CsCheck;
using HoiThi.Core.Questions;

namespace HoiThi.Core.Tests.Questions;

public class NumberTextTests
{
    [Theory]
    [InlineData("12,5", "12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData(" 12 ", "12")]
    [InlineData("-3,25", "-3.25")]
    [InlineData("−3", "-3")]
    [InlineData("+7", "7")]
    [InlineData("-0", "0")]
    [InlineData("007", "7")]
    [InlineData("0,125", "0.125")]
    [InlineData("1234,567", "1234.567")]
    [InlineData("1234567", "1234567")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1 234 567", "1234567")]
    [InlineData("1 234", "1234")]
    [InlineData("1\u00A0234,5", "1234.5")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1.234,567", "1234.567")]
    [InlineData("1 234,567", "1234.567")]
    [InlineData("1,2340", "1.234")]
    [InlineData("1,50", "1.5")]
    public void What_can_be_read_in_one_way_is_read(string text, string number)
    {
        NumberText.TryParse(text, out var value).ShouldBeTrue();
        value.ShouldBe(decimal.Parse(number, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("1.234")] // 1234 in Vietnamese, 1 and 234 thousandths in English
    [InlineData("1,234")]
    [InlineData("-12,500")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.23.456")]
    [InlineData("1234.567.890")]
    [InlineData("0.123.456")]
    [InlineData("1,2,3")]
    [InlineData("1.234,567,8")]
    [InlineData("1 23")]
    [InlineData("1e5")]
    [InlineData("12%")]
    [InlineData("mười hai")]
    [InlineData("١٢")]
    [InlineData("12\0")]
    [InlineData("12345678901234567890123456789")]
    public void What_is_no_number_or_could_be_two_is_refused(string text) => NumberText.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void What_is_shown_is_read_as_the_same_number_in_either_language() =>
        Gen.Select(Gen.Long[-99_999_999_999, 99_999_999_999], Gen.Int[0, 9]).Sample((digits, scale) =>
        {
            var value = digits / (decimal)Math.Pow(10, scale);
            foreach (var text in new[] { NumberText.Format(value, english: false), NumberText.Format(value, english: true), NumberText.Canonical(value) })
            {
                NumberText.TryParse(text, out var read).ShouldBeTrue(text);
                read.ShouldBe(value);
            }
        });

    [Fact]
    public void Nothing_that_anybody_types_breaks_it() =>
        Gen.String[Gen.Char["0123456789.,- +\u00A0xé\0"], 0, 45].Sample(text =>
        {
            if (NumberText.TryParse(text, out var value))
            {
                NumberText.TryParse(NumberText.Canonical(value), out var again).ShouldBeTrue();
                again.ShouldBe(value);
            }
        });
}
