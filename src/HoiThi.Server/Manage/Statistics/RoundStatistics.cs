using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Core.Statistics;

namespace HoiThi.Server.Manage.Statistics;

/// <summary>How a sealed set did, over all attempts that count.</summary>
/// <param name="Set">What it is marked by: the set as it was sealed, or the correction in force.</param>
/// <param name="Paper">The figures of its papers.</param>
/// <param name="Items">The figures of its questions, in the order of the set.</param>
/// <param name="Correct">How many attempts have 0, 1, 2, … right answers.</param>
/// <param name="Taken">When they were counted.</param>
public sealed record RoundStatistics(
    SealedSet Set, PaperStatistics Paper, ValueList<ItemStatistics> Items, ValueList<long> Correct, DateTimeOffset Taken)
{
    /// <summary>The questions with their figures: those whose key should be looked at first, the rest as the set has them.</summary>
    public IEnumerable<ItemLine> Lines => Enumerable.Range(0, Items.Count).Select(Line)
        .OrderBy(line => line.CheckTheKey ? 0 : 1)
        .ThenBy(line => line.CheckTheKey ? line.Item.DiscriminationIndex ?? 0 : 0);

    /// <summary>A question with its figures. Whose key was ruled on is not asked to be looked at again: it was.</summary>
    /// <param name="index">Which question of the set.</param>
    public ItemLine Line(int index) => new(
        Set.Questions[index], Items[index], Set.RulingOn(index) is null && Items[index].CheckTheKey(Set.Questions[index].Key))
    {
        Key = Set.KeyOf(index),
        Ruling = Set.RulingOn(index),
    };
}

/// <summary>A question with its figures.</summary>
/// <param name="Question">The question.</param>
/// <param name="Item">The figures.</param>
/// <param name="CheckTheKey">Whether its key should be looked at.</param>
public sealed record ItemLine(Question Question, ItemStatistics Item, bool CheckTheKey)
{
    /// <summary>The choices that are right by now, as a mask.</summary>
    public byte Key { get; init; } = Question.Key;

    /// <summary>What was decided about its key since it was sealed, or null.</summary>
    public KeyRuling? Ruling { get; init; }

    /// <summary>Whether a choice is right by now.</summary>
    public bool IsRight(int choice) => (Key & (1 << choice)) != 0;
}
