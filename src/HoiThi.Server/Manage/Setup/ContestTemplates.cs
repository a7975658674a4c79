using System.Reflection;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Manage.Setup;

/// <summary>A contest to start from: a folder of <c>contests/templates</c>.</summary>
/// <param name="Name">The folder.</param>
/// <param name="Title">What it is for; its first comment.</param>
/// <param name="About">Its rules in a sentence; its second comment.</param>
/// <param name="Bundle">The contest.</param>
public sealed record ContestTemplate(string Name, string Title, string About, ContestBundle Bundle)
{
    /// <summary>The contest as somebody starts it.</summary>
    /// <param name="slug">Its address.</param>
    /// <param name="title">Its title.</param>
    /// <param name="organiser">Who holds it.</param>
    /// <param name="first">The day on which its first round opens.</param>
    /// <param name="weeks">How many rounds it has, a week apart.</param>
    public ContestBundle Start(string slug, LocalText title, LocalText organiser, DateOnly first, int weeks)
    {
        var days = first.DayNumber - DateOnly.FromDateTime(Bundle.Contest.Rounds[0].Opens.Value).DayNumber;
        var moved = ContestEdits.Moved(Bundle.Contest, days);
        var model = moved.Rounds[0];
        var rounds = Enumerable.Range(0, weeks).Select(week => week < moved.Rounds.Count ? moved.Rounds[week] : model with
        {
            Number = week + 1,
            Title = new LocalText($"{Word(model.Title.Vi)} {week + 1}", model.Title.En is { } english ? $"{Word(english)} {week + 1}" : null),
            Calendar = model.Calendar.Select(entry => entry.MovedByDays(7 * week)).ToValueList(),
        }).ToValueList();
        return Bundle with
        {
            Contest = moved with { Slug = slug, Title = title, ShortTitle = Short(title), Organiser = organiser, Rounds = rounds },
        };
    }

    /// <summary>The beginning of a title, cut between words.</summary>
    public static LocalText Short(LocalText title)
    {
        const int Longest = 40;
        if (title.Vi.Length <= Longest)
        {
            return new LocalText(title.Vi);
        }

        var end = title.Vi.LastIndexOf(' ', Longest);
        return new LocalText(title.Vi[..(end > 0 ? end : Longest)]);
    }

    private static string Word(string title) => title[..title.LastIndexOf(' ')];
}

/// <summary>The templates that come with the software; the first is almost blank.</summary>
public static class ContestTemplates
{
    /// <summary>What the units of templates are called, so that nobody publishes them.</summary>
    public const string Placeholder = "(thay bằng danh sách của bạn)";

    private const string Prefix = "templates/";
    private static readonly Lazy<ValueList<ContestTemplate>> Read = new(ReadAll);

    public static ValueList<ContestTemplate> All => Read.Value;

    public static ContestTemplate? Find(string name) => All.FirstOrDefault(template => template.Name == name);

    private static ValueList<ContestTemplate> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var folder = new ScratchFolder();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var path = Path.Combine(folder.Path, resource[Prefix.Length..].Replace('\\', '/'));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var content = assembly.GetManifestResourceStream(resource)!;
            using var file = File.Create(path);
            content.CopyTo(file);
        }

        return Directory.EnumerateDirectories(folder.Path).Order(StringComparer.Ordinal).Select(Of).ToValueList();
    }

    private static ContestTemplate Of(string folder)
    {
        var comments = File.ReadLines(Path.Combine(folder, ContestYaml.FileName)).TakeWhile(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' ')).ToArray();
        var bundle = ContestFolder.Read(folder).Require();

        // The folder is gone when it has been read.
        var files = bundle.Files.Select(file => (file.Path, Content: File.ReadAllBytes(Path.Combine(folder, file.Path)))).ToArray();
        return new ContestTemplate(Path.GetFileName(folder), comments[0], comments[1], bundle with
        {
            Files = files.Select(file => new ContestFile(file.Path, () => new MemoryStream(file.Content))).ToValueList(),
        });
    }
}
