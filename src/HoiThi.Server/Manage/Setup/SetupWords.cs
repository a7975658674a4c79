using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using HoiThi.Formats;
using HoiThi.Formats.Forms;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Setup;

/// <summary>
/// What the screens of the set-up say. The English of every key and word is that of the definition that reads
/// <c>contest.yaml</c>; the Vietnamese stands in the files of <c>Words/</c>.
/// </summary>
public static class SetupWords
{
    private static readonly FrozenDictionary<string, string> Labels = Read("labels").ToFrozenDictionary(line => line.Left, line => line.Right, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, string> Choices = Read("choices").ToFrozenDictionary(line => line.Left, line => line.Right, StringComparer.Ordinal);
    private static readonly (Regex When, string Say)[] Mistakes = Sentences("mistakes");
    private static readonly (Regex When, string Say)[] Findings = Sentences("simulation");

    /// <summary>Whether a key, as in <c>paper.minutes</c>, has Vietnamese words.</summary>
    public static bool Knows(string key) => Labels.ContainsKey(key);

    /// <summary>Whether a word, as in <c>rankingKey:score</c>, has Vietnamese words.</summary>
    public static bool KnowsWord(string word) => Choices.ContainsKey(word);

    /// <summary>What stands beside a key of a group.</summary>
    public static string Label(this Language language, string group, FormKey key) =>
        language.Say(Of(group, key).Split(" | ")[0], Spaced(key.Name));

    /// <summary>A sentence below it, or null.</summary>
    public static string? Hint(this Language language, string group, FormKey key) =>
        language.English ? key.Description : Of(group, key).Split(" | ") is [_, var hint] ? hint : null;

    /// <summary>One of the words that a key can be.</summary>
    public static string Choice(this Language language, string name, FormWord word) =>
        language.English ? word.Word == word.Description ? word.Word : $"{word.Word}: {word.Description}" : Choices.GetValueOrDefault($"{name}:{word.Word}", word.Word);

    /// <summary>A mistake of the check.</summary>
    public static string Mistake(this Language language, Mistake mistake)
    {
        var text = $"{mistake.What}; expected {mistake.Expected}";
        return language.English ? text : Said(text, Mistakes);
    }

    /// <summary>What a simulation found.</summary>
    public static string Finding(this Language language, string text) => language.English ? text : Said(text, Findings);

    private static string Said(string text, (Regex When, string Say)[] sentences)
    {
        foreach (var (when, say) in sentences)
        {
            if (when.Match(text) is { Success: true } match)
            {
                return match.Result(say);
            }
        }

        return text;
    }

    private static (Regex When, string Say)[] Sentences(string name) =>
        [.. Read(name).Select(line => (new Regex(line.Left, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), line.Right))];

    private static string Of(string group, FormKey key) => Labels.GetValueOrDefault($"{group}.{key.Name}", Spaced(key.Name));

    /// <summary>"Seconds per question" of <c>secondsPerQuestion</c>.</summary>
    private static string Spaced(string name) => string.Concat(name.Select((letter, index) =>
        index == 0 ? char.ToUpperInvariant(letter).ToString() : char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));

    private static IEnumerable<(string Left, string Right)> Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"setup/{name}.vi.txt")!);
        var parted = name is "mistakes" or "simulation" ? " => " : " = ";
        foreach (var line in reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            var at = line.LastIndexOf(parted, StringComparison.Ordinal);
            at = parted == " = " ? line.IndexOf(parted, StringComparison.Ordinal) : at;
            yield return (line[..at], line[(at + parted.Length)..]);
        }
    }
}
