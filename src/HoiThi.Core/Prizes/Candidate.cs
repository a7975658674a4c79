using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.People;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Prizes;

/// <summary>What a prize may ask of a place in a ranking: small, for there may be a million.</summary>
/// <param name="Place">The place, from 1.</param>
/// <param name="Contestant">Whose it is.</param>
/// <param name="Unit">The number of the contestant's unit.</param>
/// <param name="Division">The index of the contestant's division.</param>
/// <param name="Score">Hundredths of a point.</param>
/// <param name="Correct">Right answers.</param>
/// <param name="Attempts">How many attempts count.</param>
/// <param name="PerfectAttempts">In how many of them everything that is marked is right.</param>
public readonly record struct Candidate(
    int Place, ContestantId Contestant, int Unit, short Division, int Score, int Correct, int Attempts, int PerfectAttempts = 0)
{
    /// <summary>The candidate at a place.</summary>
    public static Candidate Of(Ranked ranked) => new(
        ranked.Place,
        ranked.Standing.Contestant,
        ranked.Standing.Unit,
        ranked.Standing.Division,
        ranked.Standing.Score,
        ranked.Standing.Correct,
        ranked.Standing.Attempts,
        ranked.Standing.PerfectAttempts);
}

/// <summary>
/// What prizes may ask of a person, beside what any rule may. Each answer is given only when it is asked for: personal data
/// is encrypted where it rests, and nobody's is read without need.
/// </summary>
public interface IPrizePerson : IPersonFacts
{
    /// <summary>The code of the person's own unit.</summary>
    string Unit { get; }

    /// <summary>The code of the topmost unit that it is below, or its own.</summary>
    string TopUnit { get; }

    /// <summary>The day of birth, or null.</summary>
    DateOnly? BirthDate { get; }

    /// <summary>Whether every field of the form is filled in.</summary>
    bool IsComplete { get; }

    /// <summary><see cref="ListRole.Barred"/> or <see cref="ListRole.NoPrize"/> for who is on such a list now, or null.</summary>
    ListRole? KeptOut { get; }

    /// <summary>The class of a quota that the person is in; empty where there is none.</summary>
    string ClassOf(QuotaClass by) => by switch
    {
        QuotaClass.Unit => Unit,
        QuotaClass.TopUnit => TopUnit,
        QuotaClass.Kind => Kind,
        QuotaClass.Block => Block,
        QuotaClass.Division => Division ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "unknown class"),
    };
}
