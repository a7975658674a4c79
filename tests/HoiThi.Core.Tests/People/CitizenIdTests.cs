using CsCheck;
using HoiThi.Core.People;

namespace HoiThi.Core.Tests.People;

public class CitizenIdTests
{
    private static readonly DateOnly Today = new(2023, 10, 23);

    [Theory]
    [InlineData("031085001234")]
    [InlineData(" 031 085 001 234 ")]
    [InlineData("031.085.001.234")]
    [InlineData("031-085-001-234\u200B")]
    public void A_number_is_kept_as_twelve_digits(string text) => Check(text).Value.ShouldBe("031085001234");

    [Theory]
    [InlineData(null, "citizen-id-missing")]
    [InlineData("", "citizen-id-missing")]
    [InlineData(" - ", "citizen-id-missing")]
    [InlineData("03108500123", "citizen-id-length")]
    [InlineData("0310850012345", "citizen-id-length")]
    [InlineData("031234567", "citizen-id-old")]
    [InlineData("O31085001234", "citizen-id-digits")]
    [InlineData("٠٣١٠٨٥٠٠١٢٣٤", "citizen-id-digits")]
    [InlineData("000085001234", "citizen-id-province")]
    [InlineData("097085001234", "citizen-id-province")]
    [InlineData("031224001234", "citizen-id-year")] // born in 2024, and it is 2023
    [InlineData("031485001234", "citizen-id-year")]
    [InlineData("031985001234", "citizen-id-year")]
    public void What_cannot_be_a_number_is_refused(string? text, string code)
    {
        var result = Check(text);
        (result.Value, result.Error!.Code, result.Error.Field).ShouldBe((null, code, null));
        result.Error.Message.En.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("001085001234")]
    [InlineData("096085001234")]
    [InlineData("031223001234")]
    [InlineData("031000001234")]
    public void The_edges_are_numbers(string text) => Check(text).Error.ShouldBeNull();

    [Fact]
    public void The_fourth_digit_tells_century_and_sex()
    {
        (CitizenId.BirthYearOf("031085001234"), CitizenId.SexOf("031085001234")).ShouldBe((1985, Sex.Male));
        (CitizenId.BirthYearOf("031185001234"), CitizenId.SexOf("031185001234")).ShouldBe((1985, Sex.Female));
        (CitizenId.BirthYearOf("031203001234"), CitizenId.SexOf("031203001234")).ShouldBe((2003, Sex.Male));
        (CitizenId.BirthYearOf("031303001234"), CitizenId.SexOf("031303001234")).ShouldBe((2003, Sex.Female));
    }

    [Theory]
    [InlineData(1985, Sex.Male, null)]
    [InlineData(1985, Sex.Female, "citizen-id-sex")]
    [InlineData(1986, Sex.Male, "citizen-id-birth-date")]
    [InlineData(1986, Sex.Female, "citizen-id-birth-date")]
    public void Birth_date_and_sex_must_agree_with_the_number(int year, Sex sex, string? code) =>
        CitizenId.Check("031085001234", new DateOnly(year, 5, 1), sex, Today).Error?.Code.ShouldBe(code);

    [Fact]
    public void The_field_is_named_by_who_knows_it() => Check("1").For("citizen-id").Error!.Field.ShouldBe("citizen-id");

    [Fact]
    public void No_text_makes_the_check_throw() =>
        Gen.OneOf(Gen.String, Gen.String["0123456789"]).Sample(text =>
        {
            var result = Check(text);
            return result.Value is null != result.Error is null && (result.Value is null || result.Value.Length == CitizenId.Length);
        });

    private static Checked<string> Check(string? text) => CitizenId.Check(text, null, null, Today);
}
