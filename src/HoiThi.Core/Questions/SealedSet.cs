using HoiThi.Core.Contests;

namespace HoiThi.Core.Questions;

/// <summary>
/// The questions of a round as they were sealed, with everything a paper is made from: a sealed set never changes,
/// a correction makes a new version beside it, and a paper is a pure function of this and the attempt's id.
/// </summary>
public sealed class SealedSet
{
    private readonly int[][] pools;
    private readonly int[] points;
    private readonly KeyRuling?[]? rulingOf;

    /// <summary>Seals <paramref name="questions"/>.</summary>
    /// <param name="version">1 for the first set of a round; a correction, or the set of another division, is the next.</param>
    /// <param name="topics">Names of the topics.</param>
    /// <param name="questions">At most 65,535 questions.</param>
    /// <param name="blueprint">What each paper draws; empty: every question.</param>
    /// <param name="paper">Order, points and marking.</param>
    /// <param name="division">The index of the division whose papers are drawn from it; 0 where there are none.</param>
    /// <exception cref="ArgumentException">
    /// There are too few questions for a line of the blueprint, a paper would have none or more than 100, a code stands
    /// twice, or a question is not one of: 2–8 choices with a right one, a number, an essay.
    /// </exception>
    public SealedSet(
        int version,
        ValueList<Topic> topics,
        ValueList<Question> questions,
        ValueList<BlueprintLine> blueprint,
        PaperRules paper,
        int division = 0)
    {
        Version = version;
        Division = division;
        Topics = topics;
        Questions = questions;
        Point = paper.Point;
        ShuffleQuestions = paper.ShuffleQuestions;
        ShuffleChoices = paper.ShuffleChoices;
        WrongPoint = paper.WrongPoint;
        Partial = paper.Partial;
        BelowZero = paper.BelowZero;

        // Lines that name a difficulty draw first, so that a line without one can take whatever they leave.
        Blueprint = [.. blueprint.Where(line => line.Difficulty is not null), .. blueprint.Where(line => line.Difficulty is null)];
        pools = [.. Blueprint.Select(line => PoolOf(line, questions))];
        points = [.. questions.Select(question => question.Point ?? paper.Point)];
        PaperLength = Blueprint.Count == 0 ? questions.Count : Blueprint.Sum(line => line.Count);
        HasWritten = questions.Any(question => question.Choices.Count == 0);
        HasUnmarked = questions.Any(KeyRulings.IsUnmarked);
        HasEssays = questions.Any(question => question.Essay is not null);
        HasLinePoints = Blueprint.Any(line => line.Point is not null);
        Seed = Hash = SealedSetHash.Of(this);
        RequireSound(questions);
        if (PaperLength is < 1 or > LongestPaper)
        {
            throw new ArgumentException($"A paper has 1–{LongestPaper} questions, not {PaperLength}.", nameof(blueprint));
        }

        foreach (var topic in Blueprint.GroupBy(line => line.Topic, StringComparer.Ordinal))
        {
            RequireEnough(topic.Key, [.. topic]);
        }
    }

    private SealedSet(SealedSet sealedSet, int version, ValueList<KeyRuling> rulings)
    {
        Version = version;
        Corrects = sealedSet.Version;
        Rulings = rulings;
        rulingOf = KeyRulings.Place(sealedSet, rulings);
        Division = sealedSet.Division;
        Topics = sealedSet.Topics;
        Questions = sealedSet.Questions;
        Point = sealedSet.Point;
        ShuffleQuestions = sealedSet.ShuffleQuestions;
        ShuffleChoices = sealedSet.ShuffleChoices;
        WrongPoint = sealedSet.WrongPoint;
        Partial = sealedSet.Partial;
        BelowZero = sealedSet.BelowZero;
        Blueprint = sealedSet.Blueprint;
        pools = sealedSet.pools;
        points = [.. sealedSet.points.Select((point, question) => rulingOf[question] is Withdrawn ? 0 : point)];
        PaperLength = sealedSet.PaperLength;
        HasWritten = sealedSet.HasWritten;
        HasUnmarked = sealedSet.HasUnmarked || rulings.Any(ruling => ruling is Withdrawn);
        HasEssays = sealedSet.HasEssays;
        HasLinePoints = sealedSet.HasLinePoints;
        Seed = sealedSet.Hash;
        Hash = SealedSetHash.Of(this);
    }

    /// <summary>The most questions of one paper.</summary>
    public const int LongestPaper = 100;

    /// <summary>The version, from 1; unique in the round over all divisions, so that it alone tells an attempt's set.</summary>
    public int Version { get; }

    /// <summary>The index of the division whose new attempts draw from it, from 0. It decides no mark and is not in the hash.</summary>
    public int Division { get; }

    /// <summary>The version that it corrects; null for a set as it was sealed.</summary>
    public int? Corrects { get; }

    /// <summary>What was decided about its keys, for a correction; else empty.</summary>
    public ValueList<KeyRuling> Rulings { get; } = [];

    /// <summary>The topics of the questions.</summary>
    public ValueList<Topic> Topics { get; }

    /// <summary>The questions in the order of their file.</summary>
    public ValueList<Question> Questions { get; }

    /// <summary>The blueprint in the order in which papers draw by it.</summary>
    public ValueList<BlueprintLine> Blueprint { get; }

    /// <summary>How many questions a paper has.</summary>
    public int PaperLength { get; }

    /// <summary>Hundredths of a point for a right answer where neither the question nor the blueprint says another.</summary>
    public int Point { get; }

    /// <summary>Hundredths of a point taken off for a wrong answer.</summary>
    public int WrongPoint { get; }

    /// <summary>What a question with several right choices gives when they are ticked in part.</summary>
    public PartialMarking Partial { get; }

    /// <summary>Whether the score of an attempt may be less than 0.</summary>
    public bool BelowZero { get; }

    /// <summary>Whether any question asks for a number or a text.</summary>
    public bool HasWritten { get; }

    /// <summary>Whether any question is marked by people.</summary>
    public bool HasEssays { get; }

    /// <summary>Whether any question is not marked: it asks for a text that gives no points, or was withdrawn.</summary>
    public bool HasUnmarked { get; }

    /// <summary>Whether the blueprint says points.</summary>
    internal bool HasLinePoints { get; }

    /// <summary>Whether each paper has the questions in its own order.</summary>
    public bool ShuffleQuestions { get; }

    /// <summary>Whether each paper has the choices in its own order.</summary>
    public bool ShuffleChoices { get; }

    /// <summary>
    /// SHA-256 over everything above but the topics' names, which decide nothing; may be published before the round opens.
    /// </summary>
    public ReadOnlyMemory<byte> Hash { get; }

    /// <summary>What papers are drawn from: the own hash, for a correction that of the set it corrects.</summary>
    public ReadOnlyMemory<byte> Seed { get; }

    /// <summary>
    /// The set with keys corrected: it draws the very papers of this one and marks them by the rulings. It stands beside this
    /// one, which attempts and their receipts go on naming. All rulings are given anew each time; with none, marks are as sealed.
    /// </summary>
    /// <param name="version">The version of the correction, after that of this set.</param>
    /// <param name="rulings">At most one for each question.</param>
    /// <exception cref="ArgumentException">
    /// This is a correction itself, the version is not a later one, a ruling does not fit its question, or a paper could be worth nothing.
    /// </exception>
    public SealedSet Corrected(int version, ValueList<KeyRuling> rulings) => Corrects is null && version > Version
        ? new SealedSet(this, version, rulings)
        : throw new ArgumentException($"Version {version} cannot correct version {Version}: what was sealed is corrected, by a later version.", nameof(version));

    /// <summary>The ruling on question <paramref name="question"/>, or null.</summary>
    public KeyRuling? RulingOn(int question) => rulingOf?[question];

    /// <summary>
    /// The choices of question <paramref name="question"/> to show as right: its key, or all choices that a ruling takes as right.
    /// </summary>
    public byte KeyOf(int question) =>
        RulingOn(question) is OtherKeys other ? other.Keys.Aggregate((all, key) => (byte)(all | key)) : Questions[question].Key;

    /// <summary>The number that is right for question <paramref name="question"/>, by the ruling where there is one; null where none is asked.</summary>
    public NumberAnswer? NumberOf(int question) => RulingOn(question) is OtherNumber other ? other.Number : Questions[question].Number;

    /// <summary>Whether question <paramref name="question"/> is left out of the marking.</summary>
    internal bool IsUnmarked(int question) => RulingOn(question) is Withdrawn || KeyRulings.IsUnmarked(Questions[question]);

    /// <summary>Indices of the questions that line <paramref name="line"/> of the blueprint draws from.</summary>
    internal ReadOnlySpan<int> Pool(int line) => pools[line];

    /// <summary>Hundredths of a point for question <paramref name="question"/> where no line of the blueprint drew it.</summary>
    internal int PointOf(int question) => points[question];

    /// <summary>Hundredths of a point for question <paramref name="question"/>, drawn by line <paramref name="line"/>.</summary>
    internal int PointOf(int question, int line) =>
        RulingOn(question) is Withdrawn ? 0 : Questions[question].Point ?? Blueprint[line].Point ?? Point;

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
            if (!IsSound(question) || !codes.Add(question.Code))
            {
                throw new ArgumentException(
                    $"Question {question.Code} stands twice, or is not one of: 2–8 choices with a right one, a number, an essay.",
                    nameof(questions));
            }
        }
    }

    private static bool IsSound(Question question) => (question.Choices.Count, question.Number, question.Essay) switch
    {
        ( >= 2 and <= 8, null, null) => question.Key != 0,
        (0, { Tolerance: >= 0 }, null) => true,
        (0, null, { Words: >= 1 }) => true,
        _ => false,
    };

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
}
