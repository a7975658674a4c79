using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks;

/// <summary>What a file of questions may leave unsaid, and what is then taken.</summary>
public sealed record BankOptions
{
    /// <summary>The defaults.</summary>
    public static BankOptions Default { get; } = new();

    /// <summary>How hard a question is that does not say so; a note tells how many these are.</summary>
    public Difficulty Difficulty { get; init; } = Difficulty.Medium;

    /// <summary>The topic of questions outside any topic.</summary>
    public Topic Topic { get; init; } = new("chung", new LocalText("Chung", "General"));

    /// <summary>What the codes of questions without one begin with; a number follows.</summary>
    public string CodePrefix { get; init; } = "C";

    /// <summary>The most words of an essay that names no limit.</summary>
    public int EssayWords { get; init; } = 500;

    /// <summary>What the columns of a table are, where their names do not say: <c>question=Nội dung</c> or <c>key=F</c>.</summary>
    public ValueList<ColumnChoice> Columns { get; init; } = [];

    /// <summary>How much a file may hold.</summary>
    public BankLimits Limits { get; init; } = BankLimits.Default;
}

/// <summary>Says what a column of a table is.</summary>
/// <param name="Role">What it holds, as in <c>question</c>, <c>a</c>, <c>key</c> (see <c>docs/question-banks.md</c>).</param>
/// <param name="Column">Its name in the header, or its letter.</param>
public sealed record ColumnChoice(string Role, string Column);
