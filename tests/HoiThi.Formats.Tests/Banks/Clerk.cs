using System.IO.Compression;
using System.Security;
using System.Text;

namespace HoiThi.Formats.Tests.Banks;

/// <summary>
/// Writes a document as Word leaves it after a person has typed, corrected and pasted: runs that end in the middle of words,
/// marks of the spelling checker, bookmarks, hard spaces, soft hyphens, and letters in parts where asked.
/// </summary>
internal sealed class Clerk(int seed, bool decomposed = false)
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private readonly Random random = new(seed);
    private readonly StringBuilder body = new();
    private int marks;

    public string? Numbering { get; set; }

    /// <summary>A paragraph: pieces of text, each with its run properties.</summary>
    public Clerk Line(params (string Text, string Look)[] pieces) => Paragraph("", pieces);

    public Clerk Line(string text) => Paragraph("", (text, ""));

    public Clerk Paragraph(string properties, params (string Text, string Look)[] pieces)
    {
        body.Append(Para(properties, pieces));
        return this;
    }

    public Clerk Heading(int level, string text) => Paragraph($"<w:pStyle w:val=\"Heading{level}\"/>", (text, ""));

    public Clerk Numbered(int level, params (string Text, string Look)[] pieces) =>
        Paragraph($"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>", pieces);

    public Clerk Table(IEnumerable<IEnumerable<(string Text, string Look)[][]>> rows)
    {
        body.Append("<w:tbl><w:tblPr/><w:tblGrid/>");
        foreach (var row in rows)
        {
            body.Append("<w:tr>");
            foreach (var cell in row)
            {
                body.Append("<w:tc><w:tcPr/>").AppendJoin("", cell.Select(line => Para("", line))).Append(cell.Length == 0 ? "<w:p/>" : "").Append("</w:tc>");
            }

            body.Append("</w:tr>");
        }

        body.Append("</w:tbl>");
        return this;
    }

    public static (string, string)[][] Cell(string text, string look = "") => [[(text, look)]];

    public byte[] Save()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/></Types>");
            Add(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Add(zip, "word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/></Relationships>");
            Add(zip, "word/styles.xml", $"<w:styles xmlns:w=\"{Main}\"><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>{string.Concat(Enumerable.Range(1, 2).Select(level => $"<w:style w:type=\"paragraph\" w:styleId=\"Heading{level}\"><w:name w:val=\"heading {level}\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"{level - 1}\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"))}</w:styles>");
            Add(zip, "word/numbering.xml", $"<w:numbering xmlns:w=\"{Main}\">{Numbering}</w:numbering>");
            Add(zip, "word/document.xml", $"<w:document xmlns:w=\"{Main}\"><w:body>{body}<w:sectPr/></w:body></w:document>");
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(2023, 10, 2, 8, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private string Para(string properties, (string Text, string Look)[] pieces) =>
        $"<w:p><w:pPr>{properties}</w:pPr>{string.Concat(pieces.SelectMany(piece => Runs(piece.Text, piece.Look)))}</w:p>";

    private IEnumerable<string> Runs(string text, string look)
    {
        var written = decomposed ? text.Normalize(NormalizationForm.FormD) : text;
        for (var at = 0; at < written.Length;)
        {
            var length = Math.Min(written.Length - at, random.Next(4, 28));
            yield return $"<w:r><w:rPr>{look}<w:sz w:val=\"28\"/></w:rPr>{Parts(written.Substring(at, length))}</w:r>";
            yield return random.Next(12) switch
            {
                0 => "<w:proofErr w:type=\"spellStart\"/>",
                1 => "<w:proofErr w:type=\"spellEnd\"/>",
                2 => $"<w:bookmarkStart w:id=\"{++marks}\" w:name=\"_GoBack{marks}\"/><w:bookmarkEnd w:id=\"{marks}\"/>",
                3 => "<w:r><w:rPr/><w:softHyphen/></w:r>",
                4 => "<w:del w:id=\"9\"><w:r><w:delText>xoá</w:delText></w:r></w:del>",
                5 => "<w:r><w:lastRenderedPageBreak/></w:r>",
                _ => "",
            };
            at += length;
        }
    }

    private string Parts(string text) => string.Concat(text.Split('\t').Select((part, index) =>
        $"{(index > 0 ? "<w:tab/>" : "")}<w:t xml:space=\"preserve\">{SecurityElement.Escape(random.Next(6) == 0 ? part.Replace(' ', '\u00a0') : part)}</w:t>"));
}
