using System.Text.RegularExpressions;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Tests.Contests;

/// <summary>The examples of the guide, read in the contest of <c>Guide</c>: each replaces the keys that it has.</summary>
public class GuideExampleTests
{
    private static readonly string Guide = File.ReadAllText(Repository.Path("docs/contest-file.md"));

    public static TheoryData<string> Examples => [.. Blocks().Where(block => !block.StartsWith('#') && !block.StartsWith("topics:", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_has_no_mistakes(string example)
    {
        // The three ways to write a title are one example.
        foreach (var entries in Alone(Keys(example)))
        {
            using var folder = new Folder("Guide");
            var contest = Keys(File.ReadAllText(folder.Path("contest.yaml"))).Where(key => entries.All(own => own.Name != key.Name));
            File.WriteAllText(folder.Path("contest.yaml"), string.Concat(contest.Concat(entries).Select(key => key.Text)));
            folder.Mistakes().ShouldBeEmpty();
            RoundTrip.Check(folder.Read().Require());
        }
    }

    [Fact]
    public void The_questions_of_the_guide_have_no_mistakes() =>
        QuestionsYaml.Read(Blocks().Single(block => block.StartsWith("topics:", StringComparison.Ordinal)), "questions.yaml").Mistakes.ShouldBeEmpty();

    private static IEnumerable<string> Blocks() =>
        Regex.Matches(Guide, "^```yaml\n(?<example>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10))
            .Select(match => match.Groups["example"].Value);

    private static List<(string Name, string Text)> Keys(string yaml)
    {
        var keys = new List<(string Name, string Text)>();
        foreach (var line in yaml.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] != ' ')
            {
                keys.Add((line.Split(':')[0], ""));
            }

            keys[^1] = keys[^1] with { Text = $"{keys[^1].Text}{line}\n" };
        }

        return keys;
    }

    private static IEnumerable<List<(string Name, string Text)>> Alone(List<(string Name, string Text)> keys) =>
        keys.DistinctBy(key => key.Name, StringComparer.Ordinal).Count() == keys.Count ? [keys] : keys.Select(key => new List<(string Name, string Text)> { key });
}
