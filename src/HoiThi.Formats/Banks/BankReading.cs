using HoiThi.Core;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks;

/// <summary>What came of reading a file of questions. Nothing is guessed: what is not certain is asked by an open problem.</summary>
/// <param name="Format">What the file is, by its content; null where that is not known.</param>
/// <param name="Topics">The topics of the questions, in the order in which the file names them.</param>
/// <param name="Questions">The questions, in the order of the file.</param>
/// <param name="Problems">What concerns no single question.</param>
/// <param name="Unsupported">What the file asks in a way that has no place in a contest.</param>
/// <param name="Attachments">The images that questions refer to.</param>
public sealed record BankReading(
    BankFormat? Format,
    ValueList<Topic> Topics,
    ValueList<ReadQuestion> Questions,
    ValueList<BankProblem> Problems,
    ValueList<UnsupportedItem> Unsupported,
    ValueList<BankAttachment> Attachments)
{
    /// <summary>Whether all of the file could be taken as it is: there are questions, and nothing is open, wrong or left out.</summary>
    public bool Whole => Questions.Count > 0
        && Questions.All(question => question.Ready)
        && Problems.All(problem => problem.Kind == ProblemKind.Note)
        && Unsupported.Count == 0;

    /// <summary>The questions that can be taken as they are, with their topics.</summary>
    public QuestionBank Ready()
    {
        var questions = Questions.Where(read => read.Ready).Select(read => read.Question).ToValueList();
        var used = questions.Select(question => question.Topic).ToHashSet(StringComparer.Ordinal);
        return new([.. Topics.Where(topic => used.Contains(topic.Code))], questions);
    }

    internal static BankReading Refused(BankFormat? format, BankProblem problem) => new(format, [], [], [problem], [], []);
}

/// <summary>A question as it was found in a file.</summary>
/// <param name="Question">The question; where a problem is open or an error, it may lack choices, a key or a text.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Problems">What is to be said or asked about it.</param>
/// <param name="Images">The images that stand in it, in order.</param>
public sealed record ReadQuestion(Question Question, BankPlace Place, ValueList<BankProblem> Problems, ValueList<QuestionImage> Images)
{
    /// <summary>Whether it can be taken as it is: nothing is open or wrong.</summary>
    public bool Ready => Problems.All(problem => problem.Kind == ProblemKind.Note);
}

/// <summary>An image in a question.</summary>
/// <param name="Attachment">The name of its <see cref="BankAttachment"/>.</param>
/// <param name="Choice">The choice it stands in, from 0; null for the question's text.</param>
public sealed record QuestionImage(string Attachment, int? Choice);

/// <summary>An image of a file of questions.</summary>
/// <param name="Name">Its name, unique in the reading, without folders.</param>
/// <param name="MediaType">Its type by its first bytes, as in <c>image/png</c>.</param>
/// <param name="Bytes">Its content.</param>
public sealed record BankAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Bytes);

/// <summary>Something that a file asks and a contest cannot.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Type">The file's own word for it, as in <c>matching</c>.</param>
/// <param name="Text">The beginning of what it asks.</param>
/// <param name="Reason">Why it cannot be taken.</param>
public sealed record UnsupportedItem(BankPlace Place, string Type, string Text, Core.Contests.LocalText Reason);
