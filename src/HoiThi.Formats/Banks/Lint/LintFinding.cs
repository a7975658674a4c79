using HoiThi.Core;
using HoiThi.Core.Contests;

namespace HoiThi.Formats.Banks.Lint;

/// <summary>Something in a bank that a careful reader would ask about; nothing of it keeps the bank from being used.</summary>
/// <param name="Code">What it is, for programs; never changes, e.g. <c>near-duplicate</c>.</param>
/// <param name="Questions">The codes of the questions it is about; empty for the whole bank.</param>
/// <param name="Message">What to show, with a full stop.</param>
public sealed record LintFinding(string Code, ValueList<string> Questions, LocalText Message);
