using HoiThi.Core;
using HoiThi.Server.Organisers.Pages;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Organisers.Tables;

/// <summary>The files that somebody had made: how far they are, and they themselves.</summary>
internal static class ExportEndpoints
{
    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get("/manage/exports", Access.Signed, List),
        ConsoleRoute.Get("/manage/exports/{id:guid}", Access.Signed, Show),
        ConsoleRoute.Get("/manage/exports/{id:guid}/file", Access.Signed, Fetch),
    ];

    private static async Task<IResult> List(HttpContext http, Visit visit, HoiThiContext context, TimeProvider time) =>
        ConsolePage.Of<ExportsPage>(http, await ViewOf(http, visit, context, time));

    private static async Task<IResult> Show(HttpContext http, Visit visit, Guid id, HoiThiContext context, TimeProvider time)
    {
        var view = await ViewOf(http, visit, context, time, id);
        return view.Exports.Count == 0 ? ConsolePage.Of<ConsoleProblem>(http, StatusCodes.Status404NotFound, StatusCodes.Status404NotFound) : ConsolePage.Of<ExportsPage>(http, view);
    }

    private static async Task<IResult> Fetch(HttpContext http, Visit visit, Guid id, HoiThiContext context, Exports exports)
    {
        if (await context.Exports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Person == visit.Person && row.State == "done") is not { } export
            || !visit.Grants.Any(grant => grant.Contest == 0 || grant.Contest == export.Contest))
        {
            return ConsolePage.Of<ConsoleProblem>(http, StatusCodes.Status404NotFound, StatusCodes.Status404NotFound);
        }

        return Reply.Stream(target => exports.CopyToAsync(id, target, http.RequestAborted), ExcelFile.ContentType, export.Name);
    }

    /// <summary>One export or all of them; the page asks again by itself while one is running.</summary>
    private static async Task<ExportsView> ViewOf(HttpContext http, Visit visit, HoiThiContext context, TimeProvider time, Guid? id = null)
    {
        var now = time.GetUtcNow();
        var oldest = (now - Exports.Kept).ToUnixTimeMilliseconds();
        var rows = await context.Exports.AsNoTracking()
            .Where(row => row.Person == visit.Person && row.Created > oldest && (id == null || row.Id == id)).OrderByDescending(row => row.Created).ToListAsync();
        var lines = rows.Select(row => new ExportLine(row.Id, row.Name, Clock.Local(row.Created), row.Written, row.Total, row.State switch
        {
            "running" when now.ToUnixTimeMilliseconds() - row.Seen > Exports.Silence.TotalMilliseconds => ExportState.Failed,
            "running" => ExportState.Running,
            "done" => ExportState.Done,
            _ => ExportState.Failed,
        })).ToValueList();
        if (lines.Any(line => line.State == ExportState.Running))
        {
            http.Response.Headers["Refresh"] = "2";
        }

        return new ExportsView(lines);
    }
}
