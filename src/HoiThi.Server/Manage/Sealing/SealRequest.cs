using System.Text.Json;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Server.Questions;

namespace HoiThi.Server.Manage.Sealing;

/// <summary>What is to be sealed, as a proposal and the audit log keep it: from where in the bank, by which blueprint. No question is in it.</summary>
/// <param name="Round">The round's number.</param>
/// <param name="Division">The division whose own the set is, or null.</param>
/// <param name="Topics">The topics it is taken from; empty for all.</param>
/// <param name="Tags">The tags it is taken from; empty for all.</param>
/// <param name="Unused">Whether questions of other rounds are left out.</param>
/// <param name="Blueprint">What a paper draws; empty: every question.</param>
/// <param name="Questions">SHA-256 of the question file: who approves seals what was proposed, or nothing.</param>
internal sealed record SealRequest(
    int Round, string? Division, string[] Topics, string[] Tags, bool Unused, SealLine[] Blueprint, string? Questions = null)
{
    public SealPlace Place => new(Round, Division);

    public BankFilter Filter => new(Topics.ToValueList(), Tags.ToValueList());

    public ValueList<BlueprintLine> Lines => Blueprint.Select(line => line.ToLine()).ToValueList();

    public static SealRequest Of(string payload) => JsonSerializer.Deserialize<SealRequest>(payload)!;
}

/// <summary>A line of a blueprint in words.</summary>
internal sealed record SealLine(string Topic, string? Difficulty, int Count, int? Point)
{
    public BlueprintLine ToLine() => new(Topic, Difficulty is null ? null : Enum.Parse<Difficulty>(Difficulty), Count, Point);

    public static SealLine Of(BlueprintLine line) => new(line.Topic, line.Difficulty?.ToString(), line.Count, line.Point);
}
