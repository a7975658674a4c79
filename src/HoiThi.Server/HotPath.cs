using System.Globalization;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contestants;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;

namespace HoiThi.Server;

/// <summary>
/// The door of the hot path. The few addresses that everybody uses at the same time are told apart here, in front of all
/// that other requests pass through, because routing, binding, static files, output cache and compression together cost
/// more than such a request's own work. What they do for safety is done here as well: limits, origin, headers, errors in words.
/// </summary>
internal sealed class HotPath(
    ContestCatalog catalog, ContestantSession session, OwnAttempts attempts, AttemptWriter writer, AttemptReader reader, RoundPagesCache pages,
    Places places, BlockList blocks, Secrets secrets, IResultAside aside, Joining joining, JoinForms forms, RequestLimits limits, Reads reads, DeadlineMoves moves,
    TimeProvider time)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        HandlerOf(context.Request) is { } handler ? AnswerAsync(context, handler) : next(context);

    private async Task AnswerAsync(HttpContext context, Func<HttpContext, Task<IResult>> handler)
    {
        var response = context.Response;
        SecurityHeaders.Set(context);
        if (!limits.Take(context))
        {
            response.StatusCode = StatusCodes.Status429TooManyRequests;
        }
        else if (!SameOrigin.Allows(context.Request))
        {
            response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            var result = await handler(context);
            await result.ExecuteAsync(context);
        }

        if (response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentLength: null, ContentType: null })
        {
            await ErrorPages.Write(context);
        }
    }

    /// <summary>What answers a request; null where it is none of the hot path.</summary>
    private Func<HttpContext, Task<IResult>>? HandlerOf(HttpRequest request)
    {
        var path = request.Path.Value.AsSpan().TrimEnd('/');
        if (Begins(ref path, "/attempts/"))
        {
            return OfAttempt(Segment(ref path), path, request.Method);
        }

        return Begins(ref path, "/competition/") ? OfContest(Segment(ref path), path, request) : null;
    }

    private Func<HttpContext, Task<IResult>>? OfAttempt(string id, ReadOnlySpan<char> rest, string method)
    {
        if (Gets(method) && Begins(ref rest, "/images/"))
        {
            var file = rest.ToString();
            return context => PaperImageEndpoint.Show(context, id, file, attempts, reader, reads);
        }

        return rest switch
        {
            "" when Gets(method) => context => PaperEndpoint.Show(context, id, attempts, reader, pages, time),
            "/answers" when HttpMethods.IsPut(method) => context => SaveEndpoint.Save(context, id, attempts, writer, time),
            "/answers" when HttpMethods.IsPost(method) => context => SaveEndpoint.SaveForm(context, id, attempts, writer, time),
            "/deadline" when Gets(method) => context => DeadlineEndpoint.Show(context, id, attempts, reader, time),
            "/submission" when HttpMethods.IsPost(method) => context => SubmitEndpoint.Submit(context, id, attempts, writer, time),
            "/prediction" when HttpMethods.IsPost(method) => context => PredictEndpoint.Predict(context, id, attempts, writer, time),
            "/result" when Gets(method) => context => ResultEndpoint.Show(context, id, attempts, reader, writer, places, pages, secrets, aside, time),
            _ => null,
        };
    }

    private Func<HttpContext, Task<IResult>>? OfContest(string slug, ReadOnlySpan<char> rest, HttpRequest request)
    {
        var method = request.Method;
        if (Begins(ref rest, "/rounds/"))
        {
            return !int.TryParse(Segment(ref rest), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null : rest switch
            {
                "" when Gets(method) && !ByEntrance(request) => context => RoundEndpoint.Show(context, slug, number, catalog, session, reader, pages, time),
                "/attempts" when HttpMethods.IsPost(method) => context => StartEndpoint.Start(context, slug, number, catalog, session, writer, blocks, time),
                _ => null,
            };
        }

        return rest switch
        {
            "/deadlines" when Gets(method) => _ => Task.FromResult(moves.AnswerOf(slug)),
            "/join" when Gets(method) && !ByEntrance(request) => context =>
                JoinEndpoint.Show(context, slug, context.Request.Query["way"], context.Request.Query["round"], catalog, session, forms, time),
            "/join" when HttpMethods.IsPost(method) => context => JoinEndpoint.Register(context, slug, catalog, joining, forms, secrets, session, time),
            _ => null,
        };
    }

    /// <summary>Whether a visitor comes through a portal, which is remembered first (<see cref="ContestEndpoints.UseEntrances"/>).</summary>
    private static bool ByEntrance(HttpRequest request) => request.QueryString.HasValue && request.Query.ContainsKey(ContestEndpoints.EntranceQuery);

    private static bool Gets(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static bool Begins(ref ReadOnlySpan<char> path, string with)
    {
        var begins = path.StartsWith(with, StringComparison.OrdinalIgnoreCase);
        path = begins ? path[with.Length..] : path;
        return begins;
    }

    /// <summary>The first segment; what is left begins with its slash.</summary>
    private static string Segment(ref ReadOnlySpan<char> path)
    {
        var end = path.IndexOf('/');
        var segment = end < 0 ? path : path[..end];
        path = path[segment.Length..];
        return segment.ToString();
    }
}

internal static class HotPathMiddleware
{
    /// <summary>Made with the first request: it needs the database, which is prepared after the application is built.</summary>
    public static void UseHotPath(this WebApplication app)
    {
        var made = new Lazy<HotPath>(app.Services.GetRequiredService<HotPath>);
        app.Use((context, next) => made.Value.InvokeAsync(context, next));
    }
}
