using System.Text.RegularExpressions;
using CsCheck;
using HoiThi.Core.Search;

namespace HoiThi.Core.Tests.Search;

/// <summary>What a database finds by pieces and patterns is what the search in memory finds.</summary>
public sealed class SearchPatternsTests
{
    [Theory]
    [InlineData("thu tuc", "Thủ tục hành chính", true)]
    [InlineData("thủ tuc", "Thủ tục hành chính", true)]
    [InlineData("thư", "Thủ tục hành chính", false)]
    [InlineData("thu", "Thư mời", true)]
    [InlineData("hoà", "Cộng hòa xã hội", true)]
    [InlineData("đuong", "Đường bộ", true)]
    [InlineData("dương", "Đường bộ", true)]
    [InlineData("ục", "Thủ tục", false)]
    [InlineData("30/2020", "Nghị định 30/2020/NĐ-CP", true)]
    [InlineData("", "gì cũng được", true)]
    public void Words_are_found_by_their_beginnings(string query, string text, bool found) => Matches(query, text).ShouldBe(found);

    [Fact]
    public void It_finds_what_the_search_in_memory_finds()
    {
        // A word of Vietnamese has one tone at most.
        var letters = Gen.OneOf("a", "â", "ă", "d", "đ", "o", "ơ", "u", "ư", "n", "h", "7").Array[0, 3].Select(string.Concat);
        var toned = Gen.OneOf("", "á", "ấ", "ạ", "ờ", "ò", "ụ");
        var words = Gen.Select(letters, toned, letters, (before, tone, after) => before + tone + after);
        var texts = Gen.Select(words.Array[0, 4], Gen.OneOf(" ", "-", " - "), (each, between) => string.Join(between, each));
        Gen.Select(texts.Select(text => text[..Math.Min(text.Length, 5)]), texts).Sample(
            (query, text) => Matches(query, text) == SearchText.Matches(query, SearchText.Fold(text), text) || text.Length == 0, iter: 20_000);
    }

    private static bool Matches(string query, string text)
    {
        var patterns = SearchPatterns.Of(query);
        var (folded, spelled) = (SearchPatterns.Fold(text), SearchPatterns.Spell(text));
        return patterns.Folded.All(piece => folded.Contains(piece, StringComparison.Ordinal))
            && patterns.Spelled.All(pattern => Regex.IsMatch(spelled, $"^{Regex.Escape(pattern).Replace("%", ".*", StringComparison.Ordinal).Replace("_", ".", StringComparison.Ordinal)}$", RegexOptions.Singleline, TimeSpan.FromSeconds(5)));
    }
}
