namespace HoiThi.Core.Questions;

/// <summary>What was decided about a question after its set was sealed (sửa đáp án).</summary>
/// <param name="Question">Its code.</param>
public abstract record KeyRuling(string Question);

/// <summary>Other choices are right than those that were sealed.</summary>
/// <param name="Question">Its code.</param>
/// <param name="Keys">
/// Masks of the question's own choices, at least one; to tick any of them is right. Where one choice can be ticked, each has one.
/// </param>
public sealed record OtherKeys(string Question, ValueList<byte> Keys) : KeyRuling(Question);

/// <summary>Another number is right, or it may be further off.</summary>
/// <param name="Question">Its code.</param>
/// <param name="Number">The number.</param>
public sealed record OtherNumber(string Question, NumberAnswer Number) : KeyRuling(Question);

/// <summary>Everybody whose paper has the question gets its points, who left it empty too.</summary>
/// <param name="Question">Its code.</param>
public sealed record PointsForAll(string Question) : KeyRuling(Question);

/// <summary>The question counts for nobody: it gives and costs nothing, and a paper is worth as much less.</summary>
/// <param name="Question">Its code.</param>
public sealed record Withdrawn(string Question) : KeyRuling(Question);
