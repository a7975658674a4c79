using System.Xml.Linq;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks.Files;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Banks.Qti;

/// <summary>Reads a package: a zip with a manifest that lists items and, often, a test that groups them.</summary>
internal sealed class QtiPackage(SafeZip zip, BankBuilder builder)
{
    public const string Manifest = "imsmanifest.xml";

    private readonly Dictionary<string, QtiContext> sections = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The version of the first item that is found; null where there is none.</summary>
    public static BankFormat? FormatOf(SafeZip zip) =>
        zip.TryRead(Manifest) is not { } manifest ? null
        : System.Text.Encoding.UTF8.GetString(manifest) is var text && text.Contains("xmlv3p0", StringComparison.Ordinal) ? BankFormat.Qti3
        : text.Contains("xmlv1p", StringComparison.Ordinal) || text.Contains("imsqti_xmlv1", StringComparison.Ordinal) ? BankFormat.Qti12
        : BankFormat.Qti2;

    public void Read()
    {
        var root = Load(zip.TryRead(Manifest) ?? throw new RefusedException(BankProblems.MissingPart(Manifest)), Manifest);
        var resources = root.Descendants().Where(each => each.Name.LocalName == "resource").ToList();
        foreach (var test in resources.Where(resource => IsOf(resource, "test") || IsOf(resource, "assessment")))
        {
            if (PathOf(test) is { } path && zip.TryRead(path) is { } bytes)
            {
                ReadSections(Load(bytes, path), path);
            }
        }

        // A test may name items that the manifest does not list; their order is that of the test.
        var listed = resources.Where(IsItem)
            .Select(resource => (resource, path: PathOf(resource)))
            .Where(item => item.path is not null)
            .DistinctBy(item => item.path, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(item => item.path!, item => item.resource, StringComparer.OrdinalIgnoreCase);
        foreach (var path in sections.Keys.Concat(listed.Keys).Distinct(StringComparer.OrdinalIgnoreCase).ToList())
        {
            ReadItem(listed.GetValueOrDefault(path), path);
        }
    }

    private static bool IsOf(XElement resource, string kind) => resource.Value("type")?.Contains($"_{kind}", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsItem(XElement resource) => resource.Value("type") is { } type
        && type.StartsWith("imsqti", StringComparison.OrdinalIgnoreCase)
        && (type.Contains("_item", StringComparison.OrdinalIgnoreCase) || type.Contains("imsqti_xmlv1", StringComparison.OrdinalIgnoreCase));

    private void ReadItem(XElement? resource, string path)
    {
        if (zip.TryRead(path) is not { } bytes)
        {
            builder.Add(BankProblems.MissingPart(path));
            return;
        }

        var context = sections.GetValueOrDefault(path, QtiContext.None);
        var difficulty = resource?.Descendants().FirstOrDefault(each => each.Name.LocalName == "difficulty")?.Child("value")?.Value;
        QtiFile.Read(bytes, new QtiSource(zip, path), context with { Difficulty = DifficultyOf(difficulty) }, builder);
    }

    private static Difficulty? DifficultyOf(string? lom) => lom?.Trim().Replace("very ", "", StringComparison.Ordinal) is { } word ? DifficultyWords.Read(word) : null;

    private void ReadSections(XElement test, string path)
    {
        foreach (var section in test.QtiAll("assessmentSection"))
        {
            var title = BankText.Line(section.QtiValue("title") ?? "");
            var code = section.QtiValue("identifier")?.TrimStart('_') is { } id && Of.Code.Matches(id) && title.Length > 0
                ? builder.Topics.Take(new Topic(id, new LocalText(title)))
                : null;
            foreach (var item in section.Elements().Where(each => each.Qti() == "assessmentItemRef"))
            {
                if (item.QtiValue("href") is { } href && SafeZip.Resolve(path, href) is { } target)
                {
                    sections.TryAdd(target, new QtiContext(title, code, null));
                }
            }
        }
    }

    private string? PathOf(XElement resource)
    {
        var href = resource.Value("href") ?? resource.Child("file").Value("href") ?? "";
        var path = SafeZip.Resolve(Manifest, href);
        if (path is null)
        {
            builder.Add(BankProblems.UnsafePath(href));
        }

        return path;
    }

    private XElement Load(byte[] bytes, string name) => SafeXml.Load(bytes, name, builder.Options.Limits, builder.Cancel).Root!;
}
