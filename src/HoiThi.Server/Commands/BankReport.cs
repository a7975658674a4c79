using HoiThi.Formats.Banks;

namespace HoiThi.Server.Commands;

/// <summary>A reading of a file of questions as JSON for programs and as lines for people.</summary>
internal static class BankReport
{
    public static object Of(BankReading reading) => new
    {
        Valid = reading.Whole,
        Format = reading.Format?.ToString(),
        reading.Topics,
        Questions = reading.Questions.Select(read => new
        {
            read.Question.Code,
            read.Question.Topic,
            Difficulty = read.Question.Difficulty.ToString(),
            read.Question.Text,
            Choices = read.Question.Choices.Select((choice, index) => new { Label = Label(index), choice.Text, choice.Right }),
            Key = Key(read),
            read.Question.Number,
            read.Question.Essay,
            read.Question.Explanation,
            read.Question.Source,
            read.Question.KeepOrder,
            Point = read.Question.Point / 100m,
            Place = PlaceOf(read.Place),
            read.Ready,
            Problems = read.Problems.Select(ProblemOf),
            read.Images,
        }),
        Problems = reading.Problems.Select(ProblemOf),
        Unsupported = reading.Unsupported.Select(item => new { Place = PlaceOf(item.Place), item.Type, item.Text, item.Reason }),
        Attachments = reading.Attachments.Select(attachment => new { attachment.Name, attachment.MediaType, Bytes = attachment.Bytes.Length }),
    };

    public static IEnumerable<string> Lines(BankReading reading)
    {
        foreach (var read in reading.Questions)
        {
            yield return $"{read.Question.Code} ({read.Place}) {OneLine(read.Question.Text.Vi)}";
            foreach (var (index, choice) in read.Question.Choices.Index())
            {
                yield return $"  {(choice.Right ? '*' : ' ')} {Label(index)}. {OneLine(choice.Text.Vi)}";
            }

            if (read.Question.Number is { } number)
            {
                yield return $"  = {number.Value} ± {number.Tolerance}";
            }

            foreach (var problem in read.Problems)
            {
                yield return $"  {Line(problem)}";
            }
        }

        foreach (var line in FileProblems(reading))
        {
            yield return line;
        }

        yield return $"{reading.Format?.ToString() ?? "Unknown"}: {reading.Questions.Count} questions, {reading.Questions.Count(read => read.Ready)} ready, {reading.Unsupported.Count} not supported.";
    }

    /// <summary>Everything that keeps the whole file from being taken.</summary>
    public static IEnumerable<string> Problems(BankReading reading) => reading.Questions
        .SelectMany(read => read.Problems.Where(problem => problem.Kind != ProblemKind.Note).Select(problem => $"{read.Question.Code}: {Line(problem)}"))
        .Concat(FileProblems(reading));

    private static IEnumerable<string> FileProblems(BankReading reading) => reading.Problems.Select(Line)
        .Concat(reading.Unsupported.Select(item => $"left out ({item.Place}) {item.Type}: {item.Reason.En} {item.Text}"));

    private static string Line(BankProblem problem)
    {
        var candidates = problem.Candidates.Count == 0 ? "" : $" [{string.Join(" | ", problem.Candidates.Select(candidate => candidate.Value))}]";
        return $"{(problem.Kind == ProblemKind.Open ? "asked" : problem.Kind == ProblemKind.Error ? "wrong" : "note")} ({problem.Place}) {problem.Code}: {problem.Message.En}{candidates}";
    }

    private static object ProblemOf(BankProblem problem) => new
    {
        problem.Code,
        Kind = problem.Kind.ToString(),
        Place = PlaceOf(problem.Place),
        problem.Message,
        problem.Candidates,
    };

    private static object PlaceOf(BankPlace place) => new { Kind = place.Kind.ToString(), place.Number, place.Part, Words = place.InWords() };

    private static string? Key(ReadQuestion read) => read.Question.Key == 0
        ? null
        : string.Concat(read.Question.Choices.Index().Where(choice => choice.Item.Right).Select(choice => Label(choice.Index)));

    private static string Label(int index) => ((char)('A' + index)).ToString();

    private static string OneLine(string text) => text.Replace('\n', ' ');
}
