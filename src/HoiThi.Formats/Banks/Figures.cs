using System.Globalization;

namespace HoiThi.Formats.Banks;

/// <summary>Numbers as files write them.</summary>
internal static class Figures
{
    /// <summary>With a point and as many places as it has.</summary>
    public static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Hundredths as a number.</summary>
    public static string Points(int hundredths) => Plain(hundredths / 100m);

    /// <summary>With a comma, as Vietnamese has it. Three places get a fourth, or it would look like thousands.</summary>
    public static string Vietnamese(decimal value)
    {
        var plain = Plain(value);
        return KeyText.Decimal(plain) is null ? $"{plain}0".Replace('.', ',') : plain.Replace('.', ',');
    }
}
