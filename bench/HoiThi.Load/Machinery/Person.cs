using HoiThi.Server.Contestants.Pages;

namespace HoiThi.Load.Machinery;

/// <summary>One of a hundred million made-up people, by number.</summary>
public readonly record struct Person(int Number)
{
    private const string Name = "Nguy%E1%BB%85n+V%C4%83n+B%C3%ACnh";

    private static int last;

    /// <summary>Somebody who has not come in this run.</summary>
    public static Person Next() => new(Interlocked.Increment(ref last));

    /// <summary>Twelve digits: Hải Phòng, sex, a year of 1950–1999, six more.</summary>
    public string CitizenId => $"031{Number % 2}{50 + (Number / 2 % 50):00}{Number / 100 % 1_000_000:000000}";

    /// <summary>Fills in the registration form of a number.</summary>
    public Func<string, string> In(BenchContest contest)
    {
        var person = this;
        return token => person.Form(contest, token);
    }

    /// <summary>The registration form, filled in and encoded.</summary>
    public string Form(BenchContest contest, string formToken) =>
        $"full-name={Name}&citizen-id={CitizenId}&phone=090{Number % 10_000_000:0000000}&email=p{Number}%40example.vn" +
        $"&unit={contest.Units[Number % contest.Units.Count]}&{JoinFields.Password}={contest.Bundle.Contest.Registration.Password}&{JoinFields.Consent}=yes&_form={formToken}";
}
