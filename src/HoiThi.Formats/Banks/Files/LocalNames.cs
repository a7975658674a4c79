using System.Xml.Linq;

namespace HoiThi.Formats.Banks.Files;

/// <summary>Elements and attributes by their names alone: every standard here has several namespaces for one vocabulary.</summary>
internal static class LocalNames
{
    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    public static string? Value(this XElement? element, string attribute = "val") =>
        element?.Attributes().FirstOrDefault(each => each.Name.LocalName == attribute)?.Value;

    public static int? Number(this XElement? element, string attribute = "val") =>
        int.TryParse(element.Value(attribute), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether a property that is there is on: <c>&lt;w:b/&gt;</c> is, <c>&lt;w:b w:val="0"/&gt;</c> is not; null where it is not there.</summary>
    public static bool? Toggle(this XElement properties, string name) =>
        properties.Child(name) is { } toggle ? toggle.Value() is not ("0" or "false" or "off" or "none") : null;
}
