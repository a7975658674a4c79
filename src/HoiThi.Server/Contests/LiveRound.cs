using HoiThi.Core;
using HoiThi.Core.Attempts;

namespace HoiThi.Server.Contests;

/// <summary>A round as the server runs it: its rules for each division.</summary>
/// <param name="Divisions">In the order of the contest; one where it has no divisions.</param>
public sealed record LiveRound(ValueList<RoundRules> Divisions)
{
    public short Contest => Divisions[0].Contest;

    public short Number => Divisions[0].Number;

    /// <summary>The version of the last correction of its keys; 0 where there is none.</summary>
    public int LastCorrection => Divisions[0].LastCorrection;

    /// <summary>Whether people mark something in it.</summary>
    public bool HasEssays { get; } = Divisions[0].Sets.Any(set => set.HasEssays);

    /// <summary>Whether anything is written in it: a number or a text.</summary>
    public bool HasWritten { get; } = Divisions[0].Sets.Any(set => set.HasWritten);

    /// <summary>Whether there are sealed questions for every division; without them nobody of it can start.</summary>
    public bool IsSealed { get; } = Divisions.All(rules => rules.LatestSet is not null);

    /// <summary>The most questions that a paper of it has.</summary>
    public int LongestPaper { get; } = Divisions[0].Sets.Select(set => set.PaperLength).DefaultIfEmpty(0).Max();

    /// <summary>Whether an act has to know what the contestant has in other rounds.</summary>
    public bool NeedsElsewhere { get; } = Divisions.Any(rules => rules.NeedsElsewhere);

    /// <summary>The rules for a contestant of a division.</summary>
    public RoundRules Of(short division) => Divisions[division < Divisions.Count ? division : 0];

    /// <summary>The rules that an attempt was begun under: those of the division whose questions it has.</summary>
    public RoundRules Of(Attempt attempt) =>
        Divisions.Count == 1 ? Divisions[0] : Of((short)Divisions[0].Set(attempt.SetVersion).Division);
}
