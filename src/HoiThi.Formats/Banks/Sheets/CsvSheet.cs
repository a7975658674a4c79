using CsvHelper;
using HoiThi.Formats.Banks.Files;
using HoiThi.Formats.Banks.Script;

namespace HoiThi.Formats.Banks.Sheets;

/// <summary>Reads CSV as a sheet; commas, semicolons and tabs are told apart by themselves.</summary>
internal static class CsvSheet
{
    private const int MostColumns = 200;

    public static Sheet Read(string text, BankBuilder builder)
    {
        var rows = new List<ScriptRow>();
        using var reader = CsvReader.FromText(text, CsvReaderOptions.Default with
        {
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record => builder.Add(BankProblems.Row(
                new BankPlace(PlaceKind.Line, (int)record.LineNumber),
                "Dấu ngoặc kép không đi thành cặp; trong ô có ngoặc kép phải viết hai dấu \"\".",
                "The quotes are not in pairs; a quote within a quoted cell is written \"\".")),
        });
        while (reader.Read())
        {
            builder.Cancel.ThrowIfCancellationRequested();
            if (rows.Count > builder.Options.Limits.Questions + 100)
            {
                throw new RefusedException(BankProblems.TooManyQuestions(builder.Options.Limits.Questions));
            }

            var place = new BankPlace(PlaceKind.Line, (int)reader.LineNumber);
            rows.Add(new ScriptRow(place, [.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostColumns)).Select(index => ScriptCell.Plain(reader.GetString(index), place))]));
        }

        return new Sheet(null, rows);
    }
}
