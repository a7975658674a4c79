using HoiThi.Core;
using HoiThi.Formats.Banks.Lint;
using HoiThi.Server.Audit;
using HoiThi.Server.Organisers;
using HoiThi.Server.Questions.Pages;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions;

/// <summary>What a careful reader of the bank would ask about, and the documents that the site knows to be repealed.</summary>
internal static class LintEndpoints
{
    private const string Documents = "/manage/repealed-documents";
    private const string Setting = "repealed-documents";
    private const int ListLimit = 512 * 1024;
    private const int ShownOfAKind = 100;

    /// <summary>What matters most comes first.</summary>
    private static readonly string[] Order =
        ["no-key", "all-right", "same-choice", "duplicate", "repealed-document", "near-duplicate", "several-keys", "longest-is-right", "refers-to-others", "longest-is-often-right", "key-position"];

    public static IEnumerable<ConsoleRoute> Routes => [ConsoleRoute.Get(QuestionEndpoints.Bank + "/lint", QuestionEndpoints.Readers, Show)];

    public static IEnumerable<ConsoleRoute> SiteRoutes =>
    [
        ConsoleRoute.Get(Documents, Access.Of(Role.Administrator), ShowDocuments, new MenuItem("Văn bản hết hiệu lực", "Repealed documents", MenuGroup.Site)),
        ConsoleRoute.Post(Documents, Access.Of(Role.Administrator), SaveDocuments),
    ];

    private static async Task<IResult> Show(HttpContext http, Visit visit, HoiThiContext context)
    {
        var contest = visit.Contest.Number;
        var retired = QuestionState.Retired.Name();
        var numbers = await context.BankQuestions.AsNoTracking().Where(row => row.Contest == contest && row.Newest && row.State != retired)
            .OrderBy(row => row.Code).Select(row => new { row.Number, row.Code }).ToListAsync();
        var bank = await context.BankAsync(contest, [.. numbers.Select(row => row.Number)]);
        var list = await TextAsync(context) is { } text ? RepealedDocuments.Read(text) : null;
        var findings = await Task.Run(() => BankLint.Of(bank, list, http.RequestAborted), http.RequestAborted);
        var groups = findings.GroupBy(finding => finding.Code, StringComparer.Ordinal)
            .OrderBy(group => Array.IndexOf(Order, group.Key) is var place && place < 0 ? Order.Length : place)
            .Select(group => new LintGroup(group.Key, [.. group.Take(ShownOfAKind)], group.Count()));
        return ConsolePage.Of<LintPage>(http, new LintView(
            [.. groups], numbers.ToDictionary(row => row.Code, row => row.Number, StringComparer.Ordinal), numbers.Count, findings.Count, visit.May($"GET {Documents}")));
    }

    private static async Task<IResult> ShowDocuments(HttpContext http, HoiThiContext context, string? done)
    {
        var own = await TextAsync(context);
        return ConsolePage.Of<DocumentsPage>(http, new DocumentsView(own ?? RepealedDocuments.KnownText, own is not null, ConsoleForm.Empty, done));
    }

    private static async Task<IResult> SaveDocuments(HttpContext http, Visit visit, HoiThiContext context, TimeProvider time)
    {
        if (await FormBody.Read(http.Request, ListLimit) is not { } form)
        {
            return Reply.BadRequest();
        }

        var text = form["act"] == "restore" ? "" : form["text"].ToString().ReplaceLineEndings("\n").Trim() + "\n";
        if (text.Length > 0 && RepealedDocuments.Check(text) is { } problem)
        {
            return ConsolePage.Of<DocumentsPage>(http, new DocumentsView(text, true, ConsoleForm.Of(form, new FieldError("list", "text", problem)), null), StatusCodes.Status422UnprocessableEntity);
        }

        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.TakeBankTurnAsync();
        var before = await TextAsync(context);
        if ((before ?? "") != text)
        {
            await context.Settings.Where(row => row.Name == Setting).ExecuteDeleteAsync();
            if (text.Length > 0)
            {
                context.Settings.Add(new SettingRow(Setting, text));
            }

            await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(0, "documents.edit", "repealed-documents.csv", before, text));
            await transaction.CommitAsync();
        }

        return ConsolePage.To(Documents, "saved");
    }

    private static Task<string?> TextAsync(HoiThiContext context) =>
        context.Settings.AsNoTracking().Where(row => row.Name == Setting).Select(row => (string?)row.Value).SingleOrDefaultAsync();
}
