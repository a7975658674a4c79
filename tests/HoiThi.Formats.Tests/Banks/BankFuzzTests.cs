using System.IO.Compression;
using System.Text;
using CsCheck;
using HoiThi.Formats.Banks;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Tests.Banks;

/// <summary>
/// Broken and hostile variants of sound files: no reader throws, none takes long, and what a reading calls ready is fit for a
/// contest. HOITHI_FUZZ_SECONDS=600 lets each run for ten minutes (see <c>docs/question-banks.md</c>).
/// </summary>
public class BankFuzzTests
{
    private const int Iterations = 150;
    private static readonly int Seconds = int.TryParse(Environment.GetEnvironmentVariable("HOITHI_FUZZ_SECONDS"), out var seconds) ? seconds : -1;
    private static readonly BankLimits Small = new(EntryBytes: 4 << 20, TotalBytes: 16L << 20, Nodes: 100_000, TextBytes: 1 << 20);

    private static readonly Gen<string> Piece = Gen.OneOf("<", ">", "&", "\"", "</", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "]]>", "<![CDATA[", "{", "}", "=", "~", "#", "::", "\\", "%50%", "->",
        "\n", "\n\n", "\t", ",", ";", "\"\"", "ANSWER: Z", "A. ", "B) ", "Câu 1:", "Câu 99999:", "Đáp án: ", "1-A 2-B", "\0", "\uFEFF", "e\u0301", "😀", "999999999999999999999", "-1", "1e308",
        "../../x", "$CATEGORY: ", "[html]", "<p>", "<img src=\"../../../etc/passwd\">", "w:val=\"", "numId", "<w:br/>", "<w:tbl>", "</w:p>");

    private static readonly Gen<(int Kind, double From, double Length, string Piece, byte Byte)> Change =
        Gen.Select(Gen.Int[0, 5], Gen.Double[0, 1], Gen.Double[0, 1], Piece, Gen.Byte);

    public static IEnumerable<TheoryDataRow<string>> Files => ((string[])["q.docx", "q.xlsx", "q.csv", "q.gift", "q.aiken.txt", "q.xml", "q.zip", "q.yaml", "q.item.xml", "q.qti12.xml", "q.txt", "hand.docx", "lists.docx"])
        .Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Files))]
    public void No_change_of_a_file_is_more_than_its_reader_can_bear(string name)
    {
        var sound = Sound(name);
        ReadBank.From(sound, name).Questions.Count.ShouldBeGreaterThan(0);
        Change.Array[1, 6].Sample(
            changes =>
            {
                var bytes = changes.Aggregate(sound, Apply);
                var watch = System.Diagnostics.Stopwatch.StartNew();
                var reading = ReadBank.From(bytes, name, BankOptions.Default with { Limits = Small });
                watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
                RequireFit(reading);
            },
            iter: Iterations,
            time: Seconds);
    }

    // What is ready must be what a question file may hold: no empty text, no choice twice, no key missing.
    private static void RequireFit(BankReading reading)
    {
        var ready = reading.Ready();
        if (ready.Questions.Count > 0)
        {
            QuestionsYaml.Read(QuestionsYaml.Write(ready), "q.yaml").Mistakes.ShouldBeEmpty();
        }
    }

    private static byte[] Apply(byte[] bytes, (int Kind, double From, double Length, string Piece, byte Byte) change) =>
        bytes is [0x50, 0x4B, 0x03, 0x04, ..] && change.Kind < 5 ? InPackage(bytes, change) : Plain(bytes, change);

    private static byte[] Plain(byte[] bytes, (int Kind, double From, double Length, string Piece, byte Byte) change)
    {
        var from = (int)(change.From * bytes.Length);
        var length = Math.Min(bytes.Length - from, (int)(change.Length * change.Length * 200));
        var (before, middle, after) = (bytes[..from], bytes[from..(from + length)], bytes[(from + length)..]);
        return change.Kind switch
        {
            0 => [.. before, .. Encoding.UTF8.GetBytes(change.Piece), .. middle, .. after],
            1 => [.. before, .. after],
            2 => [.. before, .. middle, .. middle, .. after],
            3 => [.. before, change.Byte, .. after],
            4 => before,
            _ => [.. before, .. middle.Reverse(), .. after],
        };
    }

    // Most changes of packed bytes end in the unpacker; those of an unpacked part reach the reader.
    private static byte[] InPackage(byte[] bytes, (int Kind, double From, double Length, string Piece, byte Byte) change)
    {
        try
        {
            using var read = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            using var packed = new MemoryStream();
            using (var write = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            {
                var chosen = change.Byte % Math.Max(1, read.Entries.Count);
                foreach (var (index, entry) in read.Entries.Index())
                {
                    using var from = entry.Open();
                    using var content = new MemoryStream();
                    from.CopyTo(content);
                    using var to = write.CreateEntry(entry.FullName).Open();
                    to.Write(index == chosen || entry.FullName == "word/document.xml" ? Plain(content.ToArray(), change) : content.ToArray());
                }
            }

            return packed.ToArray();
        }
        catch (InvalidDataException)
        {
            return bytes;
        }
    }

    private static byte[] Sound(string name)
    {
        var demo = QuestionsYaml.Read(File.ReadAllText(Repository.Path("contests/hai-phong-cchc-2023/questions/tuan-1.yaml")), "q.yaml").Require();
        var bank = demo with { Questions = [.. demo.Questions.Take(12)] };
        return name switch
        {
            "q.aiken.txt" => Encoding.UTF8.GetBytes(string.Concat(bank.Questions.Where(question => !question.Multiple).Select(question =>
                $"{question.Text.Vi}\n{string.Concat(question.Choices.Index().Select(choice => $"{(char)('A' + choice.Index)}. {choice.Item.Text.Vi}\n"))}ANSWER: {(char)('A' + byte.TrailingZeroCount(question.Key))}\n\n"))),
            "q.txt" => Encoding.UTF8.GetBytes(string.Concat(bank.Questions.Where(question => !question.Multiple).Index().Select(question =>
                $"Câu {question.Index + 1}: {question.Item.Text.Vi}\n{string.Concat(question.Item.Choices.Index().Select(choice => $"{(choice.Item.Right ? "*" : "")}{(char)('A' + choice.Index)}. {choice.Item.Text.Vi}\n"))}\n"))),
            "q.item.xml" => ItemOf(BankWriter.Write(bank, BankFormat.Qti3)),
            "q.qti12.xml" => Encoding.UTF8.GetBytes(TextSamples.Qti12),
            "hand.docx" => File.ReadAllBytes(Repository.Path("tests/HoiThi.Formats.Tests/Banks/Fixtures/danh-so-tu-dong.docx")),
            "lists.docx" => File.ReadAllBytes(Repository.Path("tests/HoiThi.Formats.Tests/Banks/Fixtures/libreoffice-danh-sach.docx")),
            _ => BankWriter.Write(bank, BankWriter.Extensions[Path.GetExtension(name)]),
        };
    }

    private static byte[] ItemOf(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        using var item = zip.Entries.First(entry => entry.FullName.StartsWith("items/", StringComparison.Ordinal)).Open();
        using var bytes = new MemoryStream();
        item.CopyTo(bytes);
        return bytes.ToArray();
    }
}
