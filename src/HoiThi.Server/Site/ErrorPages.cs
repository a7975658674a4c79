using System.Data.Common;
using System.Globalization;
using HoiThi.Core.Contests;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Security;
using Microsoft.AspNetCore.Diagnostics;

namespace HoiThi.Server.Site;

/// <summary>Errors in words: a page for people, problem details for programs.</summary>
public static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(errors => errors.Run(context =>
        {
            var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
            context.Response.StatusCode = error switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                _ when IsOfStorage(error) => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            };
            return Write(context);
        }));
    }

    public static void UseStatusPages(this WebApplication app) => app.UseStatusCodePages(pages => Write(pages.HttpContext));

    /// <summary>Whether the database is to blame: it takes no writes, or does not answer at all.</summary>
    private static bool IsOfStorage(Exception? error) =>
        error is StorageUnavailableException or DbException { IsTransient: true } || (error?.InnerException is { } inner && IsOfStorage(inner));

    /// <summary>Says in words what the status of the reply means.</summary>
    public static Task Write(HttpContext context)
    {
        SecurityHeaders.Set(context);
        var status = context.Response.StatusCode;
        context.RequestServices.GetRequiredService<ErrorCount>().Add(status);
        int? retry = null;
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            // Spread out, or all who were sent away come back in the same second.
            var seconds = Random.Shared.Next(3, 10);
            var text = seconds.ToString(CultureInfo.InvariantCulture);
            context.Response.Headers.RetryAfter = text;
            if (HttpMethods.IsGet(context.Request.Method))
            {
                context.Response.Headers["Refresh"] = text;
                retry = seconds;
            }
        }

        var reference = status == StatusCodes.Status500InternalServerError ? context.TraceIdentifier : null;
        var result = WantsPage(context.Request)
            ? Page.Of<Problem>(context, new ProblemView(status, ContestOf(context), retry, reference), status)
            : Reply.Problem(statusCode: status);
        return result.ExecuteAsync(context);
    }

    private static bool WantsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Contest? ContestOf(HttpContext context)
    {
        var parts = context.Request.Path.Value?.Split('/') ?? [];
        return parts is [_, "competition", var slug, ..]
            ? context.RequestServices.GetRequiredService<ContestCatalog>().Find(slug)?.Definition
            : null;
    }
}
