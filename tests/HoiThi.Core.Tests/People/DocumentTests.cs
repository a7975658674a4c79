using HoiThi.Core.People;

namespace HoiThi.Core.Tests.People;

public class DocumentTests
{
    private static readonly DateOnly Today = new(2023, 10, 23);

    [Theory]
    [InlineData("b 1234567", "B1234567")]
    [InlineData("K4-8590-23", "K4859023")]
    [InlineData("031 090 000 123", "031090000123")]
    public void A_passport_and_a_citizen_number_are_both_taken(string entered, string kept) =>
        IdentityDocument.Check(entered, null, null, Today).Value.ShouldBe(kept);

    [Theory]
    [InlineData("", "document-missing")]
    [InlineData("B1234", "document-form")]
    [InlineData("ABCDEFGH", "document-form")]
    [InlineData("B12345678901", null)]
    [InlineData("B123456789012", "document-form")]
    [InlineData("B12345ố", "document-form")]
    [InlineData("999090000123", "citizen-id-province")]
    public void Anything_else_is_said(string entered, string? error) =>
        IdentityDocument.Check(entered, null, null, Today).Error?.Code.ShouldBe(error);

    [Fact]
    public void A_citizen_number_still_has_to_agree_with_the_birth_date() =>
        IdentityDocument.Check("031090000123", new DateOnly(1991, 5, 1), null, Today).Error!.Code.ShouldBe("citizen-id-birth-date");

    [Theory]
    [InlineData(" cb-001/hp ", "CB-001/HP", null)]
    [InlineData("a.b_c", "A.B_C", null)]
    [InlineData("", null, "member-number-missing")]
    [InlineData("số 1", null, "member-number-form")]
    [InlineData("12345678901234567890123456789012345678901", null, "member-number-form")]
    public void A_member_number_is_the_same_however_it_is_typed(string entered, string? kept, string? error)
    {
        var result = MemberNumber.Check(entered);
        (result.Value, result.Error?.Code).ShouldBe((kept, error));
    }
}
