using HoiThi.Core.Contests;
using HoiThi.Core.People;
using HoiThi.Core.Prizes;

namespace HoiThi.Core.Simulation;

/// <summary>What rules ask of a made-up person, drawn when it is asked.</summary>
internal sealed class SimulatedFacts(SimulatedContest contest, ulong seed, int people, SimulatedPerson person, int? division) : IPrizePerson
{
    private const int FieldSubject = -1_000;
    private const int ListSubject = -2_000;
    private const int RosterSubject = -3_000;
    private const int NamedSubject = -3_001;
    private const int FormSubject = -3_002;

    public string? Division => division is { } index ? contest.DivisionCode(index) : null;

    public string Unit => contest.Units[person.Unit].Code;

    public string TopUnit => contest.Units[contest.Units.TopOf(person.Unit)].Code;

    public string Kind => contest.Units[person.Unit].Kind;

    public string Block => contest.Definition.Units.Kinds.First(kind => kind.Code == Kind).Block;

    public Age Age => Age.Of(person.Born, Births.DayOf(contest.Definition));

    public DateOnly? BirthDate => person.Born;

    // What the form requires is there; one in ten leaves out what it does not, or asks only after the paper.
    public bool IsComplete => contest.Definition.Registration.Fields.All(each => each.Required && each.Ask == FieldAsk.Before)
        || new Dice(seed, person.Number, FormSubject).Chance(0.9);

    // Nobody barred gets as far as the prizes.
    public ListRole? KeptOut => contest.Definition.Lists.Any(list => list.Role == ListRole.NoPrize && IsOn(list.Code)) ? ListRole.NoPrize : null;

    public string? Answer(string field)
    {
        foreach (var (index, each) in contest.Definition.Registration.Fields.Index())
        {
            if (each.Code == field)
            {
                return each.Type switch
                {
                    FieldType.Sex => person.Woman ? "female" : "male",
                    FieldType.Choice => each.Options[new Dice(seed, person.Number, FieldSubject - index).Below(each.Options.Count)].Vi,
                    _ => null,
                };
            }
        }

        return null;
    }

    public bool IsOn(string list)
    {
        var lists = contest.Definition.Lists;
        for (var index = 0; index < lists.Count; index++)
        {
            if (lists[index].Code == list)
            {
                return lists[index].Role switch
                {
                    ListRole.Barred => false,
                    ListRole.Roster => OneOf(ListRole.Roster, RosterSubject, others: 0) == index,
                    ListRole.Named => OneOf(ListRole.Named, NamedSubject, others: 1) == index,
                    _ => new Dice(seed, person.Number, ListSubject - index).Chance((double)contest.ListSizes[index] / people),
                };
            }
        }

        return false;
    }

    /// <summary>The index of the one list of a role that the person is on; of all together with as many others.</summary>
    private int? OneOf(ListRole role, int subject, int others)
    {
        var lists = contest.Definition.Lists;
        var drawn = new Dice(seed, person.Number, subject).Below(lists.Count(list => list.Role == role) + others);
        for (var index = 0; index < lists.Count; index++)
        {
            if (lists[index].Role == role && drawn-- == 0)
            {
                return index;
            }
        }

        return null;
    }
}
