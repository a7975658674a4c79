using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks.Files;

namespace HoiThi.Formats.Banks.Sheets;

/// <summary>Writes a bank as a workbook of one sheet.</summary>
internal static class ExcelWriter
{
    private const double Narrow = 14;
    private const double Wide = 40;

    public static byte[] Write(QuestionBank bank)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            // Without an id of ours the library makes up a random one.
            var workbook = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>("sheet1");
            sheet.Worksheet = SheetOf(BankColumns.Of(bank));
            workbook.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "Câu hỏi", SheetId = 1, Id = "sheet1" }));
        }

        return OfficePackage.Timeless(bytes.ToArray());
    }

    private static Worksheet SheetOf(List<string[]> rows)
    {
        var data = new SheetData();
        foreach (var (index, row) in rows.Index())
        {
            var number = (uint)index + 1;
            data.Append(new Row(row.Select((cell, column) => CellOf(cell, column, number))) { RowIndex = number });
        }

        var widths = rows[0].Select((name, column) => new Column
        {
            Min = (uint)column + 1,
            Max = (uint)column + 1,
            Width = name.StartsWith("Câu hỏi", StringComparison.Ordinal) || name.StartsWith("Phương án", StringComparison.Ordinal) ? Wide : Narrow,
            CustomWidth = true,
        });
        return new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(widths),
            data);
    }

    // Texts stand in their cells: "=1+1" is a choice, not a formula, and 007 is a code.
    private static Cell CellOf(string value, int column, uint row)
    {
        var cell = new Cell { CellReference = $"{Name(column)}{row}", StyleIndex = row == 1 ? 1u : 2u };
        if (value.Length > 0)
        {
            cell.DataType = CellValues.InlineString;
            cell.Append(new InlineString(new Text(value) { Space = SpaceProcessingModeValues.Preserve }));
        }

        return cell;
    }

    private static string Name(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}";

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
