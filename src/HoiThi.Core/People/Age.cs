namespace HoiThi.Core.People;

/// <summary>
/// A person's age in full years on a day, as exactly as it is known: a citizen's number tells the year of birth only, so
/// on most days of the year it leaves two ages possible.
/// </summary>
/// <param name="Least">The least age possible, 0–<see cref="Highest"/>.</param>
/// <param name="Most">The greatest age possible, not below <paramref name="Least"/>.</param>
public readonly record struct Age(int Least, int Most)
{
    /// <summary>What no living person exceeds.</summary>
    public const int Highest = 150;

    /// <summary>Nothing is known of it.</summary>
    public static Age Unknown { get; } = new(0, Highest);

    /// <summary>Whether only one age is possible.</summary>
    public bool IsExact => Least == Most;

    /// <summary>The age of who was born on a day; a birthday on 29 February is kept on 28 February in other years.</summary>
    /// <param name="birthDate">The day of birth.</param>
    /// <param name="day">The day on which the age is counted.</param>
    public static Age Of(DateOnly birthDate, DateOnly day)
    {
        var years = day.Year - birthDate.Year;
        var age = years > 0 && birthDate.AddYears(years) > day ? years - 1 : years;
        return new Age(Math.Clamp(age, 0, Highest), Math.Clamp(age, 0, Highest));
    }

    /// <summary>The age of who was born in a year.</summary>
    /// <param name="birthYear">The year of birth.</param>
    /// <param name="day">The day on which the age is counted.</param>
    public static Age OfYear(int birthYear, DateOnly day) =>
        new(Of(new DateOnly(birthYear, 12, 31), day).Least, Of(new DateOnly(birthYear, 1, 1), day).Most);

    /// <summary>Whether the age is from <paramref name="min"/> to <paramref name="max"/>, both included; null does not limit.</summary>
    public Fit Within(int? min, int? max) =>
        Most < (min ?? 0) || Least > (max ?? Highest) ? Fit.No
        : Least >= (min ?? 0) && Most <= (max ?? Highest) ? Fit.Yes
        : Fit.Doubtful;
}
