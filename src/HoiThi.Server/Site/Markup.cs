using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HoiThi.Server.Site;

/// <summary>Components rendered to text, for pages that are kept and filled in, not rendered anew.</summary>
public static class Markup
{
    public static async Task<string> Render<TComponent>(IServiceProvider services, Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var output = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            return output.ToHtmlString();
        });
    }
}
