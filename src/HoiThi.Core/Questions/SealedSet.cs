using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HoiThi.Core.Contests;

namespace HoiThi.Core.Questions;

/// <summary>
/// The questions of a round as they were sealed, with everything a paper is made from: a sealed set never changes,
/// a correction makes a new version beside it, and a paper is a pure function of this and the attempt's id.
/// </summary>
public sealed class SealedSet
{
    private readonly int[][] pools;

    /// <summary>Seals <paramref name="questions"/>.</summary>
    /// <param name="version">1 for the first set of a round; a correction is the next.</param>
    /// <param name="topics">Names of the topics.</param>
    /// <param name="questions">At most 65,535 questions.</param>
    /// <param name="blueprint">What each paper draws.</param>
    /// <param name="paper">Order and points.</param>
    /// <exception cref="ArgumentException">
    /// There are too few questions for a line of the blueprint, a code stands twice, or a question has not 2–8 choices
    /// or no right one.
    /// </exception>
    public SealedSet(
        int version,
        ValueList<Topic> topics,
        ValueList<Question> questions,
        ValueList<BlueprintLine> blueprint,
        PaperRules paper)
    {
        Version = version;
        Topics = topics;
        Questions = questions;
        Point = paper.Point;
        ShuffleQuestions = paper.ShuffleQuestions;
        ShuffleChoices = paper.ShuffleChoices;

        // Lines that name a difficulty draw first, so that a line without one can take whatever they leave.
        Blueprint = [.. blueprint.Where(line => line.Difficulty is not null), .. blueprint.Where(line => line.Difficulty is null)];
        pools = [.. Blueprint.Select(line => PoolOf(line, questions))];
        PaperLength = Blueprint.Sum(line => line.Count);
        Hash = HashOf(this);
        RequireSound(questions);
        foreach (var topic in Blueprint.GroupBy(line => line.Topic, StringComparer.Ordinal))
        {
            RequireEnough(topic.Key, [.. topic]);
        }
    }

    /// <summary>The version, from 1.</summary>
    public int Version { get; }

    /// <summary>The topics of the questions.</summary>
    public ValueList<Topic> Topics { get; }

    /// <summary>The questions in the order of their file.</summary>
    public ValueList<Question> Questions { get; }

    /// <summary>The blueprint in the order in which papers draw by it.</summary>
    public ValueList<BlueprintLine> Blueprint { get; }

    /// <summary>How many questions a paper has.</summary>
    public int PaperLength { get; }

    /// <summary>Hundredths of a point for a right answer.</summary>
    public int Point { get; }

    /// <summary>Whether each paper has the questions in its own order.</summary>
    public bool ShuffleQuestions { get; }

    /// <summary>Whether each paper has the choices in its own order.</summary>
    public bool ShuffleChoices { get; }

    /// <summary>
    /// SHA-256 over everything above but the topics' names, which decide nothing; may be published before the round opens.
    /// </summary>
    public ReadOnlyMemory<byte> Hash { get; }

    /// <summary>Indices of the questions that line <paramref name="line"/> of the blueprint draws from.</summary>
    internal ReadOnlySpan<int> Pool(int line) => pools[line];

    private static int[] PoolOf(BlueprintLine line, ValueList<Question> questions) =>
        [.. Enumerable.Range(0, questions.Count).Where(index =>
            questions[index].Topic == line.Topic && (line.Difficulty is null || questions[index].Difficulty == line.Difficulty))];

    // What could never be marked right must not get into a paper, wherever the questions come from.
    private static void RequireSound(ValueList<Question> questions)
    {
        if (questions.Count > ushort.MaxValue)
        {
            throw new ArgumentException($"A set has at most 65,535 questions, not {questions.Count}.", nameof(questions));
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            if (question.Choices.Count is < 2 or > 8 || question.Key == 0 || !codes.Add(question.Code))
            {
                throw new ArgumentException(
                    $"Question {question.Code} stands twice, or has not 2–8 choices with a right one.",
                    nameof(questions));
            }
        }
    }

    private void RequireEnough(string topic, BlueprintLine[] lines)
    {
        foreach (var line in lines.Where(line => line.Difficulty is not null).GroupBy(line => line.Difficulty))
        {
            var available = Questions.Count(question => question.Topic == topic && question.Difficulty == line.Key);
            Require(line.Sum(each => each.Count), available, $"{topic}, {line.Key}");
        }

        Require(lines.Sum(line => line.Count), Questions.Count(q => q.Topic == topic), topic);
    }

    private static void Require(int wanted, int available, string what)
    {
        if (wanted > available)
        {
            throw new ArgumentException($"The blueprint draws {wanted} questions of {what}; the set has {available}.");
        }
    }

    private static byte[] HashOf(SealedSet set)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Number(set.Version);
        Number(set.Point);
        Number((set.ShuffleQuestions ? 1 : 0) + (set.ShuffleChoices ? 2 : 0));
        Number(set.Blueprint.Count);
        foreach (var line in set.Blueprint)
        {
            Text(line.Topic);
            Number(line.Difficulty is { } difficulty ? (int)difficulty : -1);
            Number(line.Count);
        }

        Number(set.Questions.Count);
        foreach (var question in set.Questions)
        {
            Text(question.Code);
            Text(question.Topic);
            Number((int)question.Difficulty);
            Text(question.Text.Vi);
            Text(question.Text.En);
            Text(question.Explanation?.Vi);
            Text(question.Explanation?.En);
            Text(question.Source);
            Number(question.KeepOrder ? 1 : 0);
            Number(question.Choices.Count);
            foreach (var choice in question.Choices)
            {
                Text(choice.Text.Vi);
                Text(choice.Text.En);
                Number(choice.Right ? 1 : 0);
            }
        }

        return hash.GetHashAndReset();

        void Number(int value)
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(bytes, value);
            hash.AppendData(bytes);
        }

        // The length goes first, so that no two different sets can give the same bytes.
        void Text(string? value)
        {
            Number(value is null ? -1 : Encoding.UTF8.GetByteCount(value));
            hash.AppendData(Encoding.UTF8.GetBytes(value ?? ""));
        }
    }
}
