namespace HoiThi.Core.People;

/// <summary>
/// An e-mail address, checked for what mail servers in use accept (a part of RFC 5321 §4.1.2), not for whether it exists.
/// </summary>
public static class EmailAddress
{
    /// <summary>The most characters (RFC 5321 §4.5.3.1.3, without the angle brackets).</summary>
    public const int MaxLength = 254;

    /// <summary>The address in lower case. Errors: <c>email-missing</c>, <c>email-length</c>, <c>email-form</c>.</summary>
    public static Checked<string> Check(string? text)
    {
        var address = (text ?? "").Trim().ToLowerInvariant();
        var error = address switch
        {
            "" => FieldError.Of("email-missing", "Hãy nhập địa chỉ email.", "Enter an e-mail address."),
            { Length: > MaxLength } => FieldError.Of(
                "email-length",
                $"Địa chỉ email dài quá {MaxLength} ký tự.",
                $"The e-mail address is longer than {MaxLength} characters."),
            _ when !HasForm(address) => FieldError.Of(
                "email-form",
                "Địa chỉ email chưa đúng. Ví dụ đúng: ten.ban@haiphong.gov.vn.",
                "This is not an e-mail address. An example: your.name@haiphong.gov.vn."),
            _ => null,
        };
        return error is null ? new Checked<string>(address, null) : new Checked<string>(null, error);
    }

    private static bool HasForm(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at is >= 1 and <= 64 && IsLocalPart(address[..at]) && IsDomain(address[(at + 1)..]);
    }

    private static bool IsLocalPart(string part) =>
        part[0] != '.' && part[^1] != '.'
        && !part.Contains("..", StringComparison.Ordinal)
        && part.All(letter => char.IsAsciiLetterOrDigit(letter) || ".!#$%&'*+/=?^_`{|}~-".Contains(letter, StringComparison.Ordinal));

    private static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length >= 2 && Array.TrueForAll(labels, IsLabel) && labels[^1].Length >= 2 && char.IsAsciiLetter(labels[^1][0]);
    }

    private static bool IsLabel(string label) =>
        label.Length is >= 1 and <= 63 && label[0] != '-' && label[^1] != '-'
        && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
