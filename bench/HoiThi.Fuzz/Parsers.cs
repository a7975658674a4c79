using System.Text;
using System.Text.RegularExpressions;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Units;
using HoiThi.Formats;
using HoiThi.Formats.Banks;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Marks;
using HoiThi.Formats.People;
using HoiThi.Formats.Units;

namespace HoiThi.Fuzz;

/// <summary>Every reader, with what is to be required of it.</summary>
public static partial class Parsers
{
    private static readonly BankLimits Small = new(EntryBytes: 4 << 20, TotalBytes: 16L << 20, Nodes: 100_000, TextBytes: 1 << 20);

    private static readonly Lazy<Contest> JuryContest = new(() => ContestYaml.Read(File.ReadAllText(Samples.Path("contests/conformance/P02-bau-cu-trung-uong/contest.yaml"))).Require());

    public static IReadOnlyList<FuzzedParser> All { get; } =
    [
        Bank("word", "q.docx", Samples.Word),
        Bank("excel", "q.xlsx", () => [Samples.Written(BankFormat.Excel)]),
        Bank("csv", "q.csv", () => [Samples.Written(BankFormat.Csv)]),
        Bank("gift", "q.gift", () => [Samples.Written(BankFormat.Gift)]),
        Bank("aiken", "q.aiken.txt", () => [Samples.Aiken()]),
        Bank("moodle", "q.xml", () => [Samples.Written(BankFormat.MoodleXml)]),
        Bank("qti", "q.zip", () => [Samples.Written(BankFormat.Qti3)]),
        Bank("qti-item", "q.xml", () => [Samples.QtiItem()]),
        Bank("qti-1.2", "q.xml", () => [Samples.File("tests/HoiThi.Formats.Tests/Banks/Fixtures/qti-1.2.xml")]),
        Bank("text", "q.txt", () => [Samples.Script()]),
        Bank("yaml", "q.yaml", () => [Samples.Written(BankFormat.Yaml)]),
        Text("contest", () => Samples.Files("contests", "contest.yaml"), text => Same(ContestYaml.Read(text), ContestYaml.Write, written => ContestYaml.Read(written))),
        Text("units", () => Samples.Files("contests", "units.csv"), text => Same(UnitsCsv.Read(text, "units.csv"), UnitsCsv.Write, written => UnitsCsv.Read(written, "units.csv"))),
        Text("people", () => Samples.Files("contests", "*.csv", "lists"), text => Same(PeopleCsv.Read(text, "people.csv"), PeopleCsv.Write, written => PeopleCsv.Read(written, "people.csv"))),
        Text("publicity", () => [Encoding.UTF8.GetBytes("unit,points,reason\nso-a,10.5,\"Ba bài báo, một ảnh\"\nso-b,2,Một phóng sự\n")], text => Words(PublicityCsv.Read(text, "p.csv").Mistakes)),
        Text("jury", () => [Encoding.UTF8.GetBytes("award,round,prize,name,unit,work\nspreading,1,1,Trần Thị Bích,so-a,\"Bài viết, ảnh\"\n")], text => Words(JuryCsv.Read(text, "j.csv", JuryContest.Value, _ => true).Mistakes)),
        Text("marks", () => [MarksCsv.Write([new MarkLine("1-2-3", 2, "TL", 500, "Một cửa\nliên thông", 250), new MarkLine("4-5-6", 1, "TL", 500, "=x", null)])], text => Words(MarksCsv.Read(text, "m.csv").Mistakes)),
    ];

    private static FuzzedParser Bank(string name, string file, Func<byte[][]> samples) => new(name, new(samples), bytes =>
    {
        var reading = BankFile.Read(bytes, file, BankOptions.Default with { Limits = Small });
        var ready = reading.Ready();

        // What is ready must be what a question file may hold: no empty text, no choice twice, no key missing.
        if (ready.Questions.Count > 0 && QuestionsYaml.Read(QuestionsYaml.Write(ready), "q.yaml").Mistakes is [var mistake, ..])
        {
            throw new BrokenPromiseException($"What is ready is not fit for a contest: {mistake}");
        }

        var codes = reading.Problems.Concat(reading.Questions.SelectMany(question => question.Problems)).Select(problem => problem.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return $"{reading.Format} {Math.Min(3, reading.Questions.Count)} {ready.Questions.Count > 0} {string.Join(' ', codes)} {string.Join(' ', reading.Unsupported.Select(item => item.Type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(5))}";
    });

    private static FuzzedParser Text(string name, Func<byte[][]> samples, Func<string, string> read) =>
        new(name, new(samples), bytes => read(Encoding.UTF8.GetString(bytes)));

    /// <summary>What can be read can be written, and is then the same.</summary>
    private static string Same<T>(Reading<T> reading, Func<T, string> write, Func<string, Reading<T>> read)
        where T : class
    {
        if (reading.Succeeded && !(read(write(reading.Value)) is { Succeeded: true } again && again.Value.Equals(reading.Value)))
        {
            throw new BrokenPromiseException("What was read, written and read again is not the same.");
        }

        return Words(reading.Mistakes);
    }

    private static string Words(ValueList<Mistake> mistakes) =>
        string.Join('|', mistakes.Take(8).Select(mistake => Particular().Replace(mistake.What, "…")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    // Names and numbers tell nothing of the way that a reader took.
    [GeneratedRegex("'[^']*'|[0-9]+|\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Particular();
}
