using System.Globalization;
using System.Numerics;

namespace HoiThi.Core.Collective;

/// <summary>
/// An exact fraction: scores of units are sums of shares and averages with weights, and a prize must not hang on how a
/// machine rounds.
/// </summary>
public readonly struct Exact : IEquatable<Exact>, IComparable<Exact>
{
    private readonly BigInteger numerator;

    // One less than the denominator, so that the default value is 0.
    private readonly BigInteger below;

    private Exact(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (this.numerator, below) = (numerator / common, (denominator / common) - 1);
    }

    private BigInteger Denominator => below + 1;

    /// <summary>The sign: −1, 0 or 1.</summary>
    public int Sign => numerator.Sign;

    /// <summary>A whole number, or a fraction.</summary>
    /// <param name="numerator">Above the line.</param>
    /// <param name="denominator">Below it; positive.</param>
    public static Exact Of(long numerator, long denominator = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        return new Exact(numerator, denominator);
    }

    /// <summary>The sum.</summary>
    public static Exact operator +(Exact left, Exact right) =>
        new((left.numerator * right.Denominator) + (right.numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The product.</summary>
    public static Exact operator *(Exact left, Exact right) =>
        new(left.numerator * right.numerator, left.Denominator * right.Denominator);

    /// <summary>Whether the two are the same number.</summary>
    public static bool operator ==(Exact left, Exact right) => left.Equals(right);

    /// <summary>Whether the two are different numbers.</summary>
    public static bool operator !=(Exact left, Exact right) => !left.Equals(right);

    /// <inheritdoc/>
    public int CompareTo(Exact other) => (numerator * other.Denominator).CompareTo(other.numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Exact other) => numerator == other.numerator && below == other.below;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Exact other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(numerator, below);

    /// <summary>The number on a screen, with at most four decimals, half away from zero: "1.234,5" in Vietnamese, "1,234.5" in English.</summary>
    public string ToText(bool english)
    {
        var scaled = ((BigInteger.Abs(numerator) * 20_000) + Denominator) / (Denominator * 2);
        var decimals = (scaled % 10_000).ToString("0000", CultureInfo.InvariantCulture).TrimEnd('0');
        var whole = (scaled / 10_000).ToString("#,0", CultureInfo.InvariantCulture);
        return (Sign < 0 ? "−" : "")
            + (english ? whole : whole.Replace(',', '.'))
            + (decimals.Length == 0 ? "" : (english ? "." : ",") + decimals);
    }

    /// <inheritdoc/>
    public override string ToString() => ToText(english: true);
}
