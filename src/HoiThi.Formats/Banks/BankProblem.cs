using HoiThi.Core;
using HoiThi.Core.Contests;

namespace HoiThi.Formats.Banks;

/// <summary>How much a problem matters.</summary>
public enum ProblemKind
{
    /// <summary>Good to know; the question can be taken as it is.</summary>
    Note,

    /// <summary>Something can be read in several ways: a person must say which.</summary>
    Open,

    /// <summary>The question, or the file, cannot be taken before it is mended.</summary>
    Error,
}

/// <summary>Something to say or to ask about what was read.</summary>
/// <param name="Code">What it is, for programs; never changes, e.g. <c>no-key</c>.</param>
/// <param name="Kind">How much it matters.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Message">What to show, with a full stop.</param>
/// <param name="Candidates">The answers that an open problem may have; a person may always choose another.</param>
public sealed record BankProblem(string Code, ProblemKind Kind, BankPlace Place, LocalText Message, ValueList<Candidate> Candidates);

/// <summary>One way to settle an open problem.</summary>
/// <param name="Value">What it settles to: letters of the right choices as in <c>AC</c>, a column, or a word of the problem.</param>
/// <param name="Why">What speaks for it.</param>
public sealed record Candidate(string Value, LocalText Why);
