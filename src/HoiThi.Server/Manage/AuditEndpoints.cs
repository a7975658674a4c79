using System.Globalization;
using System.Text;
using HoiThi.Core;
using HoiThi.Server.Audit;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;

namespace HoiThi.Server.Manage;

/// <summary>Reading the audit log: of a contest, or of everything.</summary>
internal static class AuditEndpoints
{
    private const int PageSize = 50;
    private const int ExportLimit = 100_000;
    private static readonly Access Contest = Access.Of(Role.Administrator, Role.Organiser, Role.Auditor);
    private static readonly Access Site = Access.Of(Role.Administrator, Role.Auditor);

    public static IEnumerable<ConsoleRoute> SiteRoutes =>
    [
        ConsoleRoute.Get("/manage/audit", Site, Show, new MenuItem("Nhật ký hệ thống", "Audit log")),
        ConsoleRoute.Get("/manage/audit/export.csv", Site, Csv),
        ConsoleRoute.Get("/manage/audit/export.xlsx", Site, Excel),
    ];

    public static IEnumerable<ConsoleRoute> ContestRoutes =>
    [
        ConsoleRoute.Get(ConsoleRoute.Contest + "/audit", Contest, Show, new MenuItem("Nhật ký", "Audit log")),
        ConsoleRoute.Get(ConsoleRoute.Contest + "/audit/export.csv", Contest, Csv),
        ConsoleRoute.Get(ConsoleRoute.Contest + "/audit/export.xlsx", Contest, Excel),
    ];

    private static async Task<IResult> Show(HttpContext http, Visit visit, string? q, string? act, int? page, HoiThiContext context)
    {
        var rows = Found(visit, context, q, act);
        var count = await rows.CountAsync();
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var number = Math.Clamp(page ?? 1, 1, pages);
        var shown = await rows.OrderByDescending(row => row.Number).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync();
        var slugs = await context.Contests.AsNoTracking().ToDictionaryAsync(row => row.Number, row => row.Slug);
        var acts = await context.Audit.AsNoTracking().Where(row => visit.Live == null || row.Contest == visit.Live.Number).Select(row => row.Act).Distinct().OrderBy(name => name).ToListAsync();
        return ConsolePage.Of<AuditPage>(http, new AuditView(
            shown.Select(row => new AuditLine(row.Number, Clock.Local(row.Moment), row.Who, row.Address, slugs.GetValueOrDefault(row.Contest), row.Act, row.Subject, row.Before, row.After, row.Reason)).ToValueList(),
            acts.ToValueList(), q?.Trim() ?? "", act ?? "", number, pages, count));
    }

    private static async Task<IResult> Csv(Visit visit, string? q, string? act, HoiThiContext context)
    {
        var text = new StringBuilder("\uFEFFnumber,moment,who,address,contest,act,subject,before,after,reason,hash\r\n");
        foreach (var line in await ExportAsync(visit, q, act, context))
        {
            text.AppendJoin(',', line.Values.Select(Cell)).Append("\r\n");
        }

        return Reply.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", NameOf(visit) + ".csv");
    }

    private static async Task<IResult> Excel(Visit visit, string? q, string? act, HoiThiContext context)
    {
        using var file = new MemoryStream();
        await file.SaveAsAsync(await ExportAsync(visit, q, act, context), sheetName: "audit");
        return Reply.File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", NameOf(visit) + ".xlsx");
    }

    private static async Task<List<Dictionary<string, object>>> ExportAsync(Visit visit, string? q, string? act, HoiThiContext context)
    {
        var rows = await Found(visit, context, q, act).OrderBy(row => row.Number).Take(ExportLimit).ToListAsync();
        return [.. rows.Select(row => new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["number"] = row.Number,
            ["moment"] = DateTimeOffset.FromUnixTimeMilliseconds(row.Moment).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["who"] = row.Who,
            ["address"] = row.Address,
            ["contest"] = row.Contest,
            ["act"] = row.Act,
            ["subject"] = row.Subject,
            ["before"] = row.Before ?? "",
            ["after"] = row.After ?? "",
            ["reason"] = row.Reason ?? "",
            ["hash"] = Convert.ToHexStringLower(row.Hash),
        })];
    }

    /// <summary>What the search and the filter leave, of this contest or of everything.</summary>
    private static IQueryable<AuditRow> Found(Visit visit, HoiThiContext context, string? q, string? act)
    {
        var rows = context.Audit.AsNoTracking();
        if (visit.Live is { } contest)
        {
            rows = rows.Where(row => row.Contest == contest.Number);
        }

        if (!string.IsNullOrEmpty(act))
        {
            rows = rows.Where(row => row.Act == act);
        }

        foreach (var word in (q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            var pattern = $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%".ToLowerInvariant();
#pragma warning disable CA1304, CA1311, MA0011 // Becomes lower() of the database.
            rows = rows.Where(row => EF.Functions.Like(row.Who.ToLower(), pattern, "\\") || EF.Functions.Like(row.Subject.ToLower(), pattern, "\\")
                || EF.Functions.Like(row.Act, pattern, "\\") || EF.Functions.Like(row.Address, pattern, "\\") || EF.Functions.Like((row.Reason ?? "").ToLower(), pattern, "\\")
                || EF.Functions.Like((row.Before ?? "").ToLower(), pattern, "\\") || EF.Functions.Like((row.After ?? "").ToLower(), pattern, "\\"));
#pragma warning restore CA1304, CA1311, MA0011
        }

        return rows;
    }

    /// <summary>A cell that a spreadsheet does not take for a formula.</summary>
    private static string Cell(object value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        text = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static string NameOf(Visit visit) => visit.Live is { } contest ? $"nhat-ky-{contest.Definition.Slug}" : "nhat-ky";
}
