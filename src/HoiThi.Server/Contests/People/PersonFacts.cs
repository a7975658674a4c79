using HoiThi.Core.Attempts;
using HoiThi.Core.Registering;

namespace HoiThi.Server.Contests.People;

/// <summary>What rules ask of a person, at joining and at the prizes alike.</summary>
public static class PersonFacts
{
    /// <summary>The facts of a person.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="id">Whose facts they are.</param>
    /// <param name="unit">The number of the unit.</param>
    /// <param name="values">The fields that are filled in, by their codes.</param>
    /// <param name="joined">The day of joining.</param>
    /// <param name="division">The division's index, where there are divisions and one is given.</param>
    public static Registrant Of(
        LiveContest contest, ContestantId id, int unit, IReadOnlyDictionary<string, string> values, DateOnly joined, int? division = null) => new(
            contest.Definition,
            contest.Units[unit].Kind,
            values,
            list => contest.IsOn(list, id),
            joined,
            division is { } index && index < contest.Definition.Divisions.Count ? contest.Definition.Divisions[index].Code : null);
}
