using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Size bands stand smallest first: a band ends where the next begins.</summary>
internal static class SizeBands
{
    public static void Check(IReadOnlyList<(int Index, SizeBand Item)> sizes, Scope scope)
    {
        foreach (var ((_, below), (index, size)) in sizes.Zip(sizes.Skip(1)))
        {
            if (size.From <= below.From)
            {
                scope.Add(
                    $"[{index}].from",
                    $"the size band '{size.Code}' does not begin above '{below.Code}'",
                    $"more than {below.From}, smallest first");
            }
        }
    }
}
