using System.Xml.Linq;
using HoiThi.Formats.Banks.Files;
using HoiThi.Formats.Banks.Script;

namespace HoiThi.Formats.Banks.Word;

/// <summary>Reads a document's paragraphs and tables in order.</summary>
internal sealed class WordFile
{
    private const string Document = "word/document.xml";
    private const int DeepestTable = 6;

    private readonly SafeZip zip;
    private readonly BankBuilder builder;
    private readonly WordParagraph paragraphs;
    private int count;

    public WordFile(SafeZip zip, BankBuilder builder)
    {
        this.zip = zip;
        this.builder = builder;
        var images = new WordImages(zip, Part("word/_rels/document.xml.rels"), builder);
        paragraphs = new(new WordStyles(Part("word/styles.xml")), new WordNumbering(Part("word/numbering.xml")), images);
    }

    /// <summary>Reads the questions of a document.</summary>
    public static void Read(SafeZip zip, BankBuilder builder) => new ScriptReader(builder).Read(new WordFile(zip, builder).Items());

    private IEnumerable<object> Items()
    {
        var root = Part(Document) ?? throw new RefusedException(BankProblems.MissingPart(Document));
        CheckFonts(root);
        return root.Child("body") is { } body ? Items(body) : [];
    }

    private XElement? Part(string name) =>
        zip.TryRead(name) is { } bytes ? SafeXml.Load(bytes, name, builder.Options.Limits, builder.Cancel).Root : null;

    private IEnumerable<object> Items(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            builder.Cancel.ThrowIfCancellationRequested();
            var items = child.Name.LocalName switch
            {
                "p" => Lines(child, inCell: false),
                "tbl" => [Table(child, 1)],
                "sdt" or "sdtContent" or "ins" or "moveTo" or "customXml" => Items(child),
                _ => [],
            };
            foreach (var item in items)
            {
                yield return item;
            }
        }
    }

    private List<ScriptLine> Lines(XElement paragraph, bool inCell)
    {
        var lines = paragraphs.Read(paragraph, new BankPlace(PlaceKind.Paragraph, ++count), inCell);
        foreach (var box in paragraphs.Boxes.ToList())
        {
            lines.AddRange(paragraphs.Read(box, new BankPlace(PlaceKind.Paragraph, ++count), inCell));
        }

        return lines;
    }

    private ScriptTable Table(XElement table, int depth)
    {
        var rows = new List<ScriptRow>();
        foreach (var row in Content(table, "tr").Where(row => row.Child("trPr")?.Child("del") is null))
        {
            builder.Cancel.ThrowIfCancellationRequested();
            var place = new BankPlace(PlaceKind.Paragraph, count + 1);
            rows.Add(new ScriptRow(place, [.. Content(row, "tc").Select(cell => new ScriptCell(CellLines(cell, depth)))]));
        }

        return new ScriptTable(rows);
    }

    // A table within a cell is read line by line.
    private List<ScriptLine> CellLines(XElement cell, int depth)
    {
        var lines = new List<ScriptLine>();
        foreach (var child in Unwrapped(cell))
        {
            if (child.Name.LocalName == "p")
            {
                lines.AddRange(Lines(child, inCell: true));
            }
            else if (child.Name.LocalName == "tbl" && depth < DeepestTable)
            {
                lines.AddRange(Table(child, depth + 1).Rows.SelectMany(Script.CellLines.Of));
            }
        }

        return lines;
    }

    private static IEnumerable<XElement> Content(XElement parent, string name) => Unwrapped(parent).Where(child => child.Name.LocalName == name);

    private static IEnumerable<XElement> Unwrapped(XElement parent) => parent.Elements().SelectMany(child =>
        child.Name.LocalName is "sdt" or "sdtContent" or "ins" or "customXml" ? Unwrapped(child) : [child]);

    // Before Unicode a font gave the letters their shape: its text reads as "Céng hoµ x· héi".
    private void CheckFonts(XElement root)
    {
        var run = root.Descendants().FirstOrDefault(element => element.Name.LocalName == "r"
            && FontOf(element) is { } font && (font.StartsWith(".Vn", StringComparison.Ordinal) || font.StartsWith("VNI-", StringComparison.Ordinal))
            && element.Children("t").Any(text => text.Value.Any(letter => letter is >= '\u00A1' and <= '\u00FF')));
        if (run is not null)
        {
            builder.Add(BankProblems.LegacyFont(BankPlace.File, FontOf(run)!));
        }
    }

    private static string? FontOf(XElement run) => run.Child("rPr")?.Child("rFonts") is { } fonts ? fonts.Value("ascii") ?? fonts.Value("hAnsi") : null;
}
