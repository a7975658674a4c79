using HoiThi.Core;
using HoiThi.Core.Contests;

namespace HoiThi.Server.Contests.Pages;

/// <summary>The contests of this installation.</summary>
/// <param name="Contests">All that are published, in any order.</param>
public sealed record SiteHomeView(ValueList<ContestCard> Contests)
{
    /// <summary>Begun and not over: the one that changes soonest first.</summary>
    public ValueList<ContestCard> Running => Contests
        .Where(card => card.Status.State is ContestState.Running or ContestState.BetweenRounds)
        .OrderBy(card => card.Status.Next!.At).ToValueList();

    /// <summary>Not begun: the next to open first.</summary>
    public ValueList<ContestCard> Coming => Contests
        .Where(card => card.Status.State == ContestState.Upcoming).OrderBy(card => card.Status.Next!.At).ToValueList();

    /// <summary>Over: the last to close first.</summary>
    public ValueList<ContestCard> Past => Contests
        .Where(card => card.Status.State == ContestState.Over).OrderByDescending(card => card.Status.Rounds[^1].Closes).ToValueList();
}

/// <summary>One contest among others.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Status">Where it stands now.</param>
/// <param name="People">Different people with a counted attempt.</param>
/// <param name="Attempts">Counted attempts.</param>
public sealed record ContestCard(Contest Contest, ContestStatus Status, long People, long Attempts);
