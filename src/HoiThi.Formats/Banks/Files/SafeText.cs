using System.Text;

namespace HoiThi.Formats.Banks.Files;

/// <summary>Plain text as bytes: UTF-8, or UTF-16 with a mark. The old Vietnamese code pages cannot be told apart, so they are refused.</summary>
internal static class SafeText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="RefusedException">It is too long, or in another encoding.</exception>
    public static string Decode(byte[] bytes, BankLimits limits)
    {
        if (bytes.Length > limits.TextBytes)
        {
            throw new RefusedException(BankProblems.TooLarge(null));
        }

        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Utf8.GetString(bytes, 3, bytes.Length - 3),
                [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes, 2, bytes.Length - 2),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes, 2, bytes.Length - 2),
                _ when bytes.AsSpan().Contains((byte)0) => throw new RefusedException(BankProblems.NotQuestions()),
                _ => Utf8.GetString(bytes),
            };
        }
        catch (ArgumentException)
        {
            throw new RefusedException(BankProblems.NotUtf8());
        }
    }
}
