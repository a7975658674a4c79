using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>What stands in addresses leads to one thing.</summary>
internal static class PublicNames
{
    public static void Check(Contest contest, Findings findings)
    {
        Unique.Check(findings, contest.Entrances.Select(entrance => entrance.Code), index => $"entrances[{index}].code", "entrance");
        Unique.Check(findings, contest.Pages.Select(page => page.Slug), index => $"pages[{index}].slug", "page");
    }
}
