using System.Globalization;
using System.Xml.Linq;
using HoiThi.Formats.Banks.Files;
using HoiThi.Formats.Banks.Script;

namespace HoiThi.Formats.Banks.Word;

/// <summary>Turns a paragraph into lines: runs put together, deleted text and fields' codes left out.</summary>
internal sealed class WordParagraph(WordStyles styles, WordNumbering numbering, WordImages images)
{
    private readonly List<ScriptLine> lines = [];
    private readonly List<string> pictures = [];
    private readonly List<XElement> boxes = [];
    private MarkedText.Maker text = new();
    private Mark look;
    private BankPlace place = BankPlace.File;
    private WordLabel? label;
    private int heading;
    private bool inTable;

    /// <summary>The paragraphs of the text boxes that are anchored in what was read last.</summary>
    public IReadOnlyList<XElement> Boxes => boxes;

    public List<ScriptLine> Read(XElement paragraph, BankPlace at, bool inCell)
    {
        lines.Clear();
        boxes.Clear();
        (place, inTable) = (at, inCell);
        var properties = paragraph.Child("pPr");
        var style = properties?.Child("pStyle").Value();
        look = styles.LookOf(style);
        heading = properties?.Child("outlineLvl").Number() is { } outline ? (outline is >= 0 and < 9 ? outline + 1 : 0) : styles.HeadingOf(style);
        label = numbering.Next(Numbering(properties?.Child("numPr"), styles.NumberingOf(style)));
        Content(paragraph);
        EndLine();
        return [.. lines];
    }

    // A paragraph may name the level only, where its style names the list.
    private static XElement? Numbering(XElement? own, XElement? ofStyle) => own switch
    {
        null => ofStyle,
        _ when own.Child("numId") is null && ofStyle?.Child("numId") is { } list => new XElement("numPr", list, own.Child("ilvl")),
        _ => own,
    };

    private void Content(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "r":
                    Run(child);
                    break;
                case "oMath" or "oMathPara":
                    text.Append(string.Concat(child.Descendants().Where(each => each.Name.LocalName == "t").Select(each => each.Value)), look);
                    break;
                case "hyperlink" or "ins" or "moveTo" or "smartTag" or "sdt" or "sdtContent" or "fldSimple" or "dir" or "bdo" or "customXml":
                    Content(child);
                    break;
                case "AlternateContent" when (child.Child("Choice") ?? child.Child("Fallback")) is { } chosen:
                    Content(chosen);
                    break;
            }
        }
    }

    private void Run(XElement run)
    {
        var properties = run.Child("rPr");
        var mark = styles.Over(look, properties?.Child("rStyle").Value()).With(properties);
        foreach (var part in run.Elements())
        {
            RunPart(part, mark);
        }
    }

    private void RunPart(XElement part, Mark mark)
    {
        switch (part.Name.LocalName)
        {
            case "t":
                text.Append(part.Value, mark);
                break;
            case "tab" or "ptab":
                text.Append("\t", mark);
                break;
            case "noBreakHyphen":
                text.Append("-", mark);
                break;
            case "br" when part.Value("type") is "page" or "column":
                text.Append(" ", mark);
                break;
            case "br" or "cr":
                EndLine();
                break;
            case "sym":
                text.Append(Symbol(part), mark);
                break;
            case "drawing" or "pict" or "object":
                Picture(part);
                break;
            case "AlternateContent" when (part.Child("Choice") ?? part.Child("Fallback")) is { } chosen:
                foreach (var inner in chosen.Elements())
                {
                    RunPart(inner, mark);
                }

                break;
        }
    }

    private void Picture(XElement drawing)
    {
        var within = drawing.Descendants().Where(element => element.Name.LocalName == "txbxContent").ToList();
        boxes.AddRange(within.SelectMany(box => box.Children("p")));
        if (images.Keep(drawing, place) is { } name)
        {
            pictures.Add(name);
        }
    }

    // Ticks of Wingdings; the other symbols are ornaments.
    private static string Symbol(XElement symbol) =>
        int.TryParse(symbol.Value("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is 0xF0FC or 0xF0FE or 0xF052 ? "✓" : " ";

    private void EndLine()
    {
        var first = lines.Count == 0;
        lines.Add(new ScriptLine(
            text.ToMarkedText(),
            first ? label?.Text ?? "" : "",
            heading,
            place,
            [.. pictures],
            Broken: !first,
            inTable,
            first ? label?.Lettered : null));
        text = new();
        pictures.Clear();
    }
}
