using System.Text;
using HoiThi.Core.Contests;
using Microsoft.AspNetCore.Components;

namespace HoiThi.Server.Site;

/// <summary>
/// The frame of a page as bytes: <see cref="Layout"/> rendered once, split where the content goes. Pages of the hot
/// path write <c>Head</c>, their content and <c>Tail</c>, and so look like all others without rendering components.
/// </summary>
public sealed record Shell(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Tail)
{
    private const string Mark = "<!--content-->";

    /// <summary>Renders the frame for one contest, title and language.</summary>
    /// <param name="services">For the renderer.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="title">The title of the page.</param>
    /// <param name="language">The language of the frame.</param>
    /// <param name="script">A script that only this page needs.</param>
    /// <param name="plain">Whether top bar and footer are left out, as on a paper.</param>
    public static async Task<Shell> Render(
        IServiceProvider services, Contest contest, string title, Language language, string? script = null, bool plain = false)
    {
        var html = await Markup.Render<Layout>(services, new(StringComparer.Ordinal)
        {
            [nameof(Layout.Language)] = language,
            [nameof(Layout.Title)] = title,
            [nameof(Layout.Contest)] = contest,
            [nameof(Layout.Script)] = script,
            [nameof(Layout.Plain)] = plain,
            [nameof(Layout.ChildContent)] = (RenderFragment)(builder => builder.AddMarkupContent(0, Mark)),
        });
        var split = html.IndexOf(Mark, StringComparison.Ordinal);
        return new Shell(Encoding.UTF8.GetBytes(html[..split]), Encoding.UTF8.GetBytes(html[(split + Mark.Length)..]));
    }
}
