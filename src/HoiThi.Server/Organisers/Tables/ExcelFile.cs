using MiniExcelLibs;

namespace HoiThi.Server.Organisers.Tables;

/// <summary>Workbooks of any length: rows are written as they are read, so that memory does not grow with them.</summary>
public static class ExcelFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Writes one sheet. Texts are cells of text, so that none is taken for a formula.</summary>
    /// <param name="target">Where to; never sought in.</param>
    /// <param name="sheet">The name of the sheet.</param>
    /// <param name="heads">The heads of the columns; no two alike.</param>
    /// <param name="rows">The rows, read once.</param>
    public static void Write(Stream target, string sheet, IReadOnlyList<string> heads, IEnumerable<object?[]> rows)
    {
        using var reader = new RowReader(heads, rows);
        target.SaveAs(reader, sheetName: sheet);
    }

    /// <summary>A file that is gone when it is closed.</summary>
    public static FileStream Scratch() => new(
        Path.Combine(Path.GetTempPath(), $"hoithi-{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
}
