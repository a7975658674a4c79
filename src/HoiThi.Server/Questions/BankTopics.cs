using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Core.Search;
using HoiThi.Formats.Banks;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions;

/// <summary>The topics of a bank while questions come in: a topic is known by its code, or by its name.</summary>
internal sealed class BankTopics
{
    private readonly HoiThiContext context;
    private readonly short contest;
    private readonly Dictionary<string, string> byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private int last;

    private BankTopics(HoiThiContext context, short contest) => (this.context, this.contest) = (context, contest);

    public static async Task<BankTopics> OfAsync(HoiThiContext context, short contest)
    {
        var topics = new BankTopics(context, contest);
        foreach (var row in await context.BankTopics.AsNoTracking().Where(row => row.Contest == contest).OrderBy(row => row.Position).ToListAsync())
        {
            topics.codes.Add(row.Code);
            topics.byName.TryAdd(SearchText.Fold(row.NameVi), row.Code);
            topics.last = Math.Max(topics.last, row.Position);
        }

        return topics;
    }

    /// <summary>The bank's code for a topic, which is added where the bank has none of this name.</summary>
    public string Take(Topic topic)
    {
        var name = SearchText.Fold(topic.Name.Vi);
        if (byName.TryGetValue(name, out var known))
        {
            return known;
        }

        var code = topic.Code;
        for (var number = 2; !codes.Add(code); number++)
        {
            code = $"{topic.Code}-{number}";
        }

        byName[name] = code;
        context.BankTopics.Add(new BankTopicRow { Contest = contest, Code = code, NameVi = topic.Name.Vi, NameEn = topic.Name.En, Position = ++last });
        return code;
    }

    /// <summary>The same for a name that a person typed.</summary>
    public string Take(string name) => Take(new Topic(BankText.Slug(name), new LocalText(BankText.Line(name))));
}
