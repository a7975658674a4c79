using System.Globalization;

namespace HoiThi.Server.Tests.Harness;

/// <summary>What somebody types into the form of the test contest; no two people are alike.</summary>
internal sealed record Person
{
    private static int last;
    private readonly int number = Interlocked.Increment(ref last);

    public Person()
    {
        Name = "Nguyễn Thị " + Letters(number);
        CitizenId = string.Create(CultureInfo.InvariantCulture, $"031185{number:000000}");
        Phone = string.Create(CultureInfo.InvariantCulture, $"091{number:0000000}");
        Email = string.Create(CultureInfo.InvariantCulture, $"nguoi.{number}@thu.vn");
    }

    public string Name { get; init; }

    public string CitizenId { get; init; }

    public string Phone { get; init; }

    public string Email { get; init; }

    public string Unit { get; init; } = "so-a";

    /// <summary>The form as a browser sends it.</summary>
    public Dictionary<string, string> Form() => new(StringComparer.Ordinal)
    {
        ["full-name"] = Name,
        ["citizen-id"] = CitizenId,
        ["phone"] = Phone,
        ["email"] = Email,
        ["birth-date"] = "1985-05-20",
        ["sex"] = "female",
        ["unit"] = Unit,
        ["_password"] = TestContest.Password,
        ["_consent"] = "yes",
    };

    /// <summary>A name has letters only: A, B, … Z, Ba, Bb, …</summary>
    private static string Letters(int number)
    {
        var letters = "";
        do
        {
            letters = (char)('a' + (number % 26)) + letters;
            number /= 26;
        }
        while (number > 0);
        return char.ToUpperInvariant(letters[0]) + letters[1..];
    }
}
