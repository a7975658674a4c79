using System.Xml;
using System.Xml.Linq;

namespace HoiThi.Formats.Banks.Files;

/// <summary>XML from an unknown hand: nothing outside is fetched, no entity grows, and nodes are counted before a tree is built.</summary>
internal static class SafeXml
{
    private const int NodesBetweenLooks = 4096;

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="name">What problems call it; null for the file itself.</param>
    /// <param name="limits">How much it may hold.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <param name="allowDoctype">
    /// Whether a document type may be named, as older QTI 1.2 does; it is passed over, so that its entities are unknown.
    /// </param>
    /// <exception cref="RefusedException">It is not well formed or too large.</exception>
    public static XDocument Load(byte[] bytes, string? name, BankLimits limits, CancellationToken cancel, bool allowDoctype = false)
    {
        try
        {
            using (var counting = Reader(bytes, limits, allowDoctype))
            {
                Count(counting, name, limits, cancel);
            }

            using var reader = Reader(bytes, limits, allowDoctype);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
        }
        catch (XmlException exception)
        {
            throw new RefusedException(BankProblems.BrokenXml(new BankPlace(PlaceKind.Line, exception.LineNumber, name), exception.Message));
        }
    }

    /// <summary>
    /// The elements of a name one after the other, so that a long list needs the memory of one item. Those within another
    /// of the same name come with it.
    /// </summary>
    public static IEnumerable<XElement> Elements(byte[] bytes, string? name, string element, BankLimits limits, CancellationToken cancel)
    {
        CountWithin(bytes, name, element, limits, cancel);
        using var reader = Reader(bytes, limits, allowDoctype: false);
        reader.MoveToContent();
        while (!reader.EOF)
        {
            cancel.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element)
            {
                var line = ((IXmlLineInfo)reader).LineNumber;
                var item = (XElement)XNode.ReadFrom(reader);
                item.AddAnnotation(new BankPlace(PlaceKind.Line, line, name));
                yield return item;
            }
            else
            {
                reader.Read();
            }
        }
    }

    /// <summary>The line that a node begins on.</summary>
    public static BankPlace PlaceOf(XElement node, string? part) =>
        node.Annotation<BankPlace>() ?? new(PlaceKind.Line, ((IXmlLineInfo)node).HasLineInfo() ? ((IXmlLineInfo)node).LineNumber : 1, part);

    private static void CountWithin(byte[] bytes, string? name, string element, BankLimits limits, CancellationToken cancel)
    {
        try
        {
            using var reader = Reader(bytes, limits, allowDoctype: false);
            var (nodes, within) = (1, 0);
            while (reader.Read())
            {
                cancel.ThrowIfCancellationRequested();
                within = reader.NodeType == XmlNodeType.Element && reader.LocalName == element ? 0 : within + 1 + reader.AttributeCount;
                nodes += 1 + reader.AttributeCount;
                if (within > limits.Nodes / 10 || nodes > limits.Nodes * 10L || reader.Depth > limits.Depth)
                {
                    throw new RefusedException(BankProblems.TooLarge(name));
                }
            }
        }
        catch (XmlException exception)
        {
            throw new RefusedException(BankProblems.BrokenXml(new BankPlace(PlaceKind.Line, exception.LineNumber, name), exception.Message));
        }
    }

    private static XmlReader Reader(byte[] bytes, BankLimits limits, bool allowDoctype) => XmlReader.Create(
        new MemoryStream(bytes, writable: false),
        new XmlReaderSettings
        {
            DtdProcessing = allowDoctype ? DtdProcessing.Ignore : DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = limits.EntryBytes,
            MaxCharactersFromEntities = 1,
            CloseInput = true,
        });

    private static void Count(XmlReader reader, string? name, BankLimits limits, CancellationToken cancel)
    {
        for (var nodes = 1; reader.Read(); nodes += 1 + reader.AttributeCount)
        {
            if (nodes % NodesBetweenLooks == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            if (nodes > limits.Nodes || reader.Depth > limits.Depth)
            {
                throw new RefusedException(BankProblems.TooLarge(name));
            }
        }
    }
}
