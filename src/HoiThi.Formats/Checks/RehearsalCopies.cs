using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A real contest cannot be taken for a copy to rehearse with, which is deleted.</summary>
internal static class RehearsalCopies
{
    public static void Check(Contest contest, Scope scope)
    {
        if (contest.Rehearsal is { } rehearsal && contest.Slug != RehearsalOf.SlugOf(rehearsal.Slug))
        {
            scope.Add(
                "rehearsal",
                $"a copy of '{rehearsal.Slug}' to rehearse with is called '{RehearsalOf.SlugOf(rehearsal.Slug)}', and this contest is not",
                "no 'rehearsal' in a real contest");
        }
    }
}
