using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HoiThi.Formats.Yaml;

/// <summary>
/// Makes nodes of a YAML text. YamlDotNet's representation model stops at the first duplicate key; its events are read
/// instead, so that every mistake is found. Anchors, aliases and tags are refused: nobody needs them in these files,
/// and a document of a kilobyte could grow to gigabytes through them.
/// </summary>
internal sealed class NodeReader
{
    /// <summary>A contest is eight levels deep; what is deeper is an attack on the stack.</summary>
    private const int MaximumDepth = 32;

    private readonly Parser parser;
    private readonly Findings findings;
    private Position last = new(1, 1);

    private NodeReader(string text, Findings findings)
    {
        parser = new Parser(new StringReader(text));
        this.findings = findings;
    }

    /// <summary>The root of the document, or null where the text is not YAML or is empty; the findings then say why.</summary>
    public static Node? Read(string text, Findings findings)
    {
        var reader = new NodeReader(text, findings);
        try
        {
            return reader.Document();
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 18.1's scanner throws this where a brace is not closed on its line: "a: { b: c", then "d: e".
            findings.Add(reader.last, "", "the YAML cannot be read after this value", "a bracket, brace or quote to be closed");
            return null;
        }
        catch (ArgumentException)
        {
            // Its tags are URIs, and "!!a[" is none.
            findings.Add(reader.last, "", "the YAML cannot be read after this value", "a text in quotes: what begins with ! is a tag");
            return null;
        }
        catch (YamlException mistake)
        {
            findings.Add(PositionOf(mistake.Start), "", $"the YAML cannot be read: {mistake.Message.TrimEnd('.')}", "well-formed YAML");
            return null;
        }
    }

    private Node? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            findings.Add(new Position(1, 1), "", "the file is empty", "keys with values");
            return null;
        }

        var root = Value(depth: 0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            findings.Add(PositionOf(second.Start), "", "a second document starts here", "one document in a file");
        }

        return root;
    }

    private Node Value(int depth)
    {
        Refuse(depth);
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new ScalarNode(scalar.Value, scalar.Style != ScalarStyle.Plain) { At = PositionOf(scalar.Start) };
        }

        if (parser.TryConsume<SequenceStart>(out var list))
        {
            return new ListNode(Items(depth), list.Style == SequenceStyle.Flow) { At = PositionOf(list.Start) };
        }

        var map = parser.Consume<MappingStart>();
        return new MapNode(Entries(depth), map.Style == MappingStyle.Flow) { At = PositionOf(map.Start) };
    }

    private List<Node> Items(int depth)
    {
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value(depth + 1));
        }

        return items;
    }

    private List<MapEntry> Entries(int depth)
    {
        var entries = new List<MapEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Value(depth + 1);
            var value = Value(depth + 1);
            if (key is ScalarNode { Value: var name })
            {
                entries.Add(new MapEntry(name, key.At, value));
            }
            else
            {
                findings.Add(key.At, "", $"a key is {key.Noun}", "a word before the colon");
            }
        }

        return entries;
    }

    private void Refuse(int depth)
    {
        if (parser.Accept<AnchorAlias>(out var alias))
        {
            throw new SemanticErrorException(alias.Start, alias.End, "aliases (*name) are not used in these files");
        }

        if (!parser.Accept<NodeEvent>(out var node))
        {
            return;
        }

        if (!node.Anchor.IsEmpty || (!node.Tag.IsEmpty && node is not Scalar { IsQuotedImplicit: true }))
        {
            throw new SemanticErrorException(node.Start, node.End, "anchors (&name) and tags (!name) are not used in these files");
        }

        last = PositionOf(node.Start);
        if (depth > MaximumDepth)
        {
            throw new SemanticErrorException(node.Start, node.End, $"values are nested more than {MaximumDepth} deep");
        }
    }

    private static Position PositionOf(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
