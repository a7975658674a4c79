using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Core.Search;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Banks;

/// <summary>The topics of a file: a code for every name.</summary>
internal sealed class TopicList(Topic fallback)
{
    private readonly Dictionary<string, Topic> byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private readonly List<Topic> topics = [];

    public IReadOnlyList<Topic> All => topics;

    /// <summary>The code of a topic that has a name only, or of the fallback where the name says nothing.</summary>
    public string CodeOf(string name)
    {
        var clean = BankText.Line(name);
        if (clean.Length == 0)
        {
            return Take(fallback.Name.Vi, fallback);
        }

        return byName.TryGetValue(clean, out var known) ? known.Code : Take(clean, new Topic(Free(Slug(clean)), new LocalText(Short(clean))));
    }

    /// <summary>Takes a topic that has a code of its own.</summary>
    public string Take(Topic topic) => codes.Contains(topic.Code) ? topic.Code : Take(topic.Name.Vi, topic);

    /// <summary>A name in addresses and files: without diacritics, in lower case.</summary>
    public static string Slug(string name)
    {
        var slug = string.Concat(SearchText.Fold(name).Where(letter => letter is ' ' or (>= 'a' and <= 'z') or (>= '0' and <= '9')))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var code = string.Join('-', slug);
        code = code.Length > 56 ? code[..56].TrimEnd('-') : code;
        return Of.Code.Matches(code) ? code : "chu-de";
    }

    private static string Short(string name) => name.Length > 5000 ? name[..5000] : name;

    private string Take(string name, Topic topic)
    {
        byName.TryAdd(name, topic);
        if (codes.Add(topic.Code))
        {
            topics.Add(topic);
        }

        return topic.Code;
    }

    private string Free(string code)
    {
        var free = code;
        for (var number = 2; codes.Contains(free); number++)
        {
            free = $"{code}-{number}";
        }

        return free;
    }
}
