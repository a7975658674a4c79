using System.Xml.Linq;
using HoiThi.Formats.Banks.Files;

namespace HoiThi.Formats.Banks.Qti;

/// <summary>Reads one XML file of QTI, whatever its version.</summary>
internal static class QtiFile
{
    /// <summary>The version that a root element is of; null for no QTI.</summary>
    public static BankFormat? FormatOf(string root) => root switch
    {
        "questestinterop" => BankFormat.Qti12,
        "assessmentItem" => BankFormat.Qti2,
        "qti-assessment-item" => BankFormat.Qti3,
        _ => null,
    };

    public static void Read(byte[] bytes, QtiSource source, QtiContext context, BankBuilder builder)
    {
        var root = SafeXml.Load(bytes, source.Path, builder.Options.Limits, builder.Cancel, allowDoctype: true).Root!;
        if (root.Name.LocalName != "questestinterop")
        {
            new QtiItem(root, source, context, builder).Read();
            return;
        }

        foreach (var item in root.Descendants().Where(each => each.Name.LocalName == "item"))
        {
            builder.Cancel.ThrowIfCancellationRequested();
            new Qti12Item(item, source, SectionOf(item), builder).Read();
        }
    }

    // "root_section" is what Canvas calls the only one: a title is a topic, an identifier is not.
    private static string SectionOf(XElement item) =>
        item.Ancestors().FirstOrDefault(each => each.Name.LocalName == "section").Value("title") ?? "";
}
