using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Server.Results.Pages;

namespace HoiThi.Server.Contests.Pages;

/// <summary>The home page of a contest. Rules, schedule and news come from the contest itself.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Status">Where it stands at <paramref name="Now"/>.</param>
/// <param name="Now">The moment the page is made for.</param>
/// <param name="Joined">Whether this visitor has registered; false on a page that is cached for all.</param>
/// <param name="Figures">Live counts of the whole contest.</param>
/// <param name="Weeks">The rounds, in order.</param>
/// <param name="Prizes">The prizes of the last round whose results are official; null before.</param>
/// <param name="Documents">Files to download.</param>
/// <param name="Address">The absolute address of this page without a query, for links and QR codes of other portals.</param>
public sealed record ContestHomeView(
    Contest Contest,
    ContestStatus Status,
    DateTimeOffset Now,
    bool Joined,
    LiveFigures Figures,
    ValueList<WeekCard> Weeks,
    RoundPrizes? Prizes,
    ValueList<DocumentFile> Documents,
    string Address)
{
    /// <summary>Whether the last round has closed.</summary>
    public bool Over => Status.State == ContestState.Over;

    /// <summary>The round that can be taken now, or null.</summary>
    public Round? Open => Status.Current is { State: RoundState.Open } round ? round.Round : null;

    /// <summary>The last round that has closed, or null.</summary>
    public Round? LastClosed => Status.Rounds.LastOrDefault(round => round.State == RoundState.Closed)?.Round;

    /// <summary>How long it is to the next change; null when there is none.</summary>
    public TimeSpan? Left => Status.Next is { } next ? (next.At > Now ? next.At - Now : TimeSpan.Zero) : null;
}

/// <summary>Counts of one snapshot, so that shares and counts agree.</summary>
/// <param name="Total">People and attempts of the whole contest.</param>
/// <param name="Share">People of the headcount.</param>
/// <param name="Reached">How many responsible units have reached their target.</param>
/// <param name="Owing">How many responsible units have a target.</param>
/// <param name="At">When the snapshot was taken.</param>
public sealed record LiveFigures(Tally Total, Share Share, int Reached, int Owing, DateTimeOffset At)
{
    public static LiveFigures Of(ParticipationTable table, DateTimeOffset at) => new(
        table.Total, table.Share, table.Blocks.Sum(block => block.Reached), table.Blocks.Sum(block => block.Owing), at);
}

/// <summary>A round on the home page.</summary>
/// <param name="Status">The round, and where it stands.</param>
/// <param name="Awarded">Whether its results are official.</param>
/// <param name="People">Different people with a counted attempt in it.</param>
public sealed record WeekCard(RoundStatus Status, bool Awarded, long People);

/// <summary>Who won in a round.</summary>
public sealed record RoundPrizes(Round Round, ValueList<WinnerLine> Winners);

/// <summary>A file to download.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Href">Where it is.</param>
/// <param name="Extension">pdf, docx, …: without the dot.</param>
/// <param name="Bytes">Its size.</param>
public sealed record DocumentFile(LocalText Title, string Href, string Extension, long Bytes);
