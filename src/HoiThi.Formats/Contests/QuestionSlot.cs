using HoiThi.Core.Contests;

namespace HoiThi.Formats.Contests;

/// <summary>A place of the definition that names a question file: a round, or what a round says of a division.</summary>
/// <param name="Round">The round's index, from 0.</param>
/// <param name="Division">The division's code, or null for the round itself.</param>
/// <param name="File">The question file.</param>
/// <param name="Path">The key that names it.</param>
public sealed record QuestionSlot(int Round, string? Division, string File, string Path)
{
    /// <summary>The rounds that have questions, in their order, then the divisions of rounds with questions of their own.</summary>
    public static IEnumerable<QuestionSlot> Of(Contest contest) =>
    [
        .. from round in contest.Rounds.Index()
           where round.Item.QuestionFile is not null
           select new QuestionSlot(round.Index, null, round.Item.QuestionFile!, $"rounds[{round.Index}].questions"),
        .. from round in contest.Rounds.Index()
           from own in round.Item.Divisions.Index()
           where own.Item.QuestionFile is not null
           let path = $"rounds[{round.Index}].divisions[{own.Index}].questions"
           select new QuestionSlot(round.Index, own.Item.Division, own.Item.QuestionFile!, path),
    ];

    /// <summary>
    /// The index of the slot whose questions a division (index from 0) gets in a round (index from 0); −1 where it has none yet.
    /// </summary>
    public static int IndexOf(Contest contest, int round, int division)
    {
        var code = division < contest.Divisions.Count ? contest.Divisions[division].Code : null;
        var slots = Of(contest).ToList();
        var own = code is null ? -1 : slots.FindIndex(slot => slot.Round == round && slot.Division == code);
        return own >= 0 ? own : slots.FindIndex(slot => slot.Round == round && slot.Division is null);
    }
}
