using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Server.Manage.Statistics;

namespace HoiThi.Server.Manage.Keys.Pages;

/// <param name="Round">The round.</param>
/// <param name="Division">The division whose set it is; null where there are none.</param>
/// <param name="Version">The version of the sealed set.</param>
/// <param name="Question">The question as it was sealed.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="Ruling">What holds now; null for what was sealed.</param>
/// <param name="Chosen">What is chosen on the page.</param>
public sealed record KeyView(Round Round, LocalText? Division, int Version, Question Question, LocalText? Topic, KeyRuling? Ruling, KeyForm Chosen)
{
    /// <summary>Why nothing is shown yet, or null.</summary>
    public LocalText? Closed { get; init; }

    /// <summary>How it did; null while that is counted.</summary>
    public ItemLine? Item { get; init; }

    /// <summary>What the chosen ruling would change; null where none is chosen.</summary>
    public ImpactProgress? Impact { get; init; }

    /// <summary>About how many attempts there are to look at.</summary>
    public long People { get; init; }

    /// <summary>How far the round is marked anew; null where no key of it was corrected.</summary>
    public WalkView? Walk { get; init; }

    /// <summary>How many people have taken the round.</summary>
    public long Sat { get; init; }

    public ValueList<HistoryLine> History { get; init; } = [];

    public ValueList<ProposedRuling> Proposed { get; init; } = [];

    /// <summary>Whether a prize of the contest asks for everything right in all rounds: who has a paper with a question less could not win it.</summary>
    public bool AsksForAll { get; init; }

    /// <summary>Other sealed sets with the very same question, whose keys are corrected by themselves.</summary>
    public ValueList<OtherSet> Elsewhere { get; init; } = [];

    public bool NeedsSecond { get; init; }

    public string? Done { get; init; }

    /// <summary>Whether something is under way that the page should show further on.</summary>
    public bool Waits => Closed is null && (Item is null || Impact is { Result: null } || Walk is { Finished: false });
}

/// <param name="Round">The title of its round.</param>
/// <param name="Division">The division whose set it is; null where there are none.</param>
/// <param name="Path">The address of the question there.</param>
public sealed record OtherSet(LocalText Round, LocalText? Division, string Path);

/// <param name="People">How many contestants are marked anew.</param>
/// <param name="Walked">Whether those are all.</param>
/// <param name="Finished">Whether what was closed is closed again.</param>
public sealed record WalkView(long People, bool Walked, bool Finished);

/// <param name="Ruling">What was decided; null: what was sealed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Proposer">Who proposed it; null where one person decided.</param>
/// <param name="Who">By whom, or who approved it.</param>
/// <param name="Moment">When.</param>
public sealed record HistoryLine(KeyRuling? Ruling, string Reason, string? Proposer, string Who, DateTime Moment);

/// <param name="Ruling">What is proposed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Path">Where it can be looked at.</param>
public sealed record ProposedRuling(KeyRuling? Ruling, string Reason, string Path);
