using System.Globalization;
using System.Text;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Units;
using HoiThi.Formats;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Units;
using HoiThi.Server.Manage.Setup.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Setup;

/// <summary>The units of a contest: edited in a table, or taken in from an Excel or CSV list after a look at what changes.</summary>
internal static class UnitListEndpoints
{
    private const string Page = ConsoleRoute.Contest + "/setup/unit-list";
    private const int BlankRows = 5;

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(Page, SetupEndpoints.Organisers, Show),
        ConsoleRoute.Post(Page, SetupEndpoints.Organisers, Save),
        ConsoleRoute.Get(Page + "/export", SetupEndpoints.Organisers, Export),
        ConsoleRoute.Post(Page + "/import", SetupEndpoints.Organisers, Look),
        ConsoleRoute.Post(Page + "/apply", SetupEndpoints.Organisers, Apply),
    ];

    private static async Task<IResult> Show(HttpContext http, Visit visit, SetupSaving saving, string? done) =>
        Table(http, visit, RowsOf((await saving.NowAsync(visit)).Units), [], null, done);

    private static async Task<IResult> Export(Visit visit, SetupSaving saving)
    {
        // The mark at its beginning tells Excel that it is UTF-8.
        var list = "\uFEFF" + UnitsCsv.Write((await saving.NowAsync(visit)).Units);
        return Reply.File(Encoding.UTF8.GetBytes(list), "text/csv; charset=utf-8", $"don-vi-{visit.Contest.Definition.Slug}.csv");
    }

    private static async Task<IResult> Save(HttpContext http, Visit visit, SetupSaving saving)
    {
        if (await SentForm.ReadAsync(http) is not { } form)
        {
            return Reply.BadRequest();
        }

        var rows = Enumerable.Range(0, 5_000).TakeWhile(index => form.ContainsKey($"unit[{index}].name")).Select(index => new UnitRowView(
            Cell(index, "code"), Cell(index, "parent"), Cell(index, "kind"), Cell(index, "name"), Cell(index, "english"), Cell(index, "headcount"))
        {
            Out = form[$"unit[{index}].out"] == "true",
        }).ToValueList();
        var kept = rows.Where(row => !row.Out && !row.IsBlank).ToValueList();

        // Written as the list and read again, so that cells are checked as those of a file.
        var text = new StringBuilder("code,parent,kind,name_vi,name_en,headcount\n");
        foreach (var row in kept)
        {
            text.AppendJoin(',', new[] { row.Code, row.Parent, row.Kind, row.Name, row.English, row.Headcount }.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        }

        var reading = UnitsCsv.Read(text.ToString(), visit.Contest.Definition.Units.File);
        return reading.Succeeded
            ? await TakeAsync(visit, saving, reading.Value, SentForm.Of(form).Version, (mistakes, refused) => Table(http, visit, rows, Named(mistakes, kept), refused, null))
            : Table(http, visit, rows, Named(reading.Mistakes, kept), null, null);

        string Cell(int index, string column) => form[$"unit[{index}].{column}"].ToString().Trim();
    }

    private static async Task<IResult> Look(HttpContext http, Visit visit, SetupSaving saving)
    {
        var bundle = await saving.NowAsync(visit);
        if (await SentForm.ReadAsync(http) is not { Files: [{ Length: > 0 } file] })
        {
            return Table(http, visit, RowsOf(bundle.Units), [], new LocalText("Hãy chọn một tệp Excel (.xlsx) hoặc CSV.", "Choose an Excel workbook (.xlsx) or a CSV file."), null);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        var reading = UnitSheet.Read(content.ToArray(), Path.GetFileName(file.FileName), bundle.Contest.Units.Kinds);
        if (!reading.Succeeded)
        {
            return Table(http, visit, RowsOf(bundle.Units), reading.Mistakes, null, null);
        }

        var units = Merged(bundle.Units, reading.Value, visit);
        return ConsolePage.Of<UnitImportPage>(http, new UnitImportView(visit.Contest, UnitChange.Between(bundle.Units, units), UnitsCsv.Write(units), visit.Contest.Version));
    }

    private static async Task<IResult> Apply(HttpContext http, Visit visit, SetupSaving saving)
    {
        if (await SentForm.ReadAsync(http) is not { } form || UnitsCsv.Read(form["list"].ToString(), visit.Contest.Definition.Units.File) is not { Succeeded: true } reading)
        {
            return Reply.BadRequest();
        }

        return await TakeAsync(visit, saving, reading.Value, SentForm.Of(form).Version, (mistakes, refused) => Table(http, visit, RowsOf(reading.Value), mistakes, refused, null));
    }

    /// <summary>A published contest keeps its units: those that a new list lacks stay as they are.</summary>
    private static ValueList<Unit> Merged(ValueList<Unit> before, ValueList<Unit> list, Visit visit)
    {
        var codes = list.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        return visit.Contest.Phase == Contests.ContestPhase.Draft ? list : [.. before.Where(unit => !codes.Contains(unit.Code)), .. list];
    }

    private static async Task<IResult> TakeAsync(Visit visit, SetupSaving saving, ValueList<Unit> units, int? version, Func<ValueList<Mistake>, LocalText?, IResult> again)
    {
        var bundle = await saving.NowAsync(visit);
        if (UnitChange.Between(bundle.Units, units).Count == 0)
        {
            return ConsolePage.To(visit.To("/setup/unit-list"), "saved");
        }

        var changed = bundle with { Units = units };
        if (changed.Check() is { Count: > 0 } mistakes)
        {
            return again(mistakes, null);
        }

        var changes = UnitChange.Between(bundle.Units, units).Select(change => change.ToString()).ToArray();
        return await saving.SaveAsync(visit, changed, "units.edit", before: null, after: new { changes }, version) is { } refused
            ? again([], refused)
            : ConsolePage.To(visit.To("/setup/unit-list"), "saved");
    }

    private static IResult Table(HttpContext http, Visit visit, ValueList<UnitRowView> rows, ValueList<Mistake> mistakes, LocalText? refused, string? done) => ConsolePage.Of<UnitListPage>(
        http,
        new UnitListView(visit.Contest, [.. rows, .. Enumerable.Repeat(UnitRowView.Blank, Math.Max(0, BlankRows - rows.Count(row => row.IsBlank)))], visit.Contest.Version, mistakes, refused, done),
        mistakes.Count > 0 || refused is not null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static ValueList<UnitRowView> RowsOf(ValueList<Unit> units) => units.Select(unit => new UnitRowView(
        unit.Code, unit.Parent ?? "", unit.Kind, unit.Name.Vi, unit.Name.En ?? "", unit.Headcount.ToString(CultureInfo.InvariantCulture))).ToValueList();

    /// <summary>The mistakes with the row's name in place of a line that nobody sees.</summary>
    private static ValueList<Mistake> Named(ValueList<Mistake> mistakes, ValueList<UnitRowView> rows) => mistakes.Select(mistake =>
        mistake.File != ContestYaml.FileName && mistake.Line >= 2 && mistake.Line - 2 < rows.Count ? mistake with { File = rows[mistake.Line - 2].Name } : mistake).ToValueList();
}
