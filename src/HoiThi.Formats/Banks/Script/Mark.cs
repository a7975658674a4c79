namespace HoiThi.Formats.Banks.Script;

/// <summary>How letters look, as far as it may point out a key.</summary>
/// <param name="Bold">Whether they are bold.</param>
/// <param name="Underline">Whether they are underlined.</param>
/// <param name="Colour">Their colour as RRGGBB; empty for black or nearly.</param>
/// <param name="Highlight">The colour behind them; empty for none.</param>
internal readonly record struct Mark(bool Bold, bool Underline, string Colour, string Highlight)
{
    public static Mark None { get; } = new(false, false, "", "");
}
