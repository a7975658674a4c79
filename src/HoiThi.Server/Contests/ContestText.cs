using System.Net;
using Ganss.Xss;
using HoiThi.Core;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace HoiThi.Server.Contests;

/// <summary>
/// A text of the organisers, from Markdown to HTML that can be put in a page: raw HTML in it is shown as text, and what
/// is left goes through a sanitizer, because the organisers' console is one stolen password away from anybody.
/// </summary>
/// <param name="Html">The text.</param>
/// <param name="Headings">Its headings of the second level, in order, for a table of contents.</param>
public sealed record ContestText(string Html, ValueList<TextHeading> Headings)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseListExtras().UseAutoLinks().UseEmphasisExtras().Build();

    /// <summary>Reads Markdown. A heading of the first level becomes one of the second: the page has its own title.</summary>
    public static ContestText Of(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var headings = new List<TextHeading>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Max(heading.Level, 2);
            if (heading.Level == 2)
            {
                var id = $"muc-{headings.Count + 1}";
                heading.GetAttributes().Id = id;
                headings.Add(new TextHeading(id, PlainText(heading)));
            }
        }

        return new ContestText(Sanitizer().Sanitize(document.ToHtml(Pipeline)), headings.ToValueList());
    }

    private static string PlainText(HeadingBlock heading)
    {
        using var writer = new StringWriter();
        var renderer = new Markdig.Renderers.HtmlRenderer(writer) { EnableHtmlForInline = false, EnableHtmlEscape = true };
        if (heading.Inline is not null)
        {
            renderer.Render(heading.Inline);
        }

        return WebUtility.HtmlDecode(writer.ToString()).Trim();
    }

    private static HtmlSanitizer Sanitizer()
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedTags.Clear();
        sanitizer.AllowedTags.UnionWith([
            "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code", "strong", "em", "del", "ins", "sub",
            "sup", "mark", "a", "img", "table", "thead", "tbody", "tr", "th", "td",
        ]);
        sanitizer.AllowedAttributes.Clear();
        sanitizer.AllowedAttributes.UnionWith(["href", "src", "alt", "title", "id", "start", "type", "colspan", "rowspan"]);
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.UnionWith(["http", "https", "mailto", "tel"]);
        return sanitizer;
    }
}

/// <summary>A heading of a text.</summary>
/// <param name="Id">Its id in the page.</param>
/// <param name="Text">Its words, without markup.</param>
public sealed record TextHeading(string Id, string Text);
