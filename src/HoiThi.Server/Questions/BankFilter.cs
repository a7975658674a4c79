using HoiThi.Core;
using HoiThi.Core.Questions;

namespace HoiThi.Server.Questions;

/// <summary>Which questions of a bank are meant.</summary>
/// <param name="Topics">Codes of topics; empty for all.</param>
/// <param name="Tags">Tags, of which a question has at least one; empty for whatever it has.</param>
public sealed record BankFilter(ValueList<string> Topics, ValueList<string> Tags)
{
    /// <summary>Every question.</summary>
    public static BankFilter All { get; } = new([], []);

    /// <summary>Codes of questions; empty for all.</summary>
    public ValueList<string> Codes { get; init; } = [];
}

/// <summary>How many questions of a bank there are.</summary>
/// <param name="Topic">The code of their topic.</param>
/// <param name="Difficulty">How hard they are.</param>
/// <param name="State">
/// Their state. Approved are those that <see cref="BankStore.ApprovedAsync"/> gives, also where a newer version is being
/// worked on, which then counts beside it by its own state.
/// </param>
/// <param name="Count">How many.</param>
public sealed record BankCount(string Topic, Difficulty Difficulty, QuestionState State, int Count);
