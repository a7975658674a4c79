using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;

namespace HoiThi.Server.Questions;

/// <summary>What was said on the screen about a whole file.</summary>
/// <param name="Difficulty">How hard a question is that does not say so.</param>
/// <param name="Topic">The name of the topic of questions that name none; empty for the usual one.</param>
/// <param name="Columns">By role, the column of a sheet that has it.</param>
public sealed record ImportOptions(Difficulty Difficulty, string Topic, IReadOnlyDictionary<string, string> Columns)
{
    public static ImportOptions Default { get; } = new(BankOptions.Default.Difficulty, "", new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>How a file is read with them.</summary>
    internal BankOptions ToBank(BankLimits limits) => BankOptions.Default with
    {
        Difficulty = Difficulty,
        Topic = Topic.Length == 0 ? BankOptions.Default.Topic : new Topic(BankText.Slug(Topic), new LocalText(Topic)),
        Columns = [.. Columns.Select(column => new ColumnChoice(column.Key, column.Value))],
        Limits = limits,
    };
}

/// <summary>What was answered on the screen about one question.</summary>
/// <param name="Key">The letters of the right choices, or null.</param>
/// <param name="Words">By the index of a problem, the candidate that was chosen.</param>
/// <param name="Topic">The code of a topic of the bank instead of the file's; or null.</param>
/// <param name="Difficulty">The difficulty instead of the file's; or null.</param>
public sealed record ImportAnswers(string? Key, IReadOnlyDictionary<int, string> Words, string? Topic, Difficulty? Difficulty)
{
    public static ImportAnswers None { get; } = new(null, new Dictionary<int, string>(), null, null);

    /// <summary>The question as it is with these answers.</summary>
    internal ReadQuestion Apply(ReadQuestion read)
    {
        var settled = BankAnswers.Settle(read, Key, Words);
        return settled with { Question = settled.Question with { Topic = Topic ?? settled.Question.Topic, Difficulty = Difficulty ?? settled.Question.Difficulty } };
    }
}

/// <summary>What was read of a file, without its questions and images.</summary>
internal sealed record ImportHead(BankFormat? Format, ValueList<Topic> Topics, ValueList<BankProblem> Problems, ValueList<UnsupportedItem> Unsupported, int Questions);
