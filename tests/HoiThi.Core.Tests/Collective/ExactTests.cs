using CsCheck;
using HoiThi.Core.Collective;

namespace HoiThi.Core.Tests.Collective;

public class ExactTests
{
    private static readonly Gen<Exact> Fractions = Gen.Select(Gen.Long[-1_000_000, 1_000_000], Gen.Long[1, 1_000_000], Exact.Of);

    [Fact]
    public void Sums_do_not_depend_on_their_order() => Gen.Select(Fractions, Fractions, Fractions).Sample((a, b, c) =>
        (a + b) + c == a + (b + c) && a + b == b + a && (a * b) * c == a * (b * c) && a * (b + c) == (a * b) + (a * c));

    [Fact]
    public void Thirds_make_a_whole() => (Exact.Of(1, 3) + Exact.Of(1, 3) + Exact.Of(1, 3)).ShouldBe(Exact.Of(1));

    [Fact]
    public void Nothing_is_nought() => (default(Exact) + Exact.Of(2), default(Exact).Sign, default(Exact) == Exact.Of(0, 7)).ShouldBe((Exact.Of(2), 0, true));

    [Theory]
    [InlineData(3125, 2, "1.562,5", "1,562.5")]
    [InlineData(2, 3, "0,6667", "0.6667")]
    [InlineData(-7, 2, "−3,5", "−3.5")]
    [InlineData(1_000_000, 1, "1.000.000", "1,000,000")]
    [InlineData(1, 100_000, "0", "0")]
    public void A_number_on_a_screen(long numerator, long denominator, string vi, string en) =>
        (Exact.Of(numerator, denominator).ToText(english: false), Exact.Of(numerator, denominator).ToText(english: true)).ShouldBe((vi, en));
}
