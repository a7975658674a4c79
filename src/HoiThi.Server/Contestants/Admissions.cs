using HoiThi.Core.Attempts;
using HoiThi.Core.Registering;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.People;

namespace HoiThi.Server.Contestants;

/// <summary>The rules of who may take part, applied to a registration.</summary>
public static class Admissions
{
    private static readonly Admission Everybody = new(null, [0], AgeDoubtful: false);

    /// <summary>Whether the person may take part, and in which divisions.</summary>
    public static Admission Of(LiveContest contest, ContestantId id, Registration registration, DateOnly today) => contest.IsOpenToAll
        ? Everybody
        : Admission.Of(contest.Definition, PersonFacts.Of(contest, id, registration.Unit, registration.Values, today), today);
}
