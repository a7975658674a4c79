using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HoiThi.Server.Site;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HoiThi.Server.Tests.Contests.Pages;

/// <summary>Renders a page as the server does and reads it as a browser would.</summary>
internal static class Rendering
{
    public static async Task<string> Html<TPage>(object view, Language? language = null)
        where TPage : IComponent
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view, ["Language"] = language ?? Language.Vietnamese };
            return (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString();
        });
    }

    public static async Task<IHtmlDocument> Page<TPage>(object view, Language? language = null)
        where TPage : IComponent => new HtmlParser().ParseDocument(await Html<TPage>(view, language));
}
