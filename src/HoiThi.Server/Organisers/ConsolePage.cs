using HoiThi.Server.Site;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HoiThi.Server.Organisers;

/// <summary>Answers with a page of the console: a component that takes the language, the visit and a view.</summary>
public static class ConsolePage
{
    public static IResult Of<TComponent>(HttpContext context, object view, int status = StatusCodes.Status200OK)
        where TComponent : IComponent => new RazorComponentResult<TComponent>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Language"] = Language.Of(context.Request),
            ["Visit"] = Visit.Of(context),
            ["View"] = view,
        })
        {
            StatusCode = status,
        };

    /// <summary>After a form: the browser asks for a page, and a reload sends nothing again.</summary>
    public static IResult To(string path, string? done = null) =>
        SeeOther.To(done is null ? path : path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "done=" + done);
}
