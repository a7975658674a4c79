using System.Globalization;
using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;
using HoiThi.Server.Organisers;
using HoiThi.Server.Questions.Imports;
using HoiThi.Server.Questions.Pages;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions;

/// <summary>Questions from a file: read, looked at, answered, and taken in whole.</summary>
internal static class ImportEndpoints
{
    private const int PageSize = 25;
    private const int AnswerForm = 256 * 1024;

    // Above the limit of a file, so that who sends a little too much is told so by us and not by the connection.
    private const int Upload = 64 << 20;
    private const string Import = QuestionEndpoints.Bank + "/import";
    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(Import, QuestionEndpoints.Editors, List),
        ConsoleRoute.Post(Import, QuestionEndpoints.Editors, Send),
        ConsoleRoute.Get(Import + "/template.xlsx", QuestionEndpoints.Editors, Template),
        ConsoleRoute.Get(Import + "/{id:guid}", QuestionEndpoints.Editors, Show),
        ConsoleRoute.Post(Import + "/{id:guid}", QuestionEndpoints.Editors, Answer),
        ConsoleRoute.Get(Import + "/{id:guid}/problems.xlsx", QuestionEndpoints.Editors, Problems),
        ConsoleRoute.Get(Import + "/{id:guid}/images/{name}", QuestionEndpoints.Editors, Image),
    ];

    private static async Task<IResult> List(HttpContext http, Visit visit, HoiThiContext context, string? done) =>
        ConsolePage.Of<ImportsPage>(http, await ListOf(visit, context, ConsoleForm.Empty, done));

    private static async Task<IResult> Send(HttpContext http, Visit visit, HoiThiContext context, ImportReader reader, TimeProvider time)
    {
        var form = await FormBody.Read(http.Request, Upload);
        if (form?.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return await Refused(ConsoleForm.Wrong("file", "Hãy chọn một tệp câu hỏi.", "Choose a file of questions."));
        }

        if (file.Length > ImportReader.FileLimit)
        {
            return await Refused(ConsoleForm.Wrong("file", "Tệp lớn hơn 24 MB; hãy bỏ bớt hình hoặc chia thành nhiều tệp.", "The file has more than 24 MB; take images out or split it."));
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, http.RequestAborted);
        var bytes = content.ToArray();
        var name = NameOf(file.FileName);
        var (id, known) = await context.IdOfAsync(visit.Contest.Number, visit.Person, name, bytes);
        if (!known)
        {
            var reading = await reader.ReadAsync(bytes, name, ImportOptions.Default, http.RequestAborted);
            if (reading.Questions.Count == 0 && reading.Problems.FirstOrDefault(problem => problem.Code != "columns" && problem.Kind == ProblemKind.Error) is { } refused)
            {
                return await Refused(new FieldError("file", "file", new($"{name}: {refused.Message.Vi}", $"{name}: {refused.Message.In(english: true)}")));
            }

            await context.KeepAsync(visit.Actor, time.GetUtcNow(), (id, visit.Contest.Number, name, bytes), ImportOptions.Default, reading, keepAnswers: false);
        }

        return ConsolePage.To(visit.To($"/questions/import/{id}"));

        async Task<IResult> Refused(FieldError error) => ConsolePage.Of<ImportsPage>(
            http, await ListOf(visit, context, new ConsoleForm(ConsoleForm.Empty.Values, [error]), null), StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Template() => Reply.File(BankWriter.Write(BankTemplate.Bank, BankFormat.Excel), ExcelType, "mau-cau-hoi.xlsx");

    private static async Task<IResult> Show(HttpContext http, Visit visit, Guid id, string? show, int? page, string? done, HoiThiContext context) =>
        await FindAsync(context, visit, id) is { } import
            ? ConsolePage.Of<ImportPage>(http, await ViewOf(visit, context, import, show, page ?? 1, new DoneView(done, 0, 0)))
            : QuestionEndpoints.NotFound(http);

    private static async Task<IResult> Answer(HttpContext http, Visit visit, Guid id, HoiThiContext context, ImportReader reader, TimeProvider time)
    {
        if (await FormBody.Read(http.Request, AnswerForm) is not { } form || await FindAsync(context, visit, id) is not { } import)
        {
            return QuestionEndpoints.NotFound(http);
        }

        var contest = visit.Contest.Number;
        var here = visit.To($"/questions/import/{id}");
        var back = $"{here}?show={Uri.EscapeDataString(form["show"].ToString())}&page={(int.TryParse(form["page"], out var page) ? page : 1)}";
        switch (form["act"].ToString())
        {
            case "whole":
                if (import.Ended is null)
                {
                    var options = OptionsIn(form, ImportJson.Read<ImportOptions>(import.Options));
                    var sameRows = options.Columns.SequenceEqual(ImportJson.Read<ImportOptions>(import.Options).Columns);
                    var reading = await reader.ReadAsync(import.Content!, import.FileName, options, http.RequestAborted);
                    await context.KeepAsync(visit.Actor, time.GetUtcNow(), (id, contest, import.FileName, import.Content!), options, reading, keepAnswers: sameRows);
                }

                return ConsolePage.To(here, "read-again");
            case "give-up":
                await context.GiveUpAsync(visit.Actor, time.GetUtcNow(), id);
                return ConsolePage.To(visit.To("/questions/import"), "given-up");
            case "take":
                await context.AnswerAsync(contest, id, form);
                context.ChangeTracker.Clear();
                await context.TakeAsync(visit.Actor, time.GetUtcNow(), contest, id);
                return ConsolePage.To(here, "taken");
            default:
                await context.AnswerAsync(contest, id, form);
                return ConsolePage.To(back, "answered");
        }
    }

    private static async Task<IResult> Problems(HttpContext http, Visit visit, Guid id, HoiThiContext context)
    {
        if (await FindAsync(context, visit, id) is not { } import)
        {
            return QuestionEndpoints.NotFound(http);
        }

        var items = await context.BankImportItems.AsNoTracking().Where(row => row.Import == id && !row.Ready).OrderBy(row => row.Ordinal).ToListAsync();
        var table = await ImportProblems.WriteAsync(visit.Language, ImportJson.Read<ImportHead>(import.Reading), items.Select(row => (row.Ordinal, SettledOf(row).Read)));
        return Reply.File(table, ExcelType, $"loi-{Path.GetFileNameWithoutExtension(import.FileName)}.xlsx");
    }

    private static async Task<IResult> Image(HttpContext http, Visit visit, Guid id, string name, HoiThiContext context) =>
        await FindAsync(context, visit, id) is not null
        && await context.BankImportImages.AsNoTracking().SingleOrDefaultAsync(row => row.Import == id && row.Name == name) is { } image
        && ImageKind.Of(image.Content) is { } type
            ? Reply.File(image.Content, type)
            : QuestionEndpoints.NotFound(http);

    private static Task<BankImportRow?> FindAsync(HoiThiContext context, Visit visit, Guid id)
    {
        var contest = visit.Contest.Number;
        return context.BankImports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Contest == contest);
    }

    private static ImportOptions OptionsIn(IFormCollection form, ImportOptions before)
    {
        var topic = BankText.Line(form["default-topic"].ToString());
        var columns = form.Where(field => field.Key.StartsWith("column-", StringComparison.Ordinal) && field.Value.ToString().Length is > 0 and < 20)
            .DistinctBy(field => field.Value.ToString(), StringComparer.Ordinal)
            .ToDictionary(field => field.Value.ToString(), field => field.Key["column-".Length..], StringComparer.Ordinal);
        if (form["no-header"] == "yes")
        {
            columns["header"] = "none";
        }

        return new ImportOptions(
            Enum.TryParse<Difficulty>(form["default-difficulty"], out var difficulty) && Enum.IsDefined(difficulty) ? difficulty : before.Difficulty,
            topic.Length > 200 ? topic[..200] : topic,
            columns.Count > 0 ? columns : before.Columns);
    }

    /// <summary>The name of a file without folders, as long as a screen can show.</summary>
    private static string NameOf(string name)
    {
        var plain = BankText.Line(name.Replace('\\', '/').Split('/')[^1]);
        return plain.Length switch { 0 => "tep", > 120 => plain[^120..], _ => plain };
    }

    private static (ReadQuestion Read, ReadQuestion Asked, ImportAnswers Answers) SettledOf(BankImportItemRow row)
    {
        var read = ImportJson.Read<ReadQuestion>(row.Item);
        var answers = row.Answers is null ? ImportAnswers.None : ImportJson.Read<ImportAnswers>(row.Answers);
        return (answers.Apply(read), read, answers);
    }

    private static async Task<ImportView> ViewOf(Visit visit, HoiThiContext context, BankImportRow import, string? show, int page, DoneView done)
    {
        var head = ImportJson.Read<ImportHead>(import.Reading);
        var all = context.BankImportItems.AsNoTracking().Where(row => row.Import == import.Id);
        var states = await all.Select(row => new { row.Ready, row.LeftOut, Same = row.SameAs != null }).ToListAsync();
        var figures = new ImportFigures(states.Count, states.Count(row => row.Ready), states.Count(row => !row.Ready), states.Count(row => row.Same), states.Count(row => row is { Ready: true, LeftOut: false }));
        var shown = show is "open" or "all" or "same" ? show : figures.Open > 0 ? "open" : "all";
        var rows = shown switch { "open" => all.Where(row => !row.Ready || row.Answers != null), "same" => all.Where(row => row.SameAs != null), _ => all };
        var count = await rows.CountAsync();
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var topics = await context.TopicsAsync(visit.Contest.Number);
        var items = await rows.OrderBy(row => row.Ordinal).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync();
        return new ImportView(
            import.Id, import.FileName, head.Format, figures, shown, page, pages,
            [.. items.Select(row => ItemOf(row, head, topics))],
            [.. head.Problems.Where(problem => problem.Code != "columns")],
            head.Unsupported,
            head.Problems.FirstOrDefault(problem => problem.Code == "columns")?.Candidates ?? [],
            ImportJson.Read<ImportOptions>(import.Options).Columns.ToDictionary(column => column.Value, column => column.Key, StringComparer.Ordinal),
            topics,
            ImportJson.Read<ImportOptions>(import.Options),
            import.Ended is { } ended ? Clock.Local(ended) : null,
            import.Taken,
            done);
    }

    private static ImportItemView ItemOf(BankImportItemRow row, ImportHead head, ValueList<Topic> topics)
    {
        var (read, asked, answers) = SettledOf(row);
        var named = answers.Topic is null ? head.Topics : topics;
        return new ImportItemView(
            row.Ordinal, read, asked.Problems, answers, row.Ready, row.LeftOut, row.SameAs, named.FirstOrDefault(topic => topic.Code == read.Question.Topic)?.Name ?? new(read.Question.Topic));
    }

    private static async Task<ImportsView> ListOf(Visit visit, HoiThiContext context, ConsoleForm form, string? done)
    {
        var contest = visit.Contest.Number;
        var rows = await context.BankImports.AsNoTracking().Where(row => row.Contest == contest).OrderByDescending(row => row.Created).Take(20)
            .Select(row => new { row.Id, row.FileName, row.Person, row.Created, row.Reading, row.Ended, row.Taken }).ToListAsync();
        var people = rows.Select(row => row.Person).Distinct().ToList();
        var names = await context.People.AsNoTracking().Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name);
        return new ImportsView(
            [.. rows.Select(row => new ImportLine(
                row.Id, row.FileName, names.GetValueOrDefault(row.Person, ""), Clock.Local(row.Created), ImportJson.Read<ImportHead>(row.Reading).Questions,
                row.Ended is { } ended ? Clock.Local(ended) : null, row.Taken))],
            form,
            new DoneView(done, 0, 0));
    }
}
