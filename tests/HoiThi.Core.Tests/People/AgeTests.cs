using CsCheck;
using HoiThi.Core.People;

namespace HoiThi.Core.Tests.People;

public class AgeTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 40_000].Select(days => new DateOnly(1930, 1, 1).AddDays(days));

    [Theory]
    [InlineData("2009-08-01", "2023-07-31", 13)]
    [InlineData("2009-08-01", "2023-08-01", 14)]
    [InlineData("2008-02-29", "2022-02-27", 13)]
    [InlineData("2008-02-29", "2022-02-28", 14)]
    [InlineData("2023-08-02", "2023-08-01", 0)]
    public void A_birthday_makes_the_year_full(string born, string day, int age) =>
        Age.Of(DateOnly.Parse(born, Culture), DateOnly.Parse(day, Culture)).ShouldBe(new Age(age, age));

    [Theory]
    [InlineData(2009, "2023-08-01", 13, 14)]
    [InlineData(2009, "2023-12-31", 14, 14)]
    [InlineData(2009, "2023-01-01", 13, 14)]
    [InlineData(2023, "2023-08-01", 0, 0)]
    public void A_year_of_birth_leaves_two_ages_on_all_days_but_the_last(int born, string day, int least, int most) =>
        Age.OfYear(born, DateOnly.Parse(day, Culture)).ShouldBe(new Age(least, most));

    [Fact]
    public void The_year_of_birth_never_excludes_the_age() =>
        Gen.Select(Day, Day).Where(days => days.Item1 <= days.Item2).Sample((born, day) =>
        {
            var age = Age.Of(born, day);
            var year = Age.OfYear(born.Year, day);
            (year.Least <= age.Least && age.Most <= year.Most && year.Most - year.Least <= 1).ShouldBeTrue();
        });

    [Fact]
    public void A_span_of_ages_is_doubtful_only_where_an_age_in_it_fits_and_another_does_not() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 3], Gen.Int[0, 20].Nullable(), Gen.Int[0, 20].Nullable())
            .Where((_, _, min, max) => !(min > max)).Sample((least, more, min, max) =>
        {
            var fits = Enumerable.Range(least, more + 1).Select(age => age >= (min ?? 0) && age <= (max ?? 150)).ToArray();
            new Age(least, least + more).Within(min, max).ShouldBe(
                !fits.Contains(true) ? Fit.No
                : fits.Contains(false) ? Fit.Doubtful
                : Fit.Yes);
        });

    [Fact]
    public void An_unknown_age_fits_every_limit_with_a_doubt_and_no_limit_without()
    {
        Age.Unknown.Within(18, null).ShouldBe(Fit.Doubtful);
        Age.Unknown.Within(null, 35).ShouldBe(Fit.Doubtful);
        Age.Unknown.Within(null, null).ShouldBe(Fit.Yes);
    }

    private static System.Globalization.CultureInfo Culture => System.Globalization.CultureInfo.InvariantCulture;
}
