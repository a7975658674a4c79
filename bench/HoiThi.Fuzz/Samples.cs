using System.IO.Compression;
using System.Text;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;
using HoiThi.Formats.Contests;

namespace HoiThi.Fuzz;

/// <summary>Sound files: what people have written, and what HoiThi writes.</summary>
public static class Samples
{
    private const int Questions = 12;

    private static readonly string Root = Find(AppContext.BaseDirectory);

    private static readonly Lazy<QuestionBank> Demo = new(() =>
    {
        var bank = QuestionsYaml.Read(System.IO.File.ReadAllText(Path("contests/hai-phong-cchc-2023/questions/tuan-1.yaml")), "q.yaml").Require();
        return bank with { Questions = [.. bank.Questions.Take(Questions)] };
    });

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public static byte[] File(string relative) => System.IO.File.ReadAllBytes(Path(relative));

    /// <summary>Files of a name anywhere below a folder, perhaps only in folders of another name.</summary>
    public static byte[][] Files(string folder, string pattern, string? within = null) =>
        [.. Directory.EnumerateFiles(Path(folder), pattern, SearchOption.AllDirectories)
            .Where(file => within is null || System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(file)) == within)
            .Order(StringComparer.Ordinal).Select(System.IO.File.ReadAllBytes)];

    public static byte[][] Word() => [Written(BankFormat.Word), .. Files("tests/HoiThi.Formats.Tests/Banks/Fixtures", "*.docx")];

    public static byte[] Written(BankFormat format) => BankWriter.Write(Demo.Value, format);

    public static byte[] Aiken() => Encoding.UTF8.GetBytes(string.Concat(Demo.Value.Questions.Where(question => !question.Multiple).Select(question =>
        $"{question.Text.Vi}\n{Choices(question, _ => "")}ANSWER: {(char)('A' + byte.TrailingZeroCount(question.Key))}\n\n")));

    public static byte[] Script() => Encoding.UTF8.GetBytes(string.Concat(Demo.Value.Questions.Where(question => !question.Multiple).Index().Select(question =>
        $"Câu {question.Index + 1}: {question.Item.Text.Vi}\n{Choices(question.Item, choice => choice.Right ? "*" : "")}\n")));

    public static byte[] QtiItem()
    {
        using var zip = new ZipArchive(new MemoryStream(Written(BankFormat.Qti3)), ZipArchiveMode.Read);
        using var item = zip.Entries.First(entry => entry.FullName.StartsWith("items/", StringComparison.Ordinal)).Open();
        using var bytes = new MemoryStream();
        item.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Choices(Question question, Func<Choice, string> mark) =>
        string.Concat(question.Choices.Index().Select(choice => $"{mark(choice.Item)}{(char)('A' + choice.Index)}. {choice.Item.Text.Vi}\n"));

    private static string Find(string directory) =>
        System.IO.File.Exists(System.IO.Path.Combine(directory, "HoiThi.slnx")) ? directory : Find(System.IO.Path.GetDirectoryName(directory)!);
}
