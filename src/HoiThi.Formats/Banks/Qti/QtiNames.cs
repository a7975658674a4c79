using System.Xml.Linq;
using HoiThi.Formats.Banks.Files;

namespace HoiThi.Formats.Banks.Qti;

/// <summary>One set of names for QTI 2 and 3: <c>qti-choice-interaction</c> is <c>choiceInteraction</c>.</summary>
internal static class QtiNames
{
    public static string Qti(this XElement element)
    {
        var name = element.Name.LocalName;
        return name.StartsWith("qti-", StringComparison.Ordinal) ? Camel(name[4..]) : name;
    }

    public static XElement? QtiChild(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Qti() == name);

    public static IEnumerable<XElement> QtiAll(this XElement element, string name) => element.Descendants().Where(child => child.Qti() == name);

    /// <summary>An attribute by its name in QTI 2.</summary>
    public static string? QtiValue(this XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name || Camel(attribute.Name.LocalName) == name)?.Value;

    private static string Camel(string kebab)
    {
        var parts = kebab.Split('-');
        return parts[0] + string.Concat(parts.Skip(1).Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
