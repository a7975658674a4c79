using HoiThi.Core.Contests;

namespace HoiThi.Server.Contests.Pages;

/// <summary>A tab of a board: a round, or with number 0 the whole contest.</summary>
/// <param name="Number">The round's number; 0 for the contest.</param>
/// <param name="Title">What stands on it.</param>
/// <param name="Open">Whether people can take part now.</param>
public sealed record RoundTab(int Number, LocalText Title, bool Open)
{
    private static readonly LocalText Whole = new("Cả hội thi", "Whole contest");

    /// <summary>The tabs of a board: every round that has begun, and the contest.</summary>
    public static HoiThi.Core.ValueList<RoundTab> Of(ContestStatus status) =>
    [
        .. status.Rounds.Where(round => round.State != RoundState.Upcoming)
            .Select(round => new RoundTab(round.Round.Number, round.Round.Title, round.State == RoundState.Open)),
        new RoundTab(0, Whole, Open: false),
    ];
}
