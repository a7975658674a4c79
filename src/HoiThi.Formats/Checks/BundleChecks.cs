using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>The findings of each part of a bundle, to which the rules between the parts add theirs.</summary>
/// <param name="Contest">Of the definition.</param>
/// <param name="Units">Of the unit list.</param>
/// <param name="Banks">Of the question files, one a round.</param>
internal sealed record BundleFindings(Findings Contest, Findings Units, IReadOnlyList<Findings> Banks)
{
    public IEnumerable<Findings> All => [Contest, Units, .. Banks];
}

/// <summary>All rules between the files of a contest.</summary>
internal static class BundleChecks
{
    private static readonly Action<ContestBundle, BundleFindings>[] All =
    [
        UnitKinds.Check,
        QuestionCodes.Check,
        SameQuestions.Check,
        Blueprints.Check,
    ];

    public static void Check(ContestBundle bundle, BundleFindings findings)
    {
        foreach (var check in All)
        {
            check(bundle, findings);
        }
    }
}
