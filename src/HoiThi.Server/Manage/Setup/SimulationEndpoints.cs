using System.Globalization;
using HoiThi.Core;
using HoiThi.Server.Manage.Setup.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Setup;

/// <summary>Plays the contest with made-up people, in the background; its page can be left and come back to.</summary>
internal static class SimulationEndpoints
{
    private const string Simulation = ConsoleRoute.Contest + "/simulation";

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(Simulation, SetupEndpoints.Organisers, Show, new MenuItem("Chạy thử", "Simulate", MenuGroup.Preparation)),
        ConsoleRoute.Post(Simulation, SetupEndpoints.Organisers, Ask),
        ConsoleRoute.Get(Simulation + "/{number:int}", SetupEndpoints.Organisers, Report),
    ];

    private static Task<IResult> Show(HttpContext http, Visit visit, HoiThiContext context, string? done) => Page(http, visit, context, ConsoleForm.Empty, done);

    private static async Task<IResult> Page(HttpContext http, Visit visit, HoiThiContext context, ConsoleForm form, string? done)
    {
        var rows = await context.Simulations.AsNoTracking().Where(row => row.Contest == visit.Contest.Number).OrderByDescending(row => row.Number).Take(20).ToListAsync();
        return ConsolePage.Of<SimulationsPage>(
            http, new SimulationsView(rows.Select(row => LineOf(visit, row)).ToValueList(), form, done), form.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> Ask(HttpContext http, Visit visit, HoiThiContext context, SimulationDesk desk)
    {
        if (await FormBody.Read(http.Request) is not { } form)
        {
            return Reply.BadRequest();
        }

        var people = int.TryParse(form["people"].ToString().Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= SimulationDesk.MostPeople ? count : 0;
        var seeded = long.TryParse(form["seed"], NumberStyles.None, CultureInfo.InvariantCulture, out var seed);
        FieldError? wrong = people == 0 ? ConsoleForm.Wrong("people", "Số người từ 1 đến 200.000.", "1 to 200,000 people.")
            : !seeded ? ConsoleForm.Wrong("seed", "Hạt giống là một số nguyên.", "The seed is a whole number.")
            : null;
        if (wrong is null && await desk.AskAsync(visit, people, seed) is { } number)
        {
            return ConsolePage.To(visit.To($"/simulation/{number}"), "asked");
        }

        return await Page(http, visit, context, ConsoleForm.Of(form, wrong ?? ConsoleForm.Wrong("people", "Một lần chạy thử của hội thi này chưa xong; hãy đợi rồi thử lại.", "A simulation of this contest is on its way; wait for it.")), null);
    }

    private static async Task<IResult> Report(HttpContext http, Visit visit, HoiThiContext context, int number, string? done) =>
        await context.Simulations.AsNoTracking().SingleOrDefaultAsync(row => row.Contest == visit.Contest.Number && row.Number == number) is { } row
            ? ConsolePage.Of<SimulationPage>(http, new SimulationView(LineOf(visit, row), done))
            : Reply.NotFound();

    private static SimulationLine LineOf(Visit visit, SimulationRow row) => new(
        row.Number, row.Version, row.People, row.Seed, visit.Contest.Local(row.Asked), row.Finished is not null, row.Rounds, row.Done, row.Failure,
        visit.Language.English ? row.ReportEn : row.ReportVi);
}
