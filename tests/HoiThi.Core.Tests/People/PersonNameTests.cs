using System.Text;
using CsCheck;
using HoiThi.Core.People;

namespace HoiThi.Core.Tests.People;

public class PersonNameTests
{
    [Theory]
    [InlineData("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai")]
    [InlineData("  Nguyễn   Văn\tAn ", "Nguyễn Văn An")]
    [InlineData("NGUYỄN THỊ ÁNH", "Nguyễn Thị Ánh")]
    [InlineData("đỗ thị ước", "Đỗ Thị Ước")]
    [InlineData("K'BRƠI CIL", "K'Brơi Cil")]
    [InlineData("K’ Brơi", "K' Brơi")]
    [InlineData("Y Blơ", "Y Blơ")]
    [InlineData("công tằng tôn nữ-anh", "Công Tằng Tôn Nữ-Anh")]
    [InlineData("Phạm McDonald", "Phạm McDonald")] // mixed case is left as written
    [InlineData("j. o'neil", "J. O'Neil")]
    [InlineData("Siu Ƀlơ̆", "Siu Ƀlơ̆")] // ơ̆ has no composed letter
    public void A_name_is_kept_as_it_will_stand_on_a_certificate(string text, string name)
    {
        PersonName.Check(text).ShouldBe(new Checked<string>(name, null));
        PersonName.Check(text.Normalize(NormalizationForm.FormD)).Value.ShouldBe(name, "decomposed text is the same name");
    }

    [Theory]
    [InlineData(null, "full-name-missing")]
    [InlineData("   ", "full-name-missing")]
    [InlineData("Nguyễn", "full-name-words")]
    [InlineData("Nguyễn -", "full-name-words")]
    [InlineData("A B", "full-name-length")]
    [InlineData("Nguyễn Văn 2", "full-name-letters")]
    [InlineData("<b>Nguyễn</b> An", "full-name-letters")]
    [InlineData("Nguyễn & An", "full-name-letters")]
    [InlineData("Нгуен Ван", "full-name-letters")]
    [InlineData("阮 文", "full-name-letters")]
    [InlineData("Nguyễn An 🙂", "full-name-letters")]
    [InlineData("Nguyễn An\u202E", "full-name-letters")] // turns the rest of a page round
    [InlineData("a\u0315\u0316\u0317\u0318 Nguyễn", "full-name-letters")] // stacked marks spill over other lines
    public void What_is_no_full_name_is_refused(string? text, string code)
    {
        var result = PersonName.Check(text);
        (result.Value, result.Error!.Code).ShouldBe((null, code));
        result.Error.Message.En.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_name_has_at_most_80_characters()
    {
        PersonName.Check($"A {new string('b', 78)}").Error.ShouldBeNull();
        PersonName.Check($"A {new string('b', 79)}").Error!.Code.ShouldBe("full-name-length");
    }

    [Fact]
    public void Half_a_character_is_refused_without_an_exception() =>
        PersonName.Check("Nguyễn \ud83d").Error!.Code.ShouldBe("full-name-letters");

    [Fact]
    public void Checking_twice_is_checking_once() =>
        Gen.String["aăâđơưếỆNTK'.- \u0301\u0306"].Sample(text =>
        {
            var once = PersonName.Check(text);
            return once.Value is null != once.Error is null && (once.Value is null || PersonName.Check(once.Value) == once);
        }, iter: 5_000);
}
