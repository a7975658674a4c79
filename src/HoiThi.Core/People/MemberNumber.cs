namespace HoiThi.Core.People;

/// <summary>An employee's number or another name that an organisation gives its people.</summary>
public static class MemberNumber
{
    /// <summary>The most characters.</summary>
    public const int MaxLength = 40;

    /// <summary>
    /// The number in capitals without spaces: who writes <c>cb-001</c> is who is listed as <c>CB-001</c>. Errors:
    /// <c>member-number-missing</c>, <c>-form</c>.
    /// </summary>
    public static Checked<string> Check(string? text)
    {
        var number = string.Concat((text ?? "").Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        FieldError? error = number switch
        {
            "" => FieldError.Of("member-number-missing", "Hãy nhập mã số.", "Enter the number."),
            { Length: <= MaxLength } when number.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '/' or '_') => null,
            _ => FieldError.Of(
                "member-number-form",
                $"Mã số có tối đa {MaxLength} ký tự, chỉ gồm chữ cái không dấu, chữ số và các dấu - . / _",
                $"The number has at most {MaxLength} characters: letters without marks, digits and - . / _"),
        };
        return error is null ? new Checked<string>(number, null) : new Checked<string>(null, error);
    }
}
