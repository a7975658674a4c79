using HoiThi.Core.Contests;
using HoiThi.Core.People;

namespace HoiThi.Core.Registering;

/// <summary>Whether a person may take part, and in which division.</summary>
/// <param name="Refusal">Why not, in words; null where the person may. Its field is the one to look at, or null.</param>
/// <param name="Divisions">
/// Indices of the divisions that the person can be in: one is given, of several one is chosen. Where the contest has no
/// divisions it is 0; empty with a refusal.
/// </param>
/// <param name="AgeDoubtful">Whether the age was taken for a fitting one without being known exactly.</param>
public sealed record Admission(FieldError? Refusal, ValueList<int> Divisions, bool AgeDoubtful)
{
    /// <summary>Applies the rules of a contest. Kinds of units that cannot register are refused with the field of the unit, before this.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="person">What is known of the person; without a division.</param>
    /// <param name="day">The day of joining, in the contest's zone; ages are counted on it where the contest names no other.</param>
    public static Admission Of(Contest contest, IPersonFacts person, DateOnly day)
    {
        var rules = contest.Registration;
        var age = person.Age.Within(rules.MinAge, rules.MaxAge);
        if (BarredOn(contest, person) is { } list)
        {
            return No(Refusals.Barred(list) with { Field = rules.Identity });
        }

        if (!MayByRoster(contest, person))
        {
            return No(Refusals.NotOnRoster with { Field = rules.Identity });
        }

        if (age == Fit.No)
        {
            return No(Refusals.Age(rules, person.Age, rules.AgeOn ?? day) with { Field = AgeField(rules) });
        }

        var divisions = DivisionsFor(contest, person);
        return divisions.Count == 0
            ? No(Refusals.NoDivision(contest, person, rules.AgeOn ?? day))
            : new Admission(null, divisions, age == Fit.Doubtful || IsDoubtful(contest, person, divisions));

        static Admission No(FieldError refusal) => new(refusal, [], AgeDoubtful: false);
    }

    /// <summary>Whether a contest asks everybody for the division at once, because every one of them fits everybody.</summary>
    public static bool AsksDivision(Contest contest) =>
        contest.Divisions.Count > 1 && contest.Divisions.All(division => division is { Chosen: true, Who: null });

    /// <summary>The list that bars the person, or null.</summary>
    private static PersonList? BarredOn(Contest contest, IPersonFacts person) =>
        contest.Lists.FirstOrDefault(list => list.Role == ListRole.Barred && person.IsOn(list.Code));

    /// <summary>Where there are rosters, one of them has to name the person.</summary>
    private static bool MayByRoster(Contest contest, IPersonFacts person)
    {
        var rosters = contest.Lists.Where(list => list.Role == ListRole.Roster).ToArray();
        return rosters.Length == 0 || Array.Exists(rosters, list => person.IsOn(list.Code));
    }

    // The first that fits by itself; those that are chosen are for those whom no other takes.
    private static ValueList<int> DivisionsFor(Contest contest, IPersonFacts person)
    {
        if (contest.Divisions.Count == 0)
        {
            return [0];
        }

        var fitting = contest.Divisions.Index().Where(each => each.Item.Who?.Matches(person) ?? true).ToArray();
        return Array.Exists(fitting, each => !each.Item.Chosen)
            ? [fitting.First(each => !each.Item.Chosen).Index]
            : fitting.Select(each => each.Index).ToValueList();
    }

    private static bool IsDoubtful(Contest contest, IPersonFacts person, ValueList<int> divisions) =>
        contest.Divisions.Count > 0 && divisions.Any(index => contest.Divisions[index].Who?.FitOf(person) == Fit.Doubtful);

    private static string? AgeField(RegistrationRules rules) => rules.Fields
        .Where(field => field.Type is FieldType.BirthDate or FieldType.CitizenId or FieldType.IdentityDocument)
        .OrderByDescending(field => field.Type == FieldType.BirthDate)
        .FirstOrDefault()?.Code;
}
