using CsCheck;
using HoiThi.Core.People;

namespace HoiThi.Core.Tests.People;

public class EmailAddressTests
{
    [Theory]
    [InlineData("ten.ban@haiphong.gov.vn", "ten.ban@haiphong.gov.vn")]
    [InlineData(" Ten+Thi@Gmail.COM ", "ten+thi@gmail.com")]
    [InlineData("a@b.vn", "a@b.vn")]
    [InlineData("o'neil_x@sub-domain.xn--p1ai", "o'neil_x@sub-domain.xn--p1ai")]
    public void An_address_is_kept_in_lower_case(string text, string address) =>
        EmailAddress.Check(text).ShouldBe(new Checked<string>(address, null));

    [Theory]
    [InlineData(null, "email-missing")]
    [InlineData(" ", "email-missing")]
    [InlineData("an", "email-form")]
    [InlineData("an@", "email-form")]
    [InlineData("@gmail.com", "email-form")]
    [InlineData("an@gmail", "email-form")]
    [InlineData("an@gmail.", "email-form")]
    [InlineData("an@gmail.c", "email-form")]
    [InlineData("an@10.0.0.1", "email-form")]
    [InlineData("an@@gmail.com", "email-form")]
    [InlineData("an@gmail@com.vn", "email-form")]
    [InlineData("an nguyen@gmail.com", "email-form")]
    [InlineData("an..b@gmail.com", "email-form")]
    [InlineData(".an@gmail.com", "email-form")]
    [InlineData("an.@gmail.com", "email-form")]
    [InlineData("an@-gmail.com", "email-form")]
    [InlineData("ấn@gmail.com", "email-form")]
    [InlineData("<an@gmail.com>", "email-form")]
    [InlineData("an@gmail.com\r\nBcc: b@c.vn", "email-form")]
    public void What_is_no_address_is_refused(string? text, string code)
    {
        var result = EmailAddress.Check(text);
        (result.Value, result.Error!.Code).ShouldBe((null, code));
        result.Error.Message.En.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void An_address_has_at_most_254_characters_and_64_before_the_at()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 61), 4)) + ".vn";
        EmailAddress.Check($"an@{domain}").Error.ShouldBeNull();
        EmailAddress.Check($"{new string('a', 5)}@{domain}").Error!.Code.ShouldBe("email-length");
        EmailAddress.Check($"{new string('a', 64)}@b.vn").Error.ShouldBeNull();
        EmailAddress.Check($"{new string('a', 65)}@b.vn").Error!.Code.ShouldBe("email-form");
    }

    [Fact]
    public void Checking_twice_is_checking_once() =>
        Gen.String["aB.@-+v n"].Sample(text =>
        {
            var once = EmailAddress.Check(text);
            return once.Value is null != once.Error is null && (once.Value is null || EmailAddress.Check(once.Value) == once);
        }, iter: 5_000);
}
