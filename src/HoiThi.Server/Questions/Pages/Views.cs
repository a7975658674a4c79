using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;
using HoiThi.Formats.Banks.Lint;
using HoiThi.Server.Organisers;

namespace HoiThi.Server.Questions.Pages;

/// <summary>What an act came to.</summary>
/// <param name="Code">The act, or null.</param>
/// <param name="Count">To how many questions it was done.</param>
/// <param name="Own">How many were left because who acted had written them.</param>
public sealed record DoneView(string? Code, int Count, int Own);

public sealed record WriterName(Guid Id, string Name);

public sealed record BankView(
    ValueList<BankLine> Lines,
    BankQuery Query,
    ValueList<Topic> Topics,
    ValueList<string> Tags,
    ValueList<WriterName> Writers,
    IReadOnlyDictionary<QuestionState, int> States,
    int Found,
    int Pages,
    bool MayEdit,
    DoneView Done);

public sealed record BankLine(
    int Number, int Version, string Code, string Text, LocalText Topic, Difficulty Difficulty, ValueList<string> Tags, QuestionState State, string? Writer, DateTime Written, bool Newest);

/// <param name="Question">The version that is shown.</param>
/// <param name="Recorded">Whether the look was written into the audit log.</param>
/// <param name="Own">Whether the visitor wrote it, and somebody else could review it.</param>
public sealed record QuestionView(
    Question Question, LocalText Topic, BankLine Line, ValueList<VersionLine> Versions, bool Recorded, bool MayEdit, bool Own, DoneView Done);

public sealed record VersionLine(int Version, QuestionState State, bool Usable, Signed Written, Signed? Reviewed, Signed? Approved, ValueList<int> Rounds);

/// <param name="Name">Who, or null for the command line.</param>
/// <param name="Moment">When.</param>
public sealed record Signed(string? Name, DateTime Moment);

/// <param name="Number">The question that is edited; null for a new one.</param>
/// <param name="Images">The images that it has.</param>
/// <param name="NewVersion">Whether saving makes a new version, because this one was approved or used.</param>
public sealed record EditorView(int? Number, string Code, ValueList<Topic> Topics, ConsoleForm Form, ValueList<Image> Images, bool NewVersion);

public sealed record ImportsView(ValueList<ImportLine> Imports, ConsoleForm Form, DoneView Done);

public sealed record ImportLine(Guid Id, string File, string Person, DateTime Created, int Questions, DateTime? Ended, int? Taken);

/// <param name="Shown">open, all, same or left: which questions are listed.</param>
/// <param name="Columns">The columns of a sheet whose headings were not recognised, to be told apart; or none.</param>
public sealed record ImportView(
    Guid Id,
    string File,
    BankFormat? Format,
    ImportFigures Figures,
    string Shown,
    int Page,
    int Pages,
    ValueList<ImportItemView> Items,
    ValueList<BankProblem> Problems,
    ValueList<UnsupportedItem> Unsupported,
    ValueList<Candidate> Columns,
    IReadOnlyDictionary<string, string> Chosen,
    ValueList<Topic> Topics,
    ImportOptions Options,
    DateTime? Ended,
    int? Taken,
    DoneView Done);

/// <param name="Read">How many questions were read.</param>
/// <param name="Ready">How many can be taken.</param>
/// <param name="Open">How many ask or are wrong.</param>
/// <param name="Same">How many are in the bank, or stand in the file before.</param>
/// <param name="Taking">How many would be taken now.</param>
public sealed record ImportFigures(int Read, int Ready, int Open, int Same, int Taking);

/// <param name="Read">As it was read, with what was answered.</param>
/// <param name="Asked">The problems as they were read, so that an answer can be changed.</param>
public sealed record ImportItemView(int Ordinal, ReadQuestion Read, ValueList<BankProblem> Asked, ImportAnswers Answers, bool Ready, bool LeftOut, string? SameAs, LocalText Topic);

public sealed record LintView(ValueList<LintGroup> Groups, IReadOnlyDictionary<string, int> Numbers, int Questions, int Findings, bool MayEditDocuments);

public sealed record LintGroup(string Code, ValueList<LintFinding> Findings, int Count);

public sealed record DocumentsView(string Text, bool Own, ConsoleForm Form, string? Done);

public sealed record TopicsView(ValueList<TopicLine> Topics, ConsoleForm Form, bool MayEdit, DoneView Done);

public sealed record TopicLine(Topic Topic, IReadOnlyDictionary<(Difficulty Difficulty, QuestionState State), int> Counts)
{
    public int Of(Difficulty difficulty, QuestionState state) => Counts.GetValueOrDefault((difficulty, state));
}
