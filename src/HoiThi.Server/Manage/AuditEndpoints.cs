using System.Globalization;
using System.Text;
using HoiThi.Core;
using HoiThi.Server.Audit;
using HoiThi.Server.Manage.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Organisers.Tables;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>Reading the audit log: of a contest, or of everything.</summary>
internal static class AuditEndpoints
{
    private static readonly Access Contest = Access.Of(Role.Administrator, Role.Organiser, Role.Auditor);
    private static readonly Access Site = Access.Of(Role.Administrator, Role.Auditor);

    public static IEnumerable<ConsoleRoute> SiteRoutes =>
    [
        ConsoleRoute.Get("/manage/audit", Site, Show, new MenuItem("Nhật ký hệ thống", "Audit log", MenuGroup.Site)),
        ConsoleRoute.Get("/manage/audit/export.csv", Site, Csv),
        ConsoleRoute.Get("/manage/audit/export.xlsx", Site, Excel),
    ];

    public static IEnumerable<ConsoleRoute> ContestRoutes =>
    [
        ConsoleRoute.Get(ConsoleRoute.Contest + "/audit", Contest, Show, new MenuItem("Nhật ký", "Audit log", MenuGroup.Results)),
        ConsoleRoute.Get(ConsoleRoute.Contest + "/audit/export.csv", Contest, Csv),
        ConsoleRoute.Get(ConsoleRoute.Contest + "/audit/export.xlsx", Contest, Excel),
    ];

    private static async Task<IResult> Show(HttpContext http, Visit visit, HoiThiContext context)
    {
        var query = TableQuery.Of(http.Request);
        var rows = AuditList.Found(visit, context, query);
        var count = await rows.LongCountAsync();
        var page = query.Within(count);
        var shown = await rows.Skip(page.Skip).Take(TableQuery.PageSize).ToListAsync();
        var slugs = await context.Contests.AsNoTracking().ToDictionaryAsync(row => row.Number, row => row.Slug);
        return ConsolePage.Of<AuditPage>(http, new TableView<AuditLine>(
            page, AuditList.Columns(visit, slugs), await AuditList.FiltersAsync(visit, context), [.. shown.Select(row => AuditList.LineOf(row))], count));
    }

    /// <summary>Comma-separated, written as it is read, for who computes the chain again with a program.</summary>
    private static async Task<IResult> Csv(HttpContext http, Visit visit, HoiThiContext context, IDbContextFactory<HoiThiContext> contexts, TimeProvider time)
    {
        var query = TableQuery.Of(http.Request) with { Sort = "number", Descending = false };
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(visit.Live?.Number ?? 0, "audit.export", NameOf(visit), After: new { query = visit.Query }));
            await transaction.CommitAsync();
        }

        var columns = AuditList.Columns(visit, new Dictionary<short, string>());
        return Reply.Stream(
            async target =>
            {
                await using var reading = await contexts.CreateDbContextAsync(http.RequestAborted);
                await using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                await text.WriteAsync(string.Join(',', columns.Select(column => column.Title.En)) + "\r\n");
                await foreach (var row in AuditList.Found(visit, reading, query).AsAsyncEnumerable().WithCancellation(http.RequestAborted))
                {
                    await text.WriteAsync(string.Join(',', columns.Select(column => Cell(column.Value(AuditList.LineOf(row))))) + "\r\n");
                }
            },
            "text/csv; charset=utf-8",
            NameOf(visit) + ".csv");
    }

    private static async Task<IResult> Excel(HttpContext http, Visit visit, HoiThiContext context, Exports exports)
    {
        var query = TableQuery.Of(http.Request);
        var count = await AuditList.Found(visit, context, query).LongCountAsync();
        var source = ExportSource.Of(
            NameOf(visit), visit.Language, AuditList.Columns(visit, new Dictionary<short, string>()), count,
            reading => AuditList.Found(visit, reading, query).AsEnumerable().Select(row => AuditList.LineOf(row)));
        return await exports.AnswerAsync(visit, source, "audit.export");
    }

    /// <summary>A cell that a spreadsheet does not take for a formula.</summary>
    private static string Cell(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        text = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static string NameOf(Visit visit) => visit.Live is { } contest ? $"nhat-ky-{contest.Definition.Slug}" : "nhat-ky";
}
