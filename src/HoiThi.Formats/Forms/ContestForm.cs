using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Forms;

/// <summary>Keys of <c>contest.yaml</c> as a form: their values, and the contest with the values that were sent.</summary>
public static class ContestForm
{
    private static readonly Lazy<GroupPart> Root = new(() => (GroupPart)ContestShape.Contest.Part);

    /// <summary>All keys at the top of the file.</summary>
    public static GroupPart All => Root.Value;

    /// <summary>The key of a name.</summary>
    public static FormKey KeyOf(string name) => All.Keys.Single(key => key.Name == name);

    /// <summary>The part at a path of a form, as in <c>rounds[0].windows</c>; null where there is none.</summary>
    public static FormPart? PartAt(string path)
    {
        FormPart? part = All;
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.'))
        {
            part = part switch
            {
                ListPart list when step is ['[', ..] => list.Item,
                GroupPart group => group.Keys.FirstOrDefault(key => key.Name == step)?.Part,
                FormsPart forms => forms.Forms.SelectMany(form => form.Group.Keys).FirstOrDefault(key => key.Name == step)?.Part,
                _ => null,
            };
        }

        return part;
    }

    /// <summary>The values of some keys, defaults filled in.</summary>
    public static FormValues ValuesOf(Contest contest, IEnumerable<string> keys)
    {
        var map = ContestShape.Contest.WriteMap(contest);
        var values = new FormValues();
        foreach (var key in keys.Select(KeyOf))
        {
            FormNodes.Fill(values, key, map, "");
        }

        return values;
    }

    /// <summary>The contest with these values in place of what some keys had; or the mistakes, by their paths.</summary>
    public static Reading<Contest> Apply(Contest contest, IReadOnlyCollection<string> keys, FormValues values)
    {
        var before = ContestShape.Contest.WriteMap(contest).Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        var entries = All.Keys
            .Select(key => keys.Contains(key.Name, StringComparer.Ordinal) ? FormNodes.Entry(values, key, "") : before.GetValueOrDefault(key.Name))
            .OfType<Yaml.MapEntry>().ToArray();
        var findings = new Findings(ContestYaml.FileName);
        var value = ContestShape.Contest.TryRead(new Yaml.MapNode(entries), Scope.Root(findings), out var read) ? read : null;
        return Reading<Contest>.Of(value, findings);
    }

    /// <summary>A part of the definition as it stands in the file.</summary>
    public static string TextOf(Contest contest, IReadOnlyCollection<string> keys) => Yaml.NodeWriter.Write(
        new Yaml.MapNode([.. ContestShape.Contest.WriteMap(contest).Entries.Where(entry => keys.Contains(entry.Key, StringComparer.Ordinal))]));

    /// <summary>The contest with the text of some keys in place of what they had; a key that the text does not have is left out.</summary>
    /// <returns>The contest; or the mistakes, with lines of the text where they are in it.</returns>
    public static Reading<Contest> ApplyText(Contest contest, IReadOnlyCollection<string> keys, string text)
    {
        var findings = new Findings(ContestYaml.FileName);
        if ((string.IsNullOrWhiteSpace(text) ? new Yaml.MapNode([]) : Yaml.NodeReader.Read(text, findings)) is not { } root)
        {
            return Reading<Contest>.Of(null, findings);
        }

        if (root is not Yaml.MapNode map)
        {
            findings.Add(root.At, "", $"the text is {root.Noun}", "keys with values");
            return Reading<Contest>.Of(null, findings);
        }

        var others = ContestShape.Contest.WriteMap(contest).Entries.Where(entry => !keys.Contains(entry.Key, StringComparer.Ordinal)).ToArray();
        foreach (var entry in map.Entries.Where(entry => Array.Exists(others, other => other.Key == entry.Key)))
        {
            findings.Add(entry.At, entry.Key, $"'{entry.Key}' is edited elsewhere", $"only {string.Join(", ", keys)}");
        }

        findings.Place("", new Yaml.Position(1, 1));
        var value = ContestShape.Contest.TryRead(new Yaml.MapNode([.. map.Entries.Where(entry => !Array.Exists(others, other => other.Key == entry.Key)), .. others]), Scope.Root(findings), out var read) ? read : null;
        return Reading<Contest>.Of(value, findings);
    }
}
