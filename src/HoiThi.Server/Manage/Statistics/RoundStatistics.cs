using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Core.Statistics;

namespace HoiThi.Server.Manage.Statistics;

/// <summary>How a sealed set did, over all attempts that count.</summary>
/// <param name="Set">The set.</param>
/// <param name="Paper">The figures of its papers.</param>
/// <param name="Items">The figures of its questions, in the order of the set.</param>
/// <param name="Correct">How many attempts have 0, 1, 2, … right answers.</param>
/// <param name="Taken">When they were counted.</param>
public sealed record RoundStatistics(
    SealedSet Set, PaperStatistics Paper, ValueList<ItemStatistics> Items, ValueList<long> Correct, DateTimeOffset Taken)
{
    /// <summary>The questions with their figures: those whose key should be looked at first, the rest as the set has them.</summary>
    public IEnumerable<ItemLine> Lines => Set.Questions.Zip(Items, (question, item) => new ItemLine(question, item, item.CheckTheKey(question.Key)))
        .OrderBy(line => line.CheckTheKey ? 0 : 1)
        .ThenBy(line => line.CheckTheKey ? line.Item.DiscriminationIndex ?? 0 : 0);
}

/// <summary>A question with its figures.</summary>
/// <param name="Question">The question.</param>
/// <param name="Item">The figures.</param>
/// <param name="CheckTheKey">Whether its key should be looked at.</param>
public sealed record ItemLine(Question Question, ItemStatistics Item, bool CheckTheKey);
