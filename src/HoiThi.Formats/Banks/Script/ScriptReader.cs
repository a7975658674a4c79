using HoiThi.Formats.Banks.Sheets;

namespace HoiThi.Formats.Banks.Script;

/// <summary>
/// Reads questions as people write them into a document: it parts the lines into questions, topics and keys. Lines and
/// tables come in the order in which they stand.
/// </summary>
internal sealed class ScriptReader(BankBuilder builder)
{
    private const int LinesAhead = 14;

    private readonly List<QuestionBlock> blocks = [];
    private readonly List<KeyEntry> keys = [];
    private readonly List<ScriptLine> current = [];
    private List<object> items = [];
    private string topic = "";
    private int number;
    private bool named;
    private bool inKeys;

    public void Read(IEnumerable<object> script)
    {
        items = [.. script.SelectMany(Flatten)];
        for (var index = 0; index < items.Count; index++)
        {
            builder.Cancel.ThrowIfCancellationRequested();
            switch (items[index])
            {
                case ScriptLine { IsBlank: false } line:
                    ReadLine(line, index);
                    break;
                case List<KeyEntry> entries:
                    EndBlock();
                    keys.AddRange(entries);
                    break;
                case ColumnTable table:
                    EndBlock();
                    blocks.AddRange(table.Read(builder, topic));
                    break;
            }
        }

        EndBlock();
        Settle();
    }

    /// <summary>What a table is: questions by columns, keys, or lines in cells.</summary>
    private static IEnumerable<object> Flatten(object item)
    {
        if (item is not ScriptTable table)
        {
            return [item];
        }

        if (ColumnTable.TryCreate(table) is { } columns)
        {
            return [columns];
        }

        return KeyTable.FromTable(table) is { } entries ? [entries] : table.Rows.SelectMany(CellLines.Of);
    }

    private void ReadLine(ScriptLine line, int index)
    {
        var text = line.Whole;
        if (KeysOf(line) is { } entries)
        {
            EndBlock();
            keys.AddRange(entries);
        }
        else if (LineForms.IsKeyHeading(text) && (blocks.Count > 0 || current.Count > 0))
        {
            EndBlock();
            inKeys = true;
        }
        else if (StartOf(line, index) is { } start)
        {
            EndBlock();
            inKeys = false;
            (number, named) = (start.Number, start.Named);
            current.Add(Without(line, start.End));
        }
        else if (TopicOf(line) is { } name)
        {
            EndBlock();
            inKeys = false;
            topic = name;
        }
        else if (LineForms.IsRule(text) && line.Images.Count == 0)
        {
            EndBlock();
        }
        else if (current.Count > 0)
        {
            current.Add(line);
        }
    }

    private List<KeyEntry>? KeysOf(ScriptLine line)
    {
        var entries = KeyTable.FromLine(line.Whole, line.Place);
        if (entries is not null && (inKeys || (entries.Count > 1 && blocks.Count + current.Count > 0)))
        {
            return entries;
        }

        return inKeys && KeyTable.FromAnswer(line.Whole, line.Place) is { } answer ? [answer] : null;
    }

    private (int Number, int End, bool Named)? StartOf(ScriptLine line, int index)
    {
        if (LineForms.NamedStart(line.Whole) is { } byName)
        {
            // "Bài 3" is as often the title of a lesson.
            return !byName.Lesson || (line.Heading == 0 && HasChoicesAhead(index)) ? (byName.Number, byName.End, true) : null;
        }

        if (LineForms.NumberedStart(line.Whole) is not { } byNumber || LineForms.Field(line.Whole) is not null)
        {
            return null;
        }

        var starts = current.Count == 0
            ? HasChoicesAhead(index) || (blocks.Count > 0 && byNumber.Number == number + 1)
            : IsComplete() ? byNumber.Number == number + 1 || HasChoicesAhead(index) : (!named || HasLetters()) && byNumber.Number == number + 1;
        return starts ? (byNumber.Number, byNumber.End, false) : null;
    }

    // Numbers within a question that has no choices yet are statements it is about, and so are small letters under "Câu 1".
    private bool IsComplete() => current.Exists(line => line.Lettered is not null || LineForms.Field(line.Whole) is not null
        || LineForms.Choice(line.Whole) is { Success: true } choice && (!named || char.IsUpper(choice.Groups["letter"].ValueSpan[0]))
        || LineForms.InlineChoices(line.Whole).Skip(1).Any());

    private bool HasLetters() => current.Exists(line => LineForms.Choice(line.Whole).Success);

    private bool HasChoicesAhead(int index)
    {
        for (var ahead = index; ahead < Math.Min(items.Count, index + LinesAhead); ahead++)
        {
            if (items[ahead] is not ScriptLine line)
            {
                return false;
            }

            if (ahead > index && (LineForms.NamedStart(line.Whole) is not null || LineForms.NumberedStart(line.Whole) is not null || line.Heading > 0))
            {
                return false;
            }

            if ((ahead > index && (line.Lettered is not null || LineForms.Choice(line.Whole).Success)) || LineForms.InlineChoices(line.Whole).Skip(1).Any())
            {
                return true;
            }
        }

        return false;
    }

    private static string? TopicOf(ScriptLine line)
    {
        var text = BankText.Line(line.Whole);
        if (text.Length is 0 or > 300 || line.InTable || line.Lettered is not null)
        {
            return null;
        }

        var name = LineForms.TopicNamed(text);
        if (name is null && line.Heading == 0)
        {
            name = line.Full.Share(mark => mark.Bold) > 0.9 || (text.Any(char.IsLetter) && !text.Any(char.IsLower)) ? LineForms.TopicByNumeral(text) : null;
        }
        else if (name is null)
        {
            name = LineForms.TopicByNumeral(text) ?? text;
        }

        return name is null ? null : name.Length == 0 ? text : name;
    }

    private static ScriptLine Without(ScriptLine line, int end) =>
        line with { Label = "", Lettered = null, Text = line.Full.From(Math.Min(end, line.Full.Length)) };

    private void EndBlock()
    {
        if (current.Count > 0)
        {
            blocks.Add(new BlockReader([.. current], number, topic).Read());
        }

        current.Clear();
    }

    private void Settle()
    {
        var assigned = KeyList.Assign(blocks, keys, builder);
        foreach (var (block, entry) in blocks.Zip(assigned))
        {
            block.Settle(entry is null ? null : (entry.Key, entry.Place));
            if (block.Draft.Choices.Count == 0 && block.Draft.Answer is null && block.Draft.Topic.Contains("tự luận", StringComparison.OrdinalIgnoreCase))
            {
                block.Draft.Words ??= 0;
            }

            builder.Add(block.Draft);
        }
    }
}
