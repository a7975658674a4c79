using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Search;
using HoiThi.Server.Contestants;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.People;
using HoiThi.Server.Manage.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Organisers.Tables;
using HoiThi.Server.Security;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>The contestants that somebody may see, searched and narrowed, for the table and for its file.</summary>
public sealed class ContestantList(IDbContextFactory<HoiThiContext> contexts, Secrets secrets, TimeProvider time)
{
    private const int Chunk = 500;

    public async Task<TableView<ContestantLine>> PageAsync(Visit visit, TableQuery query)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var (found, count) = await FoundAsync(context, visit, query);
        var page = query.Within(count);
        var shown = found is null
            ? await Ordered(Narrowed(context, visit, query), query).Skip(page.Skip).Take(TableQuery.PageSize).ToListAsync()
            : found.Skip(page.Skip).Take(TableQuery.PageSize).ToList();
        return new TableView<ContestantLine>(page, ColumnsOf(visit), FiltersOf(visit), Lines(context, visit, shown), count);
    }

    public async Task<ExportSource> ExportAsync(Visit visit, TableQuery query)
    {
        await using var counting = await contexts.CreateDbContextAsync();
        var (found, count) = await FoundAsync(counting, visit, query);
        return ExportSource.Of($"thi-sinh-{visit.Contest.Definition.Slug}", visit.Language, ColumnsOf(visit), count, context => Rows(context, found));

        // What belongs to a row is read on a connection of its own, while the rows stream by on the first.
        IEnumerable<ContestantLine> Rows(HoiThiContext context, List<Found>? kept)
        {
            using var beside = contexts.CreateDbContext();
            foreach (var chunk in (kept ?? Ordered(Narrowed(context, visit, query), query).AsEnumerable()).Chunk(Chunk))
            {
                foreach (var line in Lines(beside, visit, chunk))
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>Those in whose names the words are, or whose number was typed; null where nothing was, and all that is narrowed counts.</summary>
    private async Task<(List<Found>? Found, long Count)> FoundAsync(HoiThiContext context, Visit visit, TableQuery query)
    {
        var rows = Narrowed(context, visit, query);
        if (query.Text.Length == 0)
        {
            return (null, await rows.LongCountAsync());
        }

        if (IdIn(visit.Contest, query.Text) is { } exact && await Light(rows.Where(row => row.Id == exact)).ToListAsync() is { Count: > 0 } one)
        {
            return (one, 1);
        }

        // Names stream by: a contest of 100,000 is read in a tenth of a second, and nothing is kept folded for this.
        var wanted = new SearchQuery(query.Text);
        var found = new List<Found>();
        await foreach (var row in Light(rows).AsAsyncEnumerable())
        {
            if (wanted.Matches(SearchText.Fold(row.Name), row.Name))
            {
                found.Add(row);
            }
        }

        Func<Found, object?> by = query.Sort switch
        {
            "registered" => row => row.Registered,
            "unit" => row => visit.Contest.UnitPath(row.Unit, visit.Language.English),
            _ => row => row.Name,
        };
        return ([.. TableView.Ordered(found, by, query.Descending)], found.Count);
    }

    private static IQueryable<ContestantRow> Narrowed(HoiThiContext context, Visit visit, TableQuery query)
    {
        var contest = visit.Contest;
        var rows = context.Contestants.AsNoTracking().Where(row => row.Contest == contest.Number);
        if (visit.Units is { } own)
        {
            rows = rows.Where(row => own.Contains(row.Unit));
        }

        if (contest.Units.NumberOf(query["unit"]) is { } unit)
        {
            var below = contest.Units.SubtreeOf(unit).ToArray();
            rows = rows.Where(row => below.Contains(row.Unit));
        }

        if (contest.Definition.Divisions.Index().FirstOrDefault(each => each.Item.Code == query["division"]) is { Item: not null } division)
        {
            var index = (short)division.Index;
            rows = rows.Where(row => row.Division == index);
        }

        return query["state"] switch
        {
            "taken" => rows.Where(row => context.Standings.Any(standing => standing.Contestant == row.Id && standing.Round > 0)),
            "none" => rows.Where(row => !context.Standings.Any(standing => standing.Contestant == row.Id && standing.Round > 0)),
            "blocked" => rows.Where(row => context.ContestantBlocks.Any(block => block.Contestant == row.Id)),
            "extra" => rows.Where(row => row.ExtraPercent > 0 || row.ExtraMinutes > 0),
            _ => rows,
        };
    }

    private static IQueryable<Found> Light(IQueryable<ContestantRow> rows) => rows.Select(row => new Found(row.Id, row.Name, row.Unit, row.Registered, row.ExtraPercent, row.ExtraMinutes));

    private static IQueryable<Found> Ordered(IQueryable<ContestantRow> rows, TableQuery query) => Light((query.Sort, query.Descending) switch
    {
        ("name", false) => rows.OrderBy(row => row.Name).ThenBy(row => row.Id),
        ("name", true) => rows.OrderByDescending(row => row.Name).ThenBy(row => row.Id),
        ("unit", false) => rows.OrderBy(row => row.Unit).ThenBy(row => row.Name).ThenBy(row => row.Id),
        ("unit", true) => rows.OrderByDescending(row => row.Unit).ThenBy(row => row.Name).ThenBy(row => row.Id),
        ("registered", false) => rows.OrderBy(row => row.Registered).ThenBy(row => row.Id),
        _ => rows.OrderByDescending(row => row.Registered).ThenBy(row => row.Id),
    });

    private static List<ContestantLine> Lines(HoiThiContext context, Visit visit, IReadOnlyCollection<Found> rows)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var attempts = context.Standings.AsNoTracking().Where(row => ids.Contains(row.Contestant) && row.Round > 0)
            .GroupBy(row => row.Contestant).Select(group => new { group.Key, Count = group.Sum(row => row.Attempts) }).ToDictionary(row => row.Key, row => row.Count);
        var blocked = context.ContestantBlocks.AsNoTracking().Where(row => ids.Contains(row.Contestant)).Select(row => row.Contestant).ToHashSet();
        return [.. rows.Select(row => new ContestantLine(
            row.Id.Value, row.Name, visit.Contest.UnitPath(row.Unit, visit.Language.English), visit.Contest.Local(row.Registered), attempts.GetValueOrDefault(row.Id), blocked.Contains(row.Id),
            new ExtraTime(row.ExtraPercent, row.ExtraMinutes).InWords(visit.Language)))];
    }

    private static TableColumn<ContestantLine>[] ColumnsOf(Visit visit) =>
    [
        new("name", new("Họ và tên", "Name"), row => row.Name) { Href = row => visit.To($"/contestants/{row.Id}") },
        new("unit", new("Đơn vị", "Unit"), row => row.Unit) { Wide = true },
        new("attempts", new("Lượt được tính", "Attempts that count"), row => row.Attempts) { Number = true, Sorts = false },
        new("registered", new("Đăng ký", "Registered"), row => row.Registered) { Text = (row, language) => language.Moment(row.Registered) },
        new("state", new("Ghi chú", "Notes"), row => string.Join("; ", Notes(visit.Language, row))) { Sorts = false },
    ];

    private static IEnumerable<string> Notes(Language language, ContestantLine row)
    {
        if (row.Blocked)
        {
            yield return language.Say("bị chặn", "blocked");
        }

        if (row.Extra is not null)
        {
            yield return row.Extra;
        }
    }

    private static IReadOnlyList<TableFilter> FiltersOf(Visit visit)
    {
        var language = visit.Language;
        var contest = visit.Contest;
        var units = contest.Units.Units.Where((_, index) => visit.Units is not { } own || own.Contains(index + 1)).Select(unit => (unit.Code, language.Say(unit.Name)));
        TableFilter state = new("state", language.Say("Tình trạng", "State"),
        [
            ("taken", language.Say("đã thi", "took part")),
            ("none", language.Say("chưa thi", "not yet")),
            ("blocked", language.Say("bị chặn", "blocked")),
            ("extra", language.Say("được thêm giờ", "extra time")),
        ]);
        return
        [
            new("unit", language.Say("Đơn vị (và trực thuộc)", "Unit (and below)"), [.. units], Search: true),
            .. contest.Definition.Divisions.Count == 0 ? [] : new TableFilter[] { new("division", language.Say("Bảng", "Division"), [.. contest.Definition.Divisions.Select(each => (each.Code, language.Say(each.Name)))]) },
            state,
        ];
    }

    /// <summary>The contestant that an identity number, the number of an attempt, or the address of a contestant's page, is of.</summary>
    internal ContestantId? IdIn(LiveContest contest, string text)
    {
        if (Guid.TryParse(text[(text.LastIndexOf('/') + 1)..], out var id))
        {
            return new ContestantId(id);
        }

        if (AttemptId.TryParse(text, out var attempt))
        {
            return attempt.Contestant;
        }

        return text.Length > 5 && FieldCheck.Identity(contest.Definition, text, contest.Today(time.GetUtcNow())) is { } identity ? secrets.IdOf(contest.Definition.Slug, identity) : null;
    }

    private sealed record Found(ContestantId Id, string Name, int Unit, long Registered, short ExtraPercent, short ExtraMinutes);
}
