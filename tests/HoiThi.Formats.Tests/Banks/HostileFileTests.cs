using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using HoiThi.Formats.Banks;

namespace HoiThi.Formats.Tests.Banks;

/// <summary>Files that mean harm, or are not what they say: each ends as a message, soon and without much memory.</summary>
public class HostileFileTests
{
    private const int Large = 50_000_000;

    public static IEnumerable<TheoryDataRow<string, string>> Hostile =>
    [
        new("empty", "empty"), new("bomb", "too-large"), new("entries", "too-many-entries"), new("truncated", "broken-archive"), new("other-zip", "not-questions"),
        new("xxe", "broken-xml"), new("laughs", "broken-xml"), new("deep", "too-large"), new("nodes", "too-large"), new("old-word", "old-office"), new("pdf", "pdf"),
        new("random", "not-questions"), new("latin", "not-utf8"), new("braces", "too-large"), new("lines", "too-large"), new("no-body", "no-questions"),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_file_ends_as_a_message(string kind, string code)
    {
        var bytes = Make(kind);
        var watch = Stopwatch.StartNew();
        var reading = ReadBank.From(bytes, $"{kind}.docx");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        reading.Whole.ShouldBeFalse();
        reading.Questions.ShouldBeEmpty();
        reading.Problems.Where(problem => problem.Kind == ProblemKind.Error).ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void What_a_file_is_shows_in_its_content_and_not_in_its_name()
    {
        var gift = "::Q1::Thủ đô? {=Hà Nội ~Huế}"u8.ToArray();
        ReadBank.From(gift, "câu hỏi.docx").Format.ShouldBe(BankFormat.Gift);
        ReadBank.From(new Clerk(1).Line("Câu 1: Ở đâu?").Line("A. Huế").Line("*B. Hà Nội").Save(), "q.csv").Whole.ShouldBeTrue();
    }

    [Fact]
    public void A_path_out_of_a_package_is_not_followed()
    {
        var reading = ReadBank.From(Zip(("imsmanifest.xml", "<manifest><resources><resource type=\"imsqti_item_xmlv3p0\" href=\"../../etc/passwd\"/></resources></manifest>")), "q.zip");
        reading.Problems.ShouldContain(problem => problem.Code == "unsafe-path");
    }

    /// <summary>Putting a text together line by line took 34 GB for a file of 170 KB.</summary>
    [Fact]
    public void Memory_grows_with_the_lines_of_a_choice_and_not_with_their_square()
    {
        var bytes = Encoding.UTF8.GetBytes($"Câu 1: Ai?\nA. Dân\n*B. {string.Concat(Enumerable.Repeat("Cán bộ\n", 20_000))}");
        var before = GC.GetAllocatedBytesForCurrentThread();
        BankFile.Read(bytes, "q.txt", cancel: TestContext.Current.CancellationToken).Questions.Single().Question.Choices.Count.ShouldBe(2);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(500_000_000);
    }

    [Fact]
    public void Reading_ends_when_it_is_told_to()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => BankFile.Read(new Clerk(1).Line("Câu 1: Ở đâu?").Save(), "q.docx", cancel: source.Token));
    }

    private static byte[] Make(string kind) => kind switch
    {
        "empty" => [],
        "bomb" => Zip(("word/document.xml", $"<w:document xmlns:w=\"w\">{new string(' ', Large)}</w:document>")),
        "entries" => Zip([.. Enumerable.Range(0, 20_500).Select(index => ($"{index}", ""))]),
        "truncated" => Zip(("word/document.xml", "<a/>"))[..60],
        "other-zip" => Zip(("a.txt", "x")),
        "xxe" => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><quiz><question type=\"essay\"><questiontext><text>&x;</text></questiontext></question></quiz>"),
        "laughs" => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE questestinterop [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><questestinterop><item ident=\"&b;\"/></questestinterop>"),
        "deep" => Encoding.UTF8.GetBytes($"<quiz>{string.Concat(Enumerable.Repeat("<a>", 100_000))}"),
        "nodes" => Encoding.UTF8.GetBytes($"<quiz><question>{string.Concat(Enumerable.Repeat("<a/>", 5_000_000))}</question></quiz>"),
        "old-word" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        "pdf" => "%PDF-1.7"u8.ToArray(),
        "random" => Random(20_000_000),
        "latin" => [.. "C"u8, 0xE2, .. "u 1: ..."u8],
        "braces" => Encoding.UTF8.GetBytes(new string('{', Large)),
        "lines" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("A. a\n", Large / 5))),
        _ => Zip(("word/document.xml", "<w:document xmlns:w=\"w\"/>")),
    };

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(5).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
