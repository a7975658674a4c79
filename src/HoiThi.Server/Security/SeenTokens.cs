using HoiThi.Core.Attempts;

namespace HoiThi.Server.Security;

/// <summary>
/// Tokens whose signature was right before: a contestant comes with the same cookie a dozen times in an attempt, and to
/// compare it costs a tenth of checking it. A table of fixed size without locks; who falls into another's place takes it.
/// </summary>
internal sealed class SeenTokens
{
    private readonly SignedToken?[] table = new SignedToken?[1 << 15];

    /// <summary>What a token says, if it has been checked lately.</summary>
    public SignedToken? Of(ReadOnlySpan<char> token) =>
        Volatile.Read(ref table[PlaceOf(token)]) is { } kept && token.SequenceEqual(kept.Text) ? kept : null;

    public void Keep(SignedToken token) => Volatile.Write(ref table[PlaceOf(token.Text)], token);

    private int PlaceOf(ReadOnlySpan<char> token) => string.GetHashCode(token, StringComparison.Ordinal) & (table.Length - 1);
}

/// <summary>A token with a right signature.</summary>
internal sealed record SignedToken(string Text, short Contest, ContestantId Contestant, DateTimeOffset Issued);
