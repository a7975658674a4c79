using System.Text;
using System.Xml.Linq;
using HoiThi.Formats.Banks.Files;

namespace HoiThi.Formats.Banks.Qti;

/// <summary>The text of a QTI body: blocks become lines, what is not for the candidate is left out.</summary>
internal static class QtiText
{
    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal)
    {
        "simpleChoice", "rubricBlock", "feedbackBlock", "feedbackInline", "modalFeedback", "script", "style", "stylesheet",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "br", "li", "ul", "ol", "tr", "table", "prompt", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre",
        "choiceInteraction", "extendedTextInteraction", "contentBody",
    };

    public static (string Text, List<string> Images) Of(XElement? element)
    {
        var text = new StringBuilder();
        var images = new List<string>();
        foreach (var node in element?.Nodes() ?? [])
        {
            Append(node, text, images);
        }

        return (BankText.Clean(text.ToString()), images);
    }

    private static void Append(XNode node, StringBuilder text, List<string> images)
    {
        if (node is XText words)
        {
            text.Append(words.Value.Replace('\n', ' '));
        }

        if (node is not XElement element || Hidden.Contains(element.Qti()))
        {
            return;
        }

        var name = element.Qti();
        if (name == "textEntryInteraction")
        {
            text.Append(" _____ ");
        }
        else if (name is "img" or "object" && (element.Value("src") ?? element.Value("data")) is { } source)
        {
            images.Add(source);
        }

        var block = Blocks.Contains(name);
        text.Append(block ? "\u2028" : name is "td" or "th" ? " " : "");
        foreach (var child in element.Nodes())
        {
            Append(child, text, images);
        }

        text.Append(block ? "\u2028" : "");
    }
}
