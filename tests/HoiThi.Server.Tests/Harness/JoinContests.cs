using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.People;
using HoiThi.Formats.Contests;

namespace HoiThi.Server.Tests.Harness;

/// <summary>The test contest with other ways of coming in, divisions and lists.</summary>
internal static class JoinContests
{
    public static ValueList<RegistrationField> Fields => TestContest.Bundle.Contest.Registration.Fields;

    /// <summary>The test contest with other rules of registration, without a contest password.</summary>
    public static ContestBundle With(Func<RegistrationRules, RegistrationRules> change) => TestContest.Bundle.With(contest =>
        contest with { Registration = change(contest.Registration with { Password = null }) });

    public static ContestBundle With(this ContestBundle bundle, Func<Contest, Contest> change) => bundle with { Contest = change(bundle.Contest) };

    /// <summary>One more list.</summary>
    public static ContestBundle WithList(this ContestBundle bundle, string code, ListRole role, params ListedPerson[] people) => bundle with
    {
        Contest = bundle.Contest with { Lists = [.. bundle.Contest.Lists, new PersonList(code, new($"Danh sách {code}"), $"lists/{code}.csv", role)] },
        Lists = [.. bundle.Lists, [.. people]],
    };

    public static Division Division(string code, Who? who = null, bool chosen = false) => new(code, new($"Bảng {code}"), who, chosen, null, null, null, null, null);

    public static Who Who() => new([], [], [], null, null, [], []);

    public static ListedPerson Listed(this Person person, string? name = null, string? unit = null, string? code = null) => new(person.CitizenId, name, unit, code);
}
