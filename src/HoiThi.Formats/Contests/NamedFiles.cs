using HoiThi.Core.Contests;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Contests;

/// <summary>A file that the definition names, and the key that names it.</summary>
internal sealed record NamedFile(string File, string Path);

/// <summary>The unit list, the question files and the lists of people of a contest.</summary>
internal sealed record NamedFiles(NamedFile? Units, IReadOnlyList<NamedFile> Questions, IReadOnlyList<NamedFile> Lists)
{
    public static NamedFiles Of(Contest contest) => new(
        new NamedFile(contest.Units.File, "units.file"),
        [.. QuestionSlot.Of(contest).Select(slot => new NamedFile(slot.File, slot.Path))],
        [.. contest.Lists.Select((list, index) => new NamedFile(list.File, $"lists[{index}].file"))]);

    /// <summary>
    /// The files of a definition that has mistakes, as far as they can be seen, so that their mistakes are reported in
    /// the same run.
    /// </summary>
    public static NamedFiles Of(Node? root)
    {
        var units = Word(Value(Value(root, "units"), "file"));
        var questions = Items(root, "rounds", "").SelectMany(round =>
            Items(round.Node, "divisions", $"{round.Path}.")
                .Prepend(round)
                .Select(each => (File: Word(Value(each.Node, "questions")), each.Path)));
        return new NamedFiles(
            units is null ? null : new NamedFile(units, "units.file"),
            [.. from file in questions where file.File is not null select new NamedFile(file.File, $"{file.Path}.questions")],
            [.. from list in Items(root, "lists", "")
                let file = Word(Value(list.Node, "file"))
                where file is not null
                select new NamedFile(file, $"{list.Path}.file")]);
    }

    private static IEnumerable<(Node Node, string Path)> Items(Node? node, string key, string path) =>
        Value(node, key) is ListNode list ? list.Items.Select((item, index) => (item, $"{path}{key}[{index}]")) : [];

    private static Node? Value(Node? node, string key) =>
        node is MapNode map ? map.Entries.LastOrDefault(entry => entry.Key == key)?.Value : null;

    // A path that is wrong in itself was reported with the key.
    private static string? Word(Node? node) => node is ScalarNode scalar && Shapes.Of.File.Matches(scalar.Value) ? scalar.Value : null;
}
