using System.Text;
using CsCheck;
using HoiThi.Core.Search;

namespace HoiThi.Core.Tests.Search;

public class SearchTextTests
{
    [Theory]
    [InlineData("Sở Nội vụ", "so noi vu")]
    [InlineData("Ban Thi đua - Khen thưởng", "ban thi dua khen thuong")]
    [InlineData("  UBND  quận\tĐồ Sơn. ", "ubnd quan do son")]
    [InlineData("Phường Máy Chai (số 2)", "phuong may chai so 2")]
    [InlineData("ẮẶỄỢỰỸ", "aaeouy")]
    [InlineData("—", "")]
    [InlineData("", "")]
    public void Text_is_folded_to_what_anybody_can_type(string text, string folded)
    {
        SearchText.Fold(text).ShouldBe(folded);
        SearchText.Fold(text.Normalize(NormalizationForm.FormD)).ShouldBe(folded, "decomposed text is the same text");
    }

    [Theory]
    [InlineData("so noi vu", true)]
    [InlineData("SO NOI", true)]
    [InlineData("noi vu", true)]
    [InlineData("vu so", true)] // in any order
    [InlineData("no v", true)] // as far as typed
    [InlineData("oi", false)] // from the beginning of a word
    [InlineData("so tai", false)]
    [InlineData("", true)]
    [InlineData(" - ", true)]
    [InlineData("sở nội vụ", true)]
    [InlineData("Sở noi", true)]
    [InlineData("sơ", true)] // on the way to sở
    [InlineData("số", false)]
    [InlineData("sỏ", true)] // on the way as well, for who types the tone first
    [InlineData("sò", false)]
    [InlineData("nôi", true)] // on the way to nội
    [InlineData("nối", false)]
    [InlineData("nơi", false)]
    public void A_unit_is_found_by_what_is_typed(string query, bool found) => Matches(query, "Sở Nội vụ").ShouldBe(found);

    [Theory]
    [InlineData("đo", "Đồ Sơn", true)]
    [InlineData("do", "Đồ Sơn", true)]
    [InlineData("đồ", "Quận Dồ", false)]
    [InlineData("đ", "Dương Kinh", false)]
    [InlineData("d", "Đồ Sơn", true)]
    [InlineData("hà", "Hạ Lũng", false)]
    [InlineData("ha", "Hạ Lũng", true)]
    [InlineData("a", "An Lão", true)]
    [InlineData("ă", "An Lão", false)]
    [InlineData("òi", "Nòi oi", false)] // no word begins so
    public void Diacritics_that_are_typed_must_be_there(string query, string unit, bool found) => Matches(query, unit).ShouldBe(found);

    [Theory]
    [InlineData("Thuỷ Nguyên", "Thủy Nguyên")]
    [InlineData("Hoà Nghĩa", "Hòa Nghĩa")]
    public void Both_places_of_the_tone_mark_are_one_word(string query, string unit)
    {
        Matches(query, unit).ShouldBeTrue();
        Matches(unit, query).ShouldBeTrue();
    }

    [Fact]
    public void Every_name_is_found_by_itself_by_its_fold_and_while_it_is_typed() =>
        Names.Sample(name =>
        {
            Matches(name, name).ShouldBeTrue();
            Matches(SearchText.Fold(name), name).ShouldBeTrue();
            Matches(name.ToUpperInvariant(), name).ShouldBeTrue();
            Matches(name.Normalize(NormalizationForm.FormD), name).ShouldBeTrue();
            for (var typed = 1; typed <= name.Length; typed++)
            {
                Matches(name[..typed], name).ShouldBeTrue();
            }
        });

    [Fact]
    public void Folding_twice_is_folding_once_and_no_text_makes_it_throw() =>
        Gen.OneOf(Gen.String, Gen.Char['\ud700', '\ue000'].Array[0, 5].Select(letters => new string(letters))).Sample(text =>
        {
            var folded = SearchText.Fold(text);
            SearchText.Fold(folded).ShouldBe(folded);
            Matches(text, text);
        });

    private static readonly Gen<string> Names =
        Gen.OneOf(new[]
            {
                "sở", "nội", "vụ", "Đồ", "Sơn", "Thuỷ", "Hải", "Phòng", "quận", "Lê", "Chân", "ủy", "đường", "Nghĩa", "khuỷu"
            }.Select(word => Gen.Const(word)).ToArray()).Array[1, 5]
            .Select(words => string.Join(' ', words));

    private static bool Matches(string query, string text) => SearchText.Matches(query, SearchText.Fold(text), text);
}
