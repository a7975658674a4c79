namespace HoiThi.Formats.Banks.Script;

/// <summary>A line of a document: a paragraph, or a part of one that ends with a line break.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Label">What automatic numbering puts before it, as in <c>Câu 3:</c> or <c>B.</c>; empty for nothing.</param>
/// <param name="Heading">The level of a heading, from 1; 0 for ordinary text.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Images">The names under which its images are kept.</param>
/// <param name="Broken">Whether it goes on in the paragraph of the line before.</param>
/// <param name="InTable">Whether it stands in a cell.</param>
/// <param name="Lettered">'A' or 'a' where the label is a letter that the program counts, else null.</param>
internal sealed record ScriptLine(
    MarkedText Text,
    string Label,
    int Heading,
    BankPlace Place,
    IReadOnlyList<string> Images,
    bool Broken = false,
    bool InTable = false,
    char? Lettered = null)
{
    /// <summary>What a reader sees: the label and the text.</summary>
    public MarkedText Full => Label.Length == 0 ? Text : MarkedText.Join([("", MarkedText.Plain(Label)), (" ", Text)]);

    /// <summary>The same without its look.</summary>
    public string Whole => Full.Text;

    public bool IsBlank => Images.Count == 0 && string.IsNullOrWhiteSpace(Whole);
}

/// <summary>A table as it stands: rows of cells of lines.</summary>
internal sealed record ScriptTable(IReadOnlyList<ScriptRow> Rows);

/// <summary>A row of a table.</summary>
internal sealed record ScriptRow(BankPlace Place, IReadOnlyList<ScriptCell> Cells);

/// <summary>A cell of a table.</summary>
internal sealed record ScriptCell(IReadOnlyList<ScriptLine> Lines)
{
    /// <summary>Its text with its line breaks, not yet clean.</summary>
    public string Content => string.Join('\n', Lines.Select(line => line.Whole));

    /// <summary>Its text on one line.</summary>
    public string Text => BankText.Line(Content);

    /// <summary>Its text with its look.</summary>
    public MarkedText Marked => MarkedText.Join(Lines.Select(line => ("\n", line.Full)));

    /// <summary>A cell without a look.</summary>
    public static ScriptCell Plain(string text, BankPlace place) => new([.. text.Split('\n')
        .Where((line, index) => index == 0 || line.Length > 0)
        .Select((line, index) => new ScriptLine(MarkedText.Plain(line), "", 0, place, [], Broken: index > 0))]);
}
