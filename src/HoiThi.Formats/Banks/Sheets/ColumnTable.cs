using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Core.Search;
using HoiThi.Formats.Banks.Script;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Banks.Sheets;

/// <summary>A table with a question a row, in a document or a sheet.</summary>
/// <param name="map">What its columns hold.</param>
/// <param name="rows">The rows below the header.</param>
internal sealed class ColumnTable(HeaderMap map, IEnumerable<ScriptRow> rows)
{
    /// <summary>A table of a document, if its first row is a header of questions.</summary>
    public static ColumnTable? TryCreate(ScriptTable table)
    {
        if (table.Rows.Count < 2)
        {
            return null;
        }

        var map = HeaderMap.Of([.. table.Rows[0].Cells.Select(cell => cell.Text)]);
        return map.Suffices && map.Doubtful.Count == 0 ? new(map, table.Rows.Skip(1)) : null;
    }

    /// <summary>The questions; rows with one cell name the topic of those below.</summary>
    public IEnumerable<QuestionBlock> Read(BankBuilder builder, string topic)
    {
        foreach (var row in rows)
        {
            var filled = row.Cells.Index().Where(cell => cell.Item.Lines.Any(line => !line.IsBlank)).ToList();
            if (filled.Count == 0)
            {
                continue;
            }

            if (filled is [var only] && (only.Index != map.Column("question") || row.Cells.Count == 1))
            {
                var text = only.Item.Text;
                topic = LineForms.TopicNamed(text) ?? LineForms.TopicByNumeral(text) ?? text;
                continue;
            }

            yield return map.HasChoices ? ByColumns(row, builder, topic) : ByCell(row, topic);
        }
    }

    private QuestionBlock ByCell(ScriptRow row, string topic)
    {
        var lines = Cell(row, "question").Lines.Where(line => !line.IsBlank).ToList();
        if (lines.Count > 0 && LineForms.NamedStart(lines[0].Whole) is { } start)
        {
            lines[0] = lines[0] with { Label = "", Lettered = null, Text = lines[0].Full.From(start.End) };
        }

        var read = lines.Count == 0 ? new QuestionBlock(new Draft(row.Place)) : new BlockReader(lines, Ordinal(row), topic).Read();
        var block = new QuestionBlock(read.Draft) { Ordinals = true, Starred = read.Starred, Marks = read.Marks, Parts = read.Parts, Written = read.Written };
        Common(block, row, topic);
        return block;
    }

    private QuestionBlock ByColumns(ScriptRow row, BankBuilder builder, string topic)
    {
        var draft = new Draft(row.Place) { Text = Cell(row, "question").Content, English = Text(row, "question-en") };
        draft.Number = Ordinal(row) is > 0 and var number ? number : null;
        if (LineForms.NamedStart(draft.Text) is { } start && !start.Lesson)
        {
            draft.Text = draft.Text[start.End..];
        }

        draft.Images.AddRange(Cell(row, "question").Lines.SelectMany(line => line.Images).Select(name => new QuestionImage(name, null)));
        var block = new QuestionBlock(draft) { Ordinals = true };
        Choices(block, row);
        Common(block, row, topic);
        Topic(draft, row, builder);
        return block;
    }

    private void Choices(QuestionBlock block, ScriptRow row)
    {
        var cells = Enumerable.Range(0, Letters.Most).Select(index => Cell(row, Role(index))).ToList();
        var last = cells.FindLastIndex(cell => cell.Lines.Any(line => !line.IsBlank));
        var texts = cells.Take(last + 1).Select(cell => cell.Content.Trim()).ToList();

        // "A. …" in the column of A is a label if every choice has one.
        var labelled = texts.Index().All(text => LineForms.Choice(text.Item) is { Success: true } label && label.Length < text.Item.Length
            && label.Groups["letter"].ValueSpan[0] == Letters.Of(text.Index)[0]);
        for (var index = 0; index <= last; index++)
        {
            var text = labelled ? texts[index][LineForms.Choice(texts[index]).Length..] : texts[index];
            block.Draft.Choices.Add(new DraftChoice(IsStarred(texts[index]) ? text.TrimStart('*') : text) { English = Text(row, $"{Role(index)}-en") });
            block.Draft.Images.AddRange(cells[index].Lines.SelectMany(line => line.Images).Select(name => new QuestionImage(name, index)));
        }

        var starred = texts.Index().Where(text => IsStarred(text.Item)).Select(text => text.Index).ToArray();
        var marked = cells.Take(last + 1).Select(cell => cell.Marked).ToList();
        block.Starred = starred.Length <= last ? starred : [];
        block.Marks = KeyMarks.Find([], marked);
        block.Parts = KeyMarks.FindParts(marked);
    }

    private static bool IsStarred(string text) => text.Length > 1 && text[0] == '*';

    private void Common(QuestionBlock block, ScriptRow row, string topic)
    {
        var draft = block.Draft;
        draft.Topic = Text(row, "topic") ?? topic;
        draft.Code = Text(row, "code");
        draft.Explanation ??= Cell(row, "explanation").Content;
        draft.ExplanationEnglish = Text(row, "explanation-en");
        draft.Source ??= Text(row, "source");
        draft.KeepOrder = Text(row, "keeporder") is { } keep && SearchText.Fold(keep) is "x" or "co" or "yes" or "true" or "1" or "dung";
        block.Written = Text(row, "key") is { } key ? (key, row.Place) : block.Written;
        if (Text(row, "difficulty") is { } difficulty)
        {
            draft.Difficulty = DifficultyWords.Read(difficulty);
            Require(draft, draft.Difficulty is not null, "difficulty", difficulty);
        }

        if (Text(row, "number") is { } number)
        {
            var value = Decimal(number);
            var tolerance = Text(row, "tolerance") is { } off ? Decimal(off) : 0;
            Require(draft, value is not null && tolerance is >= 0, "number", number);
            draft.Answer = value is null ? null : new NumberAnswer(value.Value, tolerance ?? 0);
        }

        if (Text(row, "words") is { } words)
        {
            draft.Words = Decimal(words) is >= 1 and <= 2000 and var limit ? (int)limit : null;
            Require(draft, draft.Words is not null, "words", words);
        }

        if (Text(row, "point") is { } point)
        {
            draft.Point = Decimal(point) is >= 0 and <= 1000 and var value ? (int)decimal.Round(value * 100) : null;
            Require(draft, draft.Point is not null, "point", point);
        }

        if (draft.Choices.Count == 0 && draft.Answer is null && draft.Words is null && block.Written is { } written)
        {
            KeyText.Apply(draft, written.Text, written.Place);
        }
    }

    private void Topic(Draft draft, ScriptRow row, BankBuilder builder)
    {
        if (Text(row, "topicname") is { } name && draft.Topic is { } code && Of.Code.Matches(code))
        {
            draft.TopicCode = builder.Topics.Take(new Topic(code, new LocalText(BankText.Line(name), Text(row, "topicname-en"))));
        }
    }

    private static void Require(Draft draft, bool well, string role, string value)
    {
        if (!well)
        {
            draft.Problems.Add(QuestionProblems.Bad(
                draft.Place,
                "cell",
                $"Không hiểu ô “{role}”: “{BankText.Beginning(value)}”.",
                $"The cell '{role}' says '{BankText.Beginning(value)}', which was not understood."));
        }
    }

    // A sheet keeps numbers with a point; people type either. Here a column says that it is a number.
    private static decimal? Decimal(string text) =>
        KeyText.Decimal(text)
        ?? (decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null);

    private static string Role(int choice) => Letters.Of(choice).ToLowerInvariant();

    private ScriptCell Cell(ScriptRow row, string role) => map.Column(role) is { } column && column < row.Cells.Count ? row.Cells[column] : new ScriptCell([]);

    private string? Text(ScriptRow row, string role) => BankText.Clean(Cell(row, role).Content) is { Length: > 0 } text ? text : null;

    private int Ordinal(ScriptRow row) => Text(row, "ordinal") is { } text && KeyText.Decimal(text.TrimEnd('.')) is >= 1 and <= 99_999 and var number ? (int)number : 0;
}
