using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Core.Units;
using HoiThi.Formats.Checks;
using HoiThi.Formats.People;
using HoiThi.Formats.Units;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Contests;

/// <summary>A contest as a folder: <c>contest.yaml</c> and the files it names (see <c>docs/contest-file.md</c>).</summary>
public static class ContestFolder
{
    /// <summary>
    /// Reads a folder and reports every mistake in all of its files. Rules between fields are checked once the fields
    /// themselves are right; comments are not kept.
    /// </summary>
    /// <param name="directory">The folder. Nothing outside of it is read.</param>
    /// <exception cref="IOException">A file cannot be read for another reason than that it is not there.</exception>
    public static Reading<ContestBundle> Read(string directory)
    {
        var files = new FolderFiles(directory);
        var folder = new Findings(ContestYaml.FileName);
        folder.Place("", new Position(1, 1));
        if (files.Text(ContestYaml.FileName, folder, "") is not { } text)
        {
            return Reading<ContestBundle>.Of(null, folder);
        }

        var contest = ContestYaml.Locate(text, ContestYaml.FileName);
        var names = contest.Value is null ? NamedFiles.Of(contest.Root) : NamedFiles.Of(contest.Value);
        var units = names.Units is null ? null : Part(files, contest.Findings, names.Units, UnitsCsv.Locate);
        var read = new Dictionary<string, Located<QuestionBank>?>(StringComparer.Ordinal);
        var banks = names.Questions.Select(name => read.TryGetValue(name.File, out var bank)
            ? bank
            : read[name.File] = Part(files, contest.Findings, name, QuestionsYaml.Locate)).ToList();
        var lists = names.Lists.Select(name => Part(files, contest.Findings, name, PeopleCsv.Locate)).ToList();
        var published = Published(files, contest).Concat(Images(files, contest.Findings, names.Questions.Zip(banks))).DistinctBy(file => file.Path, StringComparer.Ordinal).ToValueList();

        var parts = new ContestParts(contest, units, banks, lists);
        parts.Check();
        var lacking = banks.Exists(bank => bank?.Value is null) || lists.Exists(list => list?.Value is null);
        var bundle = contest.Value is null || units?.Value is null || lacking
            ? null
            : new ContestBundle(contest.Value, units.Value, banks.Select(bank => bank!.Value!).ToValueList(), published)
            {
                Lists = lists.Select(list => list!.Value!).ToValueList(),
            };
        return Reading<ContestBundle>.Of(bundle, parts.Findings);
    }

    /// <summary>
    /// Writes a contest so that it reads back as an equal one. Files that are there are replaced, each at once and whole;
    /// files that the contest does not name are left alone.
    /// </summary>
    /// <param name="bundle">The contest.</param>
    /// <param name="directory">The folder, made where it is not there.</param>
    /// <exception cref="ArgumentException">The contest names a file outside of the folder, or has not one bank a round.</exception>
    public static void Write(ContestBundle bundle, string directory) => new FolderWriter(directory).Write(bundle);

    private static Located<T>? Part<T>(FolderFiles files, Findings contest, NamedFile name, Func<string, string, Located<T>> locate)
        where T : class =>
        files.Text(name.File, contest, name.Path) is { } text ? locate(text, name.File) : null;

    /// <summary>Where the English text of a page is, if there is one: <c>pages/rules.md</c> has it in <c>pages/rules.en.md</c>.</summary>
    public static string EnglishFile(ContestPage page)
    {
        var extension = Path.GetExtension(page.File);
        return $"{page.File[..^extension.Length]}.en{extension}";
    }

    private static IEnumerable<ContestFile> Images(FolderFiles files, Findings contest, IEnumerable<(NamedFile Name, Located<QuestionBank>? Bank)> banks) =>
        from bank in banks
        from question in bank.Bank?.Value?.Questions ?? []
        from image in question.Images ?? []
        let full = files.Find(image.File, contest, bank.Name.Path)
        where full is not null
        select new ContestFile(image.File, () => File.OpenRead(full));

    private static IEnumerable<ContestFile> Published(FolderFiles files, Located<Contest> contest)
    {
        if (contest.Value is null)
        {
            return [];
        }

        var english = contest.Value.Pages.Select((page, index) => (File: EnglishFile(page), Path: $"pages[{index}].file"));
        var found =
            from published in FileRoles.Published(contest.Value).Concat(english.Where(page => files.Has(page.File)))
            let full = files.Find(published.File, contest.Findings, published.Path)
            where full is not null
            select new ContestFile(published.File, () => File.OpenRead(full));
        return found;
    }
}
