using CsCheck;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Tests.Contests;

public class YamlTests
{
    [Theory]
    [InlineData("Cải cách hành chính", "Cải cách hành chính")]
    [InlineData("12 chữ số; dùng để nhận ra bạn", "12 chữ số; dùng để nhận ra bạn")]
    [InlineData("C#, F# và 😀", "C#, F# và 😀")]
    [InlineData("yes", "'yes'")]
    [InlineData("Null", "'Null'")]
    [InlineData("1.0", "'1.0'")]
    [InlineData("2023-10-23", "'2023-10-23'")]
    [InlineData("12:30", "'12:30'")]
    [InlineData("Gồm: a, b", "'Gồm: a, b'")]
    [InlineData("số #1", "'số #1'")]
    [InlineData("people's", "people's")]
    [InlineData("'quoted'", "'''quoted'''")]
    [InlineData(" đầu", "' đầu'")]
    [InlineData("- gạch", "'- gạch'")]
    [InlineData("a\tb", "\"a\\tb\"")]
    [InlineData("a\u200bb", "\"a\\u200Bb\"")]
    [InlineData("một\nhai", "|-\n      một\n      hai")]
    [InlineData("một\n\nhai\n", "|\n      một\n\n      hai")]
    [InlineData("một\n hai", "\"một\\n hai\"")]
    public void Texts_are_quoted_only_where_they_must_be(string text, string written)
    {
        var bank = new QuestionBank([new Topic("a", new LocalText(text))], []);
        QuestionsYaml.Write(bank).ShouldBe($"topics:\n  - code: a\n    name: {written}\n\nquestions: []\n");
    }

    [Fact]
    public void Any_text_at_all_is_read_without_an_exception()
    {
        var sample = File.ReadAllText(Repository.Path("tests/HoiThi.Formats.Tests/Contests/Sample/contest.yaml"));
        Gen.Select(RandomTexts.Text, Gen.Int[0, sample.Length], Gen.Int[0, 40]).Sample(
            (text, place, cut) =>
            {
                var changed = sample[..place] + text + sample[Math.Min(sample.Length, place + cut)..];
                foreach (var reading in new[] { ContestYaml.Read(changed), ContestYaml.Read(text) })
                {
                    (reading.Succeeded == (reading.Mistakes.Count == 0)).ShouldBeTrue();
                    reading.Mistakes.ShouldAllBe(mistake => mistake.Line >= 1 && mistake.Column >= 1);
                }
            },
            iter: 300);
    }

    [Theory]
    [InlineData("", "x.yaml:1: the file is empty; expected keys with values")]
    [InlineData("# nothing\n", "x.yaml:1: the file is empty; expected keys with values")]
    [InlineData("- a\n", "x.yaml:1: the file is a list; expected the keys topics, questions")]
    [InlineData("topics: &a []\nquestions: *a\n", "x.yaml:1: the YAML cannot be read: anchors")]
    [InlineData("topics: []\n---\na: 1\n", "x.yaml:2: a second document starts here")]
    [InlineData("topics: [\n", "x.yaml:2: the YAML cannot be read")]
    [InlineData("topics: !!V/[MF5\n", "x.yaml:1: the YAML cannot be read after this value; expected a text in quotes")]
    [InlineData("topics:\n\t- a\n", "x.yaml:1: the YAML cannot be read")]
    [InlineData("topics:\n  - { code: a, name: x\n  - b: c\n", "x.yaml:2: the YAML cannot be read after this value; expected a bracket")]
    [InlineData("topics: 'abc\n", "x.yaml:1: the YAML cannot be read")]
    [InlineData("a: b: c\n", "x.yaml:1: the YAML cannot be read")]
    [InlineData("? [a]\n: b\n", "x.yaml:1: a key is a list")]
    [InlineData("topics: !!str []\n", "x.yaml:1: the YAML cannot be read: anchors")]
    public void What_is_not_yaml_is_reported_with_its_line(string text, string expected)
    {
        var mistakes = QuestionsYaml.Read(text, "x.yaml").Mistakes.Select(mistake => mistake.ToString()).ToList();
        mistakes.ShouldContain(mistake => mistake.StartsWith(expected, StringComparison.Ordinal), string.Join('\n', mistakes));
    }

    [Fact]
    public void Values_that_are_nested_too_deep_are_refused() =>
        QuestionsYaml.Read(new string('[', 100_000), "x.yaml").Mistakes[0].What.ShouldContain("nested");

    [Fact]
    public void Half_a_character_is_refused() =>
        QuestionsYaml.Read("topics:\n  - { code: a, name: x\ud83d }\nquestions: []\n", "x.yaml").Mistakes[0].What.ShouldContain("half a character");
}
