using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HoiThi.Server.Site;

/// <summary>Answers with a page: a component that takes the language and a view, and nothing else.</summary>
public static class Page
{
    public static IResult Of<TComponent>(HttpContext context, object view, int status = StatusCodes.Status200OK)
        where TComponent : IComponent => new RazorComponentResult<TComponent>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Language"] = Language.Of(context.Request),
            ["View"] = view,
        })
        {
            StatusCode = status,
        };
}
