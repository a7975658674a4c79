using System.Globalization;
using HoiThi.Server.Manage.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Organisers.Tables;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>Lines of the audit log: of a contest or of everything, by person, act, days and words.</summary>
internal static class AuditList
{
    /// <summary>What the search and the filters leave, in the order that was asked for: the latest first unless told otherwise.</summary>
    public static IQueryable<AuditRow> Found(Visit visit, HoiThiContext context, TableQuery query)
    {
        var rows = context.Audit.AsNoTracking();
        if (visit.Live is { } contest)
        {
            rows = rows.Where(row => row.Contest == contest.Number);
        }

        if (query["act"] is { Length: > 0 } act)
        {
            rows = rows.Where(row => row.Act == act);
        }

        if (query["who"] is { Length: > 0 } who)
        {
            rows = rows.Where(row => row.Who == who);
        }

        if (MomentOf(query["from"]) is { } from)
        {
            rows = rows.Where(row => row.Moment >= from);
        }

        if (MomentOf(query["to"], days: 1) is { } to)
        {
            rows = rows.Where(row => row.Moment < to);
        }

        foreach (var word in query.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            rows = With(rows, word);
        }

        return query is { Sort: "number" or "moment", Descending: false } ? rows.OrderBy(row => row.Number) : rows.OrderByDescending(row => row.Number);
    }

    private static IQueryable<AuditRow> With(IQueryable<AuditRow> rows, string word)
    {
        var pattern = $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%".ToLowerInvariant();
#pragma warning disable CA1304, CA1311, MA0011 // Becomes lower() of the database.
        return rows.Where(row => EF.Functions.Like(row.Who.ToLower(), pattern, "\\") || EF.Functions.Like(row.Subject.ToLower(), pattern, "\\")
            || EF.Functions.Like(row.Act, pattern, "\\") || EF.Functions.Like(row.Address, pattern, "\\") || EF.Functions.Like((row.Reason ?? "").ToLower(), pattern, "\\")
            || EF.Functions.Like((row.Before ?? "").ToLower(), pattern, "\\") || EF.Functions.Like((row.After ?? "").ToLower(), pattern, "\\"));
#pragma warning restore CA1304, CA1311, MA0011
    }

    public static AuditLine LineOf(AuditRow row) => new(
        row.Number, row.Moment, row.Person, row.Who, row.Address, row.Contest, row.Act, row.Subject, row.Before, row.After, row.Reason, Convert.ToHexStringLower(row.Hash));

    /// <summary>The columns; what is exported is all that the hash is over, so that anybody can compute the chain again.</summary>
    public static TableColumn<AuditLine>[] Columns(Visit visit, IReadOnlyDictionary<short, string> slugs) =>
    [
        new("number", new("#", "number"), line => line.Number) { Number = true },
        new("moment", new("Lúc", "moment"), line => line.Utc) { Text = (line, _) => Clock.Local(line.Moment).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture), Sorts = false },
        new("person", new("Mã người", "person"), line => line.Person?.ToString("D")) { Shown = false },
        new("who", new("Ai", "who"), line => line.Who) { Sorts = false, Wide = true, Small = line => line.Address },
        new("address", new("Địa chỉ", "address"), line => line.Address) { Shown = false },
        new("contest", new("Hội thi", "contest"), line => (long)line.Contest) { Shown = false },
        new("act", new("Việc", "act"), line => line.Act) { Sorts = false, Small = line => visit.Live is null && slugs.TryGetValue(line.Contest, out var slug) ? $"{line.Subject} · {slug}" : line.Subject },
        new("subject", new("Đối tượng", "subject"), line => line.Subject) { Shown = false },
        new("before", new("Trước", "before"), line => line.Before) { Shown = false },
        new("after", new("Sau", "after"), line => line.After) { Shown = false },
        new("reason", new("Lý do", "reason"), line => line.Reason) { Shown = false },
        new("hash", new("Mã băm", "hash"), line => line.Hash) { Shown = false },
    ];

    public static async Task<IReadOnlyList<TableFilter>> FiltersAsync(Visit visit, HoiThiContext context)
    {
        var rows = context.Audit.AsNoTracking().Where(row => visit.Live == null || row.Contest == visit.Live.Number);
        var acts = await rows.Select(row => row.Act).Distinct().OrderBy(name => name).ToListAsync();
        var people = await rows.Select(row => row.Who).Distinct().OrderBy(name => name).Take(500).ToListAsync();
        return
        [
            new("act", visit.Language.Say("Việc", "Act"), [.. acts.Select(act => (act, visit.Language.Act(act)))]),
            new("who", visit.Language.Say("Ai", "Who"), [.. people.Select(who => (who, who))], Search: true),
            new("from", visit.Language.Say("Từ ngày", "From"), []) { Day = true },
            new("to", visit.Language.Say("Đến ngày", "To"), []) { Day = true },
        ];
    }

    private static long? MomentOf(string day, int days = 0) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Clock.StartOf(date.AddDays(days)) : null;
}
