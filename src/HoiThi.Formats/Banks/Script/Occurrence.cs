namespace HoiThi.Formats.Banks.Script;

/// <summary>A place where a choice may begin.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Start">Where the label begins.</param>
/// <param name="End">Where the text begins.</param>
/// <param name="Letter">Which choice its label names, from 0.</param>
/// <param name="Upper">Whether the label is a capital; statements within a question often have small letters.</param>
/// <param name="Strong">Whether it begins a line or stands after a tab or several spaces.</param>
/// <param name="Star">Whether an asterisk marks it.</param>
internal sealed record Occurrence(int Line, int Start, int End, int Letter, bool Upper, bool Strong, bool Star);
