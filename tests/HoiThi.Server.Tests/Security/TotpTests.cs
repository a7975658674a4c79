using HoiThi.Server.Security;

namespace HoiThi.Server.Tests.Security;

public sealed class TotpTests
{
    /// <summary>The key of RFC 6238, appendix B, in base32.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_RFC_6238(long second, string code) =>
        Totp.CodeAt(Key, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(second))).ShouldBe(code);

    [Fact]
    public void A_code_counts_one_step_early_or_late_and_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_000_000);
        var step = Totp.StepOf(now);
        Totp.Verify(Key, Totp.CodeAt(Key, step - 1), now, 0).ShouldBe(step - 1);
        Totp.Verify(Key, Totp.CodeAt(Key, step + 1), now, 0).ShouldBe(step + 1);
        Totp.Verify(Key, Totp.CodeAt(Key, step - 2), now, 0).ShouldBeNull();
        Totp.Verify(Key, Totp.CodeAt(Key, step), now, used: step).ShouldBeNull();
        Totp.Verify(Key, "", now, 0).ShouldBeNull();
        Totp.Verify(Key, Totp.CodeAt(Key, step).Insert(3, " "), now, 0).ShouldBe(step);
    }

    [Fact]
    public void Keys_are_160_bits_in_base32() =>
        Enumerable.Range(0, 1_000).Select(_ => Totp.NewKey()).ShouldAllBe(key => key.Length == 32 && key.All(letter => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".Contains(letter)));
}
