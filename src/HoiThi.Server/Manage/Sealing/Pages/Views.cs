using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Server.Organisers;

namespace HoiThi.Server.Manage.Sealing.Pages;

public sealed record RoundsView(ValueList<RoundCard> Rounds);

/// <param name="Status">The round now.</param>
/// <param name="Sealed">How many of its divisions have sealed questions.</param>
/// <param name="Divisions">Out of how many; 1 where there are none.</param>
/// <param name="Urgent">Whether it opens within a day, or is open, without.</param>
public sealed record RoundCard(RoundStatus Status, int Sealed, int Divisions, bool Urgent);

/// <param name="Contest">The contest.</param>
/// <param name="Status">The round now.</param>
/// <param name="Urgent">Whether questions are missing a day before it opens, or later.</param>
/// <param name="Sets">Its sealed sets, the newest first.</param>
/// <param name="Lacking">Divisions without questions; one empty name where there are no divisions.</param>
/// <param name="Done">What was done.</param>
public sealed record RoundSetsView(Contest Contest, RoundStatus Status, bool Urgent, ValueList<SetLine> Sets, ValueList<string> Lacking, string? Done)
{
    public Round Round => Status.Round;

    public bool HasOpened => Status.State != RoundState.Upcoming;
}

/// <param name="Version">Which.</param>
/// <param name="Division">For whom, or null.</param>
/// <param name="Current">Whether new attempts draw from it.</param>
/// <param name="Questions">How many questions it has.</param>
/// <param name="PaperLength">How many a paper draws.</param>
/// <param name="Hash">SHA-256 in hexadecimal.</param>
/// <param name="Moment">When it was sealed.</param>
/// <param name="By">By whom; null: with the contest's file.</param>
/// <param name="Reason">Why, where somebody said so.</param>
public sealed record SetLine(
    int Version, LocalText? Division, bool Current, int Questions, int PaperLength, string Hash, DateTime Moment, string? By, string? Reason)
{
    /// <summary>The questions whose key is another by now than was sealed.</summary>
    public ValueList<string> Corrected { get; init; } = [];
}

public sealed record SetQuestionsView(Round Round, int Version, bool Recorded, ValueList<Topic> Topics, ValueList<Question> Questions);

/// <param name="Contest">The contest.</param>
/// <param name="Round">The round.</param>
/// <param name="Division">For which division the set is, or empty.</param>
/// <param name="Sealed">Whether there is a sealed set in this place, which is replaced.</param>
/// <param name="HasOpened">Whether the round has opened.</param>
/// <param name="NeedsSecond">Whether a second person has to approve.</param>
/// <param name="Topics">The topics of the bank.</param>
/// <param name="Matrix">What is drawn and what there is.</param>
/// <param name="Mistakes">Why it cannot be sealed.</param>
/// <param name="Checked">What would be sealed; null before it was looked at.</param>
/// <param name="Form">What was typed.</param>
public sealed record SealingView(
    Contest Contest,
    Round Round,
    string Division,
    bool Sealed,
    bool HasOpened,
    bool NeedsSecond,
    ValueList<Topic> Topics,
    ValueList<MatrixRow> Matrix,
    ValueList<LocalText> Mistakes,
    SealPreview? Checked,
    ConsoleForm Form)
{
    /// <summary>What was done before.</summary>
    public string? Done { get; init; }

    /// <summary>What was chosen among the boxes of one name.</summary>
    public bool Chose(string name, string value) => Form[name].Split(',').Contains(value, StringComparer.Ordinal);
}

public sealed record MatrixRow(Topic Topic, ValueList<MatrixCell> Cells);

/// <param name="Level">As in the names of the fields: easy, medium, hard, any.</param>
/// <param name="Available">How many approved questions there are.</param>
/// <param name="Count">How many a paper draws, as typed.</param>
/// <param name="Point">Points for each, as typed.</param>
public sealed record MatrixCell(string Level, int Available, string Count, string Point);

/// <param name="Questions">SHA-256 of the question file, so that what was looked at is what is sealed.</param>
/// <param name="Count">How many questions.</param>
/// <param name="PaperLength">How many a paper has.</param>
/// <param name="MostPoints">Hundredths of a point of a paper with everything right; null where papers differ.</param>
/// <param name="Overlaps">Other rounds with the same questions.</param>
/// <param name="Exposed">Questions that were seen before, the most seen first.</param>
/// <param name="NeverSeen">How many were not.</param>
/// <param name="Papers">Ten random papers as HTML.</param>
public sealed record SealPreview(
    string Questions,
    int Count,
    int PaperLength,
    int? MostPoints,
    ValueList<Overlap> Overlaps,
    ValueList<Exposed> Exposed,
    int NeverSeen,
    ValueList<string> Papers);

/// <param name="Round">The other round.</param>
/// <param name="Division">Its division, or null.</param>
/// <param name="Shared">How many questions it shares.</param>
/// <param name="Of">Out of how many it has.</param>
public sealed record Overlap(LocalText Round, LocalText? Division, int Shared, int Of);

/// <param name="Code">The question.</param>
/// <param name="Text">What it asks.</param>
/// <param name="Rounds">In how many rounds it was sealed.</param>
/// <param name="Attempts">How many attempts may be expected to have had it.</param>
public sealed record Exposed(string Code, LocalText Text, int Rounds, long Attempts);
