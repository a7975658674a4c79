using HoiThi.Core.Attempts;

namespace HoiThi.Server.Results.Closing;

/// <summary>
/// A page of contestants: their ids one after another, 16 bytes each, as <c>final_order</c> keeps them. A million are then
/// a thousand rows, written and read in a moment.
/// </summary>
internal static class IdPages
{
    /// <summary>How many ids a page has.</summary>
    public const int Size = 1_000;

    public const int IdSize = 16;

    /// <summary>The id at an index of a page.</summary>
    public static ContestantId At(ReadOnlySpan<byte> page, int index) => new(new Guid(page.Slice(index * IdSize, IdSize), bigEndian: true));
}
