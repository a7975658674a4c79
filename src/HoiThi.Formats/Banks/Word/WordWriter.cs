using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks.Files;

namespace HoiThi.Formats.Banks.Word;

/// <summary>Writes a bank as people print it: topics as headings, questions with lettered choices, and the key table on a page of its own.</summary>
internal static class WordWriter
{
    private const int PairsPerRow = 5;
    private const string Indent = "360";

    public static byte[] Write(QuestionBank bank)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            // Without an id of ours the library makes up a random one.
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "main");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = StyleSheet();
            main.Document = new Document(new Body(Content(bank)));
        }

        return OfficePackage.Timeless(bytes.ToArray());
    }

    private static IEnumerable<OpenXmlElement> Content(QuestionBank bank)
    {
        var names = bank.Topics.ToDictionary(topic => topic.Code, topic => topic.Name.Vi, StringComparer.Ordinal);
        var topic = "";
        foreach (var (index, question) in bank.Questions.Index())
        {
            if (question.Topic != topic)
            {
                topic = question.Topic;
                yield return Styled("Heading1", $"Chủ đề: {names[topic]}");
            }

            var essay = question.Essay is { } limit ? $" (Tự luận, tối đa {limit.Words} từ)" : "";
            yield return new Paragraph([new ParagraphProperties(new KeepNext()), BoldRun($"Câu {index + 1}: "), .. Lines($"{question.Text.Vi}{essay}")]);
            foreach (var (letter, choice) in question.Choices.Index())
            {
                yield return new Paragraph(
                [
                    new ParagraphProperties(new Indentation { Left = Indent }),
                    new Run(Text($"{Letters.Of(letter)}. ")),
                    .. Lines(choice.Text.Vi),
                ]);
            }
        }

        yield return new Paragraph(new Run(new Break { Type = BreakValues.Page }), BoldRun("BẢNG ĐÁP ÁN"));
        yield return KeyTable(bank);
        yield return new SectionProperties(
            new PageSize { Width = 11_906, Height = 16_838 },
            new PageMargin { Top = 1134, Bottom = 1134, Left = 1701, Right = 851, Header = 720, Footer = 720, Gutter = 0 });
    }

    private static Table KeyTable(QuestionBank bank)
    {
        var keys = bank.Questions.Index().Select(question => (Number: $"{question.Index + 1}", Key: KeyOf(question.Item))).ToList();
        var header = Enumerable.Repeat(("Câu", "Đáp án"), Math.Min(PairsPerRow, keys.Count));
        var table = new Table(
            new TableProperties(new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 },
                new LeftBorder { Val = BorderValues.Single, Size = 4 },
                new BottomBorder { Val = BorderValues.Single, Size = 4 },
                new RightBorder { Val = BorderValues.Single, Size = 4 },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })),
            new TableGrid(Enumerable.Range(0, 2 * Math.Min(PairsPerRow, Math.Max(keys.Count, 1))).Select(_ => new GridColumn())));
        table.Append(RowOf(header));
        foreach (var row in keys.Chunk(PairsPerRow))
        {
            var missing = Enumerable.Repeat(("", ""), keys.Count < PairsPerRow ? 0 : PairsPerRow - row.Length);
            table.Append(RowOf(row.Concat(missing)));
        }

        return table;
    }

    private static string KeyOf(Question question) => question switch
    {
        { Number: { Tolerance: 0 } number } => Figures.Vietnamese(number.Value),
        { Number: { } number } => $"{Figures.Vietnamese(number.Value)} ± {Figures.Vietnamese(number.Tolerance)}",
        { Essay: not null } => "Tự luận",
        _ => string.Join(", ", question.Choices.Index().Where(choice => choice.Item.Right).Select(choice => Letters.Of(choice.Index))),
    };

    private static TableRow RowOf(IEnumerable<(string Number, string Key)> pairs) => new(pairs
        .SelectMany(pair => new[] { pair.Number, pair.Key })
        .Select(text => new TableCell(new Paragraph(new Run(Text(text))))));

    private static Paragraph Styled(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(Text(text)));

    private static Run BoldRun(string text) => new(new RunProperties(new Bold()), Text(text));

    private static IEnumerable<Run> Lines(string text) =>
        text.Split('\n').Select((line, index) => index == 0 ? new Run(Text(line)) : new Run(new Break(), Text(line)));

    private static Text Text(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    private static Styles StyleSheet() => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", ComplexScript = "Times New Roman" },
            new FontSize { Val = "26" }))),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        new Style(
            new StyleName { Val = "heading 1" },
            new BasedOn { Val = "Normal" },
            new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "120" }, new OutlineLevel { Val = 0 }),
            new StyleRunProperties(new Bold(), new FontSize { Val = "28" }))
        { Type = StyleValues.Paragraph, StyleId = "Heading1" });
}
