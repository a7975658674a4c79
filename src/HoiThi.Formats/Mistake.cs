namespace HoiThi.Formats;

/// <summary>Something wrong in a file that a person wrote: where it is, what it is, and what was expected instead.</summary>
/// <param name="File">The file, relative to the contest's folder, or the name the caller gave to the text.</param>
/// <param name="Line">The line, counted from 1; that of the parent where a key is missing.</param>
/// <param name="Column">The column in characters, counted from 1.</param>
/// <param name="Path">
/// The value in the file, as in <c>rounds[0].windows[1].closes</c>, items counted from 0; empty for the whole file.
/// </param>
/// <param name="What">What is wrong, in English, without a full stop.</param>
/// <param name="Expected">What would have been right, in English, without a full stop.</param>
public sealed record Mistake(string File, int Line, int Column, string Path, string What, string Expected)
{
    /// <summary>As compilers print it, so that editors can jump there: <c>file:line: what; expected …</c>.</summary>
    public override string ToString() => $"{File}:{Line}: {What}; expected {Expected}";
}
