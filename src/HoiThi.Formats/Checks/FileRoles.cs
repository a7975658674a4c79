using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>
/// A file is one thing: a question file that were also a document would publish the key, and two rounds with one file
/// would have the same questions.
/// </summary>
internal static class FileRoles
{
    public static void Check(Contest contest, Scope scope)
    {
        List<(string File, string Path)> own =
        [
            (ContestYaml.FileName, ""),
            (contest.Units.File, "units.file"),
            .. contest.Rounds.Select((round, index) => (round.QuestionFile, $"rounds[{index}].questions")),
        ];
        Unique.Check(scope, own, "file");
        var taken = own.Select(file => file.File).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (file, path) in Published(contest).Where(file => taken.Contains(file.File)))
        {
            scope.Add(path, $"'{file}' would be published", "a file that is not contest.yaml, the unit list or a question file");
        }
    }

    /// <summary>The files that visitors can read, with the paths where they are named.</summary>
    public static IEnumerable<(string File, string Path)> Published(Contest contest) =>
    [
        .. contest.Pages.Select((page, index) => (page.File, $"pages[{index}].file")),
        .. contest.Documents.Select((document, index) => (document.File, $"documents[{index}].file")),
    ];
}
