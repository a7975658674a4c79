using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HoiThi.Server.Security;

/// <summary>Codes of an authenticator app (RFC 6238: HMAC-SHA-1, 30 seconds, six digits, which is what all apps speak).</summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int KeySize = 20;
    private const int StepSeconds = 30;

    /// <summary>A new key in base32.</summary>
    public static string NewKey()
    {
        Span<byte> bytes = stackalloc byte[KeySize];
        RandomNumberGenerator.Fill(bytes);
        var bits = new System.Numerics.BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        return string.Create(KeySize * 8 / 5, bits, (letters, rest) =>
        {
            for (var index = letters.Length - 1; index >= 0; index--)
            {
                letters[index] = Base32[(int)(rest & 31)];
                rest >>= 5;
            }
        });
    }

    /// <summary>What an app reads from the QR code.</summary>
    public static string Address(string issuer, string account, string key) => string.Create(
        CultureInfo.InvariantCulture, $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}");

    /// <summary>The step of 30 seconds that a moment is in.</summary>
    public static long StepOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    public static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 and every authenticator app; as a keyed hash SHA-1 is not broken.
        HMACSHA1.HashData(BytesOf(key), counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step whose code this is, of now or one to either side (RFC 6238 §5.2), or null. Steps up to
    /// <paramref name="used"/> are spent: a code that somebody looked at over a shoulder is worth nothing.
    /// </summary>
    public static long? Verify(string key, string code, DateTimeOffset now, long used)
    {
        var typed = Encoding.ASCII.GetBytes(string.Concat(code.Where(char.IsAsciiDigit)));
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            if (step > used && CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(CodeAt(key, step))))
            {
                return step;
            }
        }

        return null;
    }

    private static byte[] BytesOf(string key)
    {
        var bits = key.Aggregate(System.Numerics.BigInteger.Zero, (sum, letter) => (sum << 5) | Base32.IndexOf(letter, StringComparison.Ordinal));
        var bytes = bits.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[Math.Max(0, (key.Length * 5 / 8) - bytes.Length)], .. bytes];
    }
}
