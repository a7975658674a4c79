using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks.Qti;

/// <summary>What a package says of an item outside the item's file.</summary>
/// <param name="Topic">The title of its section in the test; empty for none.</param>
/// <param name="TopicCode">The section's identifier, where it can be a code.</param>
/// <param name="Difficulty">What the manifest's metadata say; null for nothing.</param>
internal sealed record QtiContext(string Topic, string? TopicCode, Difficulty? Difficulty)
{
    public static QtiContext None { get; } = new("", null, null);
}
