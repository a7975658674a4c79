namespace HoiThi.Formats.Banks;

/// <summary>How much a file may hold, so that a hostile one ends as a message and not as a server without memory.</summary>
/// <param name="Bytes">The most bytes of the file.</param>
/// <param name="Entries">The most files in a package.</param>
/// <param name="EntryBytes">The most bytes of one of them, unpacked.</param>
/// <param name="TotalBytes">The most bytes of all that is unpacked.</param>
/// <param name="Ratio">How many times larger than packed a file of more than 1 MB may be.</param>
/// <param name="Nodes">The most elements, attributes and texts of one XML file.</param>
/// <param name="Depth">How deep elements may be nested.</param>
/// <param name="TextBytes">The most bytes of a file that is plain text.</param>
/// <param name="Questions">The most questions.</param>
public sealed record BankLimits(
    int Bytes = 64 << 20,
    int Entries = 20_000,
    int EntryBytes = 64 << 20,
    long TotalBytes = 256L << 20,
    int Ratio = 300,
    int Nodes = 2_000_000,
    int Depth = 128,
    int TextBytes = 24 << 20,
    int Questions = 20_000)
{
    /// <summary>The limits of a server.</summary>
    public static BankLimits Default { get; } = new();
}
