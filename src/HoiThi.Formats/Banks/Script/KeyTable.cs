using System.Globalization;
using System.Text.RegularExpressions;

namespace HoiThi.Formats.Banks.Script;

/// <summary>A key as a table or a list at the end says it.</summary>
internal sealed record KeyEntry(int Number, string Key, BankPlace Place);

/// <summary>Reads key tables and lists: "1-B 2-C", "Câu 1: B", a row of numbers above a row of letters, columns of both.</summary>
internal static partial class KeyTable
{
    /// <summary>The keys of a line that holds nothing else; null for any other line.</summary>
    public static List<KeyEntry>? FromLine(string line, BankPlace place)
    {
        var text = BankText.Line(line);
        if (!EntriesForm().IsMatch(text))
        {
            return null;
        }

        return [.. EntryForm().Matches(text).Select(match => Entry(match, place))];
    }

    /// <summary>"Câu 3: Đáp án B. Vì …" in a part with answers; null for any other line.</summary>
    public static KeyEntry? FromAnswer(string line, BankPlace place)
    {
        var match = AnswerForm().Match(BankText.Line(line));
        return match.Success ? Entry(match, place) : null;
    }

    /// <summary>The keys of a table that holds nothing else; null for any other table.</summary>
    public static List<KeyEntry>? FromTable(ScriptTable table)
    {
        var rows = table.Rows.Select(row => row.Cells.Select(cell => cell.Text).ToList()).ToList();
        if (HeadedColumns(table, rows) is { } headed)
        {
            return headed;
        }

        if (rows.Count == 0 || !rows.TrueForAll(row => row.TrueForAll(IsPart)))
        {
            return null;
        }

        var entries = new List<KeyEntry>();
        for (var index = 0; index < rows.Count; index++)
        {
            var place = table.Rows[index].Place;
            var whole = rows[index].Where(cell => EntriesForm().IsMatch(cell) && !IsNumber(cell)).ToList();
            if (whole.Count > 0)
            {
                entries.AddRange(whole.SelectMany(cell => FromLine(cell, place) ?? []));
            }
            else if (index + 1 < rows.Count && IsNumbersOver(rows[index], rows[index + 1]))
            {
                entries.AddRange(rows[index].Zip(rows[index + 1]).Where(pair => IsNumber(pair.First) && pair.Second.Length > 0)
                    .Select(pair => new KeyEntry(NumberOf(pair.First), pair.Second, place)));
                index++;
            }
            else
            {
                entries.AddRange(Pairs(rows[index], place));
            }
        }

        return entries.Count >= 2 ? entries : null;
    }

    // "Câu | Đáp án | Câu | Đáp án" says by itself that these are keys: then they may be numbers and words as well.
    private static List<KeyEntry>? HeadedColumns(ScriptTable table, List<List<string>> rows)
    {
        if (rows.Count < 2 || rows[0].Count < 2 || rows[0].Count % 2 != 0 || !rows[0].Index().All(cell => Header(cell.Item) == (cell.Index % 2 == 0 ? "n" : "k")))
        {
            return null;
        }

        return [.. rows.Index().Skip(1).SelectMany(row => row.Item.Chunk(2)
            .Where(pair => pair.Length == 2 && IsNumber(pair[0]) && pair[1].Length > 0)
            .Select(pair => new KeyEntry(NumberOf(pair[0]), pair[1], table.Rows[row.Index].Place)))];
    }

    private static string Header(string cell) => HeaderForm().Match(cell) is { Success: true } match ? match.Groups["number"].Success ? "n" : "k" : "";

    private static bool IsPart(string cell) =>
        cell.Length == 0 || IsNumber(cell) || KeyText.LettersOf(cell) is not null || HeaderForm().IsMatch(cell) || EntriesForm().IsMatch(cell);

    private static bool IsNumber(string cell) => NumberForm().IsMatch(cell);

    private static int NumberOf(string cell) => int.Parse(NumberForm().Match(cell).Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

    private static bool IsNumbersOver(List<string> numbers, List<string> keys) =>
        numbers.Exists(IsNumber)
        && numbers.Count == keys.Count
        && numbers.Zip(keys).All(pair => IsNumber(pair.First) ? pair.Second.Length == 0 || KeyText.LettersOf(pair.Second) is not null : !IsNumber(pair.Second));

    private static IEnumerable<KeyEntry> Pairs(List<string> row, BankPlace place)
    {
        for (var index = 0; index + 1 < row.Count; index++)
        {
            if (IsNumber(row[index]) && KeyText.LettersOf(row[index + 1]) is not null)
            {
                yield return new(NumberOf(row[index]), row[index + 1], place);
                index++;
            }
        }
    }

    private static KeyEntry Entry(Match match, BankPlace place) =>
        new(int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["key"].Value, place);

    private const RegexOptions AnyCase = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^(?:(?:câu\s*)?\d{1,5}\s*[-.:)=/–—]*\s*[A-H]{1,4}(?:\s*[,&]\s*[A-H])*(?:[\s;,.|]+|$))+$", AnyCase, 1000)]
    private static partial Regex EntriesForm();

    [GeneratedRegex(@"(?<number>\d{1,5})\s*[-.:)=/–—]*\s*(?<key>[A-H]{1,4}(\s*[,&]\s*[A-H](?![\w]))*)", AnyCase, 1000)]
    private static partial Regex EntryForm();

    [GeneratedRegex(@"^(câu\s*)?(?<number>\d{1,5})\s*[-.:)/–—]*\s*((đáp\s*án|chọn)(\s*(đúng|là))*\s*[:.]?\s*)?(?<key>[A-H](\s*[,&]\s*[A-H])*)\s*($|[.:;(–—-].*$)", AnyCase, 1000)]
    private static partial Regex AnswerForm();

    [GeneratedRegex(@"^(câu\s*)?(số\s*)?(?<number>\d{1,5})\s*[.:)]?$", AnyCase, 1000)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^((?<number>(câu(\s+(hỏi|số))?|stt|tt|số|no\.?|question))|đáp\s*án(\s*đúng)?|đ/?a|trả\s*lời|key|answer)\s*[:.]?$", AnyCase, 1000)]
    private static partial Regex HeaderForm();
}
