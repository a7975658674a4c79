using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>
/// A file is one thing: a question file that were also a document would publish the key. Rounds and divisions can share a
/// question file.
/// </summary>
internal static class FileRoles
{
    public static void Check(Contest contest, Scope scope)
    {
        List<(string File, string Path)> own =
        [
            (ContestYaml.FileName, ""),
            (contest.Units.File, "units.file"),
            .. contest.Lists.Select((list, index) => (list.File, $"lists[{index}].file")),
            .. QuestionSlot.Of(contest).DistinctBy(slot => slot.File, StringComparer.Ordinal).Select(slot => (slot.File, slot.Path)),
        ];
        Unique.Check(scope, own, "file");
        var taken = own.Select(file => file.File).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (file, path) in Published(contest).Where(file => taken.Contains(file.File)))
        {
            scope.Add(
                path,
                $"'{file}' would be published",
                "a file that is not contest.yaml, the unit list, a list of people or a question file");
        }
    }

    /// <summary>The files that visitors can read, with the paths where they are named.</summary>
    public static IEnumerable<(string File, string Path)> Published(Contest contest) =>
    [
        .. contest.Pages.Select((page, index) => (page.File, $"pages[{index}].file")),
        .. contest.Documents.Select((document, index) => (document.File, $"documents[{index}].file")),
        .. contest.Banner is { } banner ? [(banner, "banner")] : Array.Empty<(string, string)>(),
    ];
}
