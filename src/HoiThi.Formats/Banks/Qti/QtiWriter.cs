using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks.Qti;

/// <summary>Writes a package of QTI 3.0: a manifest, a test with a section a topic, and a file an item.</summary>
internal static class QtiWriter
{
    private static readonly XNamespace Manifest = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";
    private static readonly XNamespace Lom = "http://ltsc.ieee.org/xsd/LOM";
    private static readonly DateTimeOffset Date = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(QuestionBank bank)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, QtiPackage.Manifest, ManifestOf(bank));
            Add(zip, "test.xml", TestOf(bank));
            foreach (var question in bank.Questions)
            {
                Add(zip, PathOf(question), QtiItemWriter.Write(question));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>An identifier begins with a letter; a code need not.</summary>
    internal static string Identifier(string code) => char.IsAsciiLetter(code[0]) ? code : $"_{code}";

    private static string PathOf(Question question) => $"items/{question.Code}.xml";

    // The same bank gives the same bytes: entries have no time of their own.
    private static void Add(ZipArchive zip, string path, XElement root)
    {
        var entry = zip.CreateEntry(path);
        entry.LastWriteTime = Date;
        using var stream = entry.Open();
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n" });
        new XDocument(root).Save(writer);
    }

    private static XElement ManifestOf(QuestionBank bank) => new(
        Manifest + "manifest",
        new XAttribute("identifier", "question-bank"),
        new XElement(Manifest + "metadata", new XElement(Manifest + "schema", "QTI Package"), new XElement(Manifest + "schemaversion", "3.0.0")),
        new XElement(Manifest + "organizations"),
        new XElement(
            Manifest + "resources",
            bank.Questions.Select(ResourceOf).Prepend(new XElement(
                Manifest + "resource",
                new XAttribute("identifier", "test"),
                new XAttribute("type", "imsqti_test_xmlv3p0"),
                new XAttribute("href", "test.xml"),
                new XElement(Manifest + "file", new XAttribute("href", "test.xml")),
                bank.Questions.Select(question => new XElement(Manifest + "dependency", new XAttribute("identifierref", Identifier(question.Code))))))));

    private static XElement ResourceOf(Question question) => new(
        Manifest + "resource",
        new XAttribute("identifier", Identifier(question.Code)),
        new XAttribute("type", "imsqti_item_xmlv3p0"),
        new XAttribute("href", PathOf(question)),
        new XElement(
            Manifest + "metadata",
            new XElement(Lom + "lom", new XElement(Lom + "educational", new XElement(
                Lom + "difficulty",
                new XElement(Lom + "source", "LOMv1.0"),
                new XElement(Lom + "value", question.Difficulty switch { Difficulty.Easy => "easy", Difficulty.Medium => "medium", _ => "difficult" }))))),
        new XElement(Manifest + "file", new XAttribute("href", PathOf(question))));

    private static XElement TestOf(QuestionBank bank)
    {
        var names = QtiItemWriter.Namespace;
        var byTopic = bank.Questions.ToLookup(question => question.Topic, StringComparer.Ordinal);
        return new(
            names + "qti-assessment-test",
            new XAttribute("identifier", "test"),
            new XAttribute("title", "test"),
            new XElement(
                names + "qti-test-part",
                new XAttribute("identifier", "part"),
                new XAttribute("navigation-mode", "nonlinear"),
                new XAttribute("submission-mode", "simultaneous"),
                bank.Topics.Where(topic => byTopic.Contains(topic.Code)).Select(topic => new XElement(
                    names + "qti-assessment-section",
                    new XAttribute("identifier", Identifier(topic.Code)),
                    new XAttribute("title", topic.Name.Vi),
                    new XAttribute("visible", "true"),
                    byTopic[topic.Code].Select(question => new XElement(
                        names + "qti-assessment-item-ref",
                        new XAttribute("identifier", Identifier(question.Code)),
                        new XAttribute("href", PathOf(question))))))));
    }
}
