using System.Globalization;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks.Files;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Banks;

/// <summary>Gathers what a reader finds; every format's questions are checked and finished in one way here.</summary>
internal sealed class BankBuilder(BankFormat format, BankOptions options, CancellationToken cancel)
{
    private const int LongestText = 5000;
    private const int LongestSource = 1000;

    private readonly List<Draft> drafts = [];
    private readonly List<BankProblem> problems = [];
    private readonly List<UnsupportedItem> unsupported = [];
    private readonly AttachmentList attachments = new();

    public BankOptions Options => options;

    public CancellationToken Cancel => cancel;

    public TopicList Topics { get; } = new(options.Topic);

    public IReadOnlyList<Draft> Drafts => drafts;

    public void Add(Draft draft)
    {
        cancel.ThrowIfCancellationRequested();
        if (drafts.Count >= options.Limits.Questions)
        {
            throw new RefusedException(BankProblems.TooManyQuestions(options.Limits.Questions));
        }

        drafts.Add(draft);
    }

    public void Add(BankProblem problem) => problems.Add(problem);

    /// <summary>Lists something that cannot be taken.</summary>
    public void Leave(BankPlace place, string type, string text, string vi, string en) =>
        unsupported.Add(new UnsupportedItem(place, type, BankText.Beginning(text), new LocalText(vi, en)));

    /// <summary>Keeps an image; the name under which it is kept, or null where it is none.</summary>
    public string? Attach(string name, byte[] bytes) => attachments.Add(name, bytes);

    public BankReading Build()
    {
        var codes = drafts.Select(draft => draft.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var questions = new List<ReadQuestion>();
        foreach (var draft in drafts)
        {
            cancel.ThrowIfCancellationRequested();
            if (draft.Choices.Count > Letters.Most)
            {
                Leave(draft.Place, "choices", draft.Text, $"Có {draft.Choices.Count} phương án; nhiều nhất là 8.", $"It has {draft.Choices.Count} choices; 8 are the most.");
                continue;
            }

            var code = CodeOf(draft, questions.Count + 1, codes, taken);
            questions.Add(Finish(draft, code));
        }

        if (questions.Count == 0 && unsupported.Count == 0 && problems.TrueForAll(problem => problem.Kind == ProblemKind.Note))
        {
            problems.Add(BankProblems.NoQuestions());
        }

        NoteDifficulty();
        return new(format, Topics.All.ToValueList(), questions.ToValueList(), problems.ToValueList(), unsupported.ToValueList(), attachments.All.ToValueList());
    }

    private static LocalText Text(string vi, string? en)
    {
        var english = en is null ? "" : BankText.Clean(en);
        return new(BankText.Clean(vi), english.Length == 0 ? null : english);
    }

    private void NoteDifficulty()
    {
        var unsaid = drafts.Count(draft => draft.Difficulty is null);
        if (unsaid > 0)
        {
            var (vi, en) = DifficultyWords.Of(options.Difficulty);
            problems.Add(BankProblems.DefaultDifficulty(unsaid, vi, en));
        }
    }

    private string CodeOf(Draft draft, int position, HashSet<string> named, HashSet<string> taken)
    {
        if (draft.Code is { } code && Of.Mark.Matches(code) && taken.Add(code))
        {
            return code;
        }

        var number = draft.Number ?? position;
        string free;
        do
        {
            free = options.CodePrefix + number.ToString("000", CultureInfo.InvariantCulture);
            number = Math.Max(number + 1, position);
        }
        while (named.Contains(free) || !taken.Add(free));

        if (draft.Code is { } twice && taken.Contains(twice))
        {
            draft.Problems.Add(QuestionProblems.CodeTwice(draft.Place, twice, free));
        }

        return free;
    }

    private ReadQuestion Finish(Draft draft, string code)
    {
        var explanation = draft.Explanation is { } why && BankText.Clean(why).Length > 0 ? Text(why, draft.ExplanationEnglish) : null;
        var question = new Question(
            code,
            draft.TopicCode ?? Topics.CodeOf(draft.Topic),
            draft.Difficulty ?? options.Difficulty,
            Text(draft.Text, draft.English),
            [.. draft.Choices.Select(choice => new Choice(Text(choice.Text, choice.English), choice.Right))],
            explanation,
            draft.Source is { } source && BankText.Clean(source) is { Length: > 0 } clean ? clean : null,
            draft.KeepOrder,
            draft.Answer,
            draft.Words is { } words ? new EssayAnswer(words == 0 ? options.EssayWords : Math.Clamp(words, 1, 2000)) : null,
            draft.Point);
        if (draft.Images.Count > 0)
        {
            draft.Problems.Add(QuestionProblems.ImageKept(draft.Place, draft.Images.Count));
        }

        Check(question, draft);
        return new(question, draft.Place, draft.Problems.ToValueList(), draft.Images.ToValueList());
    }

    private static void Check(Question question, Draft draft)
    {
        if (question.Text.Vi.Length == 0)
        {
            draft.Problems.Add(QuestionProblems.NoText(draft.Place));
        }

        if (TextsOf(question).Any(text => text.Length > LongestText) || question.Source?.Length > LongestSource)
        {
            draft.Problems.Add(QuestionProblems.TooLong(draft.Place));
        }

        // Only a text may be asked for and not marked (rule C11).
        if (question is { Point: 0, Essay: null })
        {
            draft.Problems.Add(QuestionProblems.Bad(draft.Place, "no-point", "Câu được 0 điểm; chỉ câu tự luận mới có thể không chấm điểm.", "The question gives 0 points; only an essay may be left unmarked."));
        }

        if (question.Number is null && question.Essay is null)
        {
            CheckChoices(question, draft);
        }
    }

    private static void CheckChoices(Question question, Draft draft)
    {
        var count = question.Choices.Count;
        if (count < 2)
        {
            draft.Problems.Add(count == 0 ? QuestionProblems.NoChoices(draft.Place) : QuestionProblems.OneChoice(draft.Place));
            return;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < count; index++)
        {
            var text = SameText.Of(question.Choices[index].Text);
            if (text.Length == 0)
            {
                draft.Problems.Add(QuestionProblems.EmptyChoice(draft.Place, index));
            }
            else if (!seen.TryAdd(text, index))
            {
                draft.Problems.Add(QuestionProblems.SameChoice(draft.Place, seen[text], index));
            }
        }

        if (question.Key == 0 && !draft.Problems.Exists(problem => QuestionProblems.AskForKey.Contains(problem.Code)))
        {
            draft.Problems.Add(QuestionProblems.NoKey(draft.Place, count));
        }
    }

    private static IEnumerable<string> TextsOf(Question question) => question.Choices
        .Select(choice => choice.Text)
        .Append(question.Text)
        .Concat(question.Explanation is null ? [] : [question.Explanation])
        .SelectMany(text => text.En is null ? [text.Vi] : new[] { text.Vi, text.En });
}
