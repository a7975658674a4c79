using HoiThi.Server.Contests;
using HoiThi.Server.Organisers.Pages;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Organisers;

/// <summary>
/// What every request below <c>/manage</c> passes: who it is, and whether the table of routes lets that person through.
/// An endpoint that is in no table is answered as if it were not there.
/// </summary>
public static class ConsoleGate
{
    public static void UseConsole(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/manage", StringComparison.OrdinalIgnoreCase),
        branch => branch.Use(PassAsync));

    private static async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (http.GetEndpoint()?.Metadata.GetMetadata<ConsoleRoute>() is not { } route)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var visit = await VisitAsync(http, route);
        if (visit is not null)
        {
            Visit.Put(http, visit);
        }

        if (RefusalOf(http, route, visit) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    /// <summary>Why a request is not let through, or null.</summary>
    private static IResult? RefusalOf(HttpContext http, ConsoleRoute route, Visit? visit)
    {
        if (route.Access.Kind == AccessKind.Open)
        {
            return null;
        }

        if (visit is null)
        {
            var back = HttpMethods.IsGet(http.Request.Method) && http.Request.Path != "/manage" ? "?to=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString) : "";
            return ConsolePage.To("/manage/sign-in" + back);
        }

        if (!visit.Complete)
        {
            return route.Access.Kind == AccessKind.Unfinished ? null : ConsolePage.To("/manage/welcome");
        }

        // A contest in which one has no role is not there, whether or not it is.
        if (route.IsOfContest && (visit.Live is null || !visit.GrantsHere.Any()))
        {
            return ConsolePage.Of<ConsoleProblem>(http, StatusCodes.Status404NotFound, StatusCodes.Status404NotFound);
        }

        return visit.May(route) ? null : ConsolePage.Of<ConsoleProblem>(http, StatusCodes.Status403Forbidden, StatusCodes.Status403Forbidden);
    }

    private static async Task<Visit?> VisitAsync(HttpContext http, ConsoleRoute route)
    {
        var services = http.RequestServices;
        await using var context = await services.GetRequiredService<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync(http.RequestAborted);
        if (await services.GetRequiredService<ConsoleSessions>().FindAsync(http, context) is not { } session
            || await context.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == session.Person && row.Disabled == null) is not { } person)
        {
            return null;
        }

        var grants = await context.RoleGrants.AsNoTracking().Where(row => row.Person == person.Id).ToListAsync();
        return new Visit(
            person.Id,
            person.Name,
            person.Email!,
            session.Id,
            session.Complete,
            ConsoleSessions.AddressOf(http),
            [.. grants.Select(row => new RoleGrant(row.Contest, Enum.Parse<Role>(row.Role), row.Unit))],
            route,
            services.GetRequiredService<ConsoleRoutes>().All,
            Language.Of(http.Request),
            http.GetRouteValue("contest") is string slug ? services.GetRequiredService<ContestCatalog>().Known(slug) : null,
            http.Request.QueryString.Value ?? "");
    }
}
