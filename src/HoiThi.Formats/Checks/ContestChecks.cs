using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>All rules across the keys of one contest's definition.</summary>
internal static class ContestChecks
{
    private static readonly Action<Contest, Findings>[] All =
    [
        TimeZoneExists.Check,
        UnitClasses.Check,
        Targets.Check,
        RegistrationForm.Check,
        FieldOptions.Check,
        IdentityField.Check,
        RankingChains.Check,
        RoundNumbers.Check,
        Windows.Check,
        PublicNames.Check,
        NewsOrder.Check,
        FileRoles.Check,
    ];

    public static void Check(Contest contest, Findings findings)
    {
        foreach (var check in All)
        {
            check(contest, findings);
        }
    }
}
