using System.Xml.Linq;
using HoiThi.Formats.Banks.Files;
using HoiThi.Formats.Banks.Script;

namespace HoiThi.Formats.Banks.Word;

/// <summary>The styles of a document: what paragraphs and runs look like before their own properties.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, XElement> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Mark> looks = new(StringComparer.Ordinal);
    private readonly Mark defaults;
    private readonly string? paragraphs;

    public WordStyles(XElement? root)
    {
        defaults = Mark.None.With(root?.Child("docDefaults")?.Child("rPrDefault")?.Child("rPr"));
        foreach (var style in root?.Children("style") ?? [])
        {
            if (style.Value("styleId") is { } id && byId.TryAdd(id, style) && style.Value("type") == "paragraph" && style.Value("default") is "1" or "true")
            {
                paragraphs = id;
            }
        }
    }

    /// <summary>The look of the text of a paragraph.</summary>
    public Mark LookOf(string? paragraphStyle) => Cached(paragraphStyle ?? paragraphs ?? "", defaults);

    /// <summary>A look with that of a character style over it.</summary>
    public Mark Over(Mark look, string? characterStyle) =>
        characterStyle is null ? look : Chain(characterStyle).Reverse().Aggregate(look, (over, style) => over.With(style.Child("rPr")));

    /// <summary>The level of a heading, from 1; 0 for other styles.</summary>
    public int HeadingOf(string? style)
    {
        foreach (var each in Chain(style))
        {
            if (each.Child("pPr")?.Child("outlineLvl").Number() is { } level)
            {
                return level is >= 0 and < 9 ? level + 1 : 0;
            }

            var name = each.Child("name").Value() ?? "";
            if (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && name.Length == 9 && char.IsAsciiDigit(name[8]))
            {
                return name[8] - '0';
            }
        }

        return 0;
    }

    /// <summary>The numbering that a style brings.</summary>
    public XElement? NumberingOf(string? style) => Chain(style).Select(each => each.Child("pPr")?.Child("numPr")).FirstOrDefault(found => found is not null);

    private Mark Cached(string style, Mark below)
    {
        if (!looks.TryGetValue(style, out var look))
        {
            look = Chain(style).Reverse().Aggregate(below, (over, each) => over.With(each.Child("rPr")));
            looks.Add(style, look);
        }

        return look;
    }

    private IEnumerable<XElement> Chain(string? id)
    {
        // A style that is based on itself must not turn forever.
        for (var length = 0; id is not null && length < LongestChain && byId.TryGetValue(id, out var style); length++)
        {
            yield return style;
            id = style.Child("basedOn").Value();
        }
    }
}
