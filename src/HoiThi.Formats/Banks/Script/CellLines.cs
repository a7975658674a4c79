using System.Text.RegularExpressions;

namespace HoiThi.Formats.Banks.Script;

/// <summary>The lines of a table that only lays out text: a cell that holds a label alone goes before the next one.</summary>
internal static partial class CellLines
{
    public static IEnumerable<ScriptLine> Of(ScriptRow row)
    {
        var label = "";
        foreach (var cell in row.Cells)
        {
            var lines = cell.Lines.Where(line => !line.IsBlank).ToList();
            if (lines is [{ Images.Count: 0 } only] && LabelForm().Match(only.Whole.Trim()) is { Success: true } match)
            {
                label = $"{label} {only.Whole.Trim()}{(match.Groups["mark"].Success ? "" : ".")}".Trim();
                continue;
            }

            foreach (var (index, line) in lines.Index())
            {
                yield return index > 0 || label.Length == 0 ? line : line with { Label = $"{label} {line.Label}".Trim(), Lettered = null };
            }

            label = lines.Count > 0 ? "" : label;
        }

        if (label.Length > 0 && row.Cells.Count > 0)
        {
            yield return new ScriptLine(MarkedText.Plain(label), "", 0, row.Place, [], InTable: true);
        }
    }

    [GeneratedRegex(@"^\*?(([A-Ha-h]|\d{1,4})(?<mark>\s*[.)/:])?|câu(\s+hỏi)?\s*\d{1,5}(?<mark>\s*[.:)])?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LabelForm();
}
