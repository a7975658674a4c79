using HoiThi.Core.Attempts;
using HoiThi.Core.Registering;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Contestants;

/// <summary>The rules of who may take part, applied to a registration.</summary>
public static class Admissions
{
    private static readonly Admission Everybody = new(null, [0], AgeDoubtful: false);

    /// <summary>Whether the person may take part, and in which divisions.</summary>
    public static Admission Of(LiveContest contest, ContestantId id, Registration registration, DateOnly today) => contest.IsOpenToAll
        ? Everybody
        : Admission.Of(contest.Definition, PersonOf(contest, id, registration.Unit, registration.Values, today), today);

    /// <summary>What rules ask of a person.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="id">Whose facts they are.</param>
    /// <param name="unit">The number of the unit.</param>
    /// <param name="values">The fields that are filled in, by their codes.</param>
    /// <param name="joined">The day of joining.</param>
    /// <param name="division">The division's index, where there are divisions and one is given.</param>
    public static Registrant PersonOf(
        LiveContest contest, ContestantId id, int unit, IReadOnlyDictionary<string, string> values, DateOnly joined, int? division = null) => new(
            contest.Definition,
            contest.Units[unit].Kind,
            values,
            list => contest.IsOn(list, id),
            joined,
            division is { } index && index < contest.Definition.Divisions.Count ? contest.Definition.Divisions[index].Code : null);
}
