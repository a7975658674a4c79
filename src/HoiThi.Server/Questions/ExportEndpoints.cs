using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;
using HoiThi.Server.Audit;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions;

/// <summary>What of the bank is shown as a file of another program; who took it is in the audit log.</summary>
internal static class ExportEndpoints
{
    /// <summary>What can be had, by what the address calls it.</summary>
    public static IReadOnlyDictionary<string, (string Extension, string Vi, string En)> Formats { get; } = new Dictionary<string, (string, string, string)>(StringComparer.Ordinal)
    {
        ["word"] = (".docx", "Word (đề và bảng đáp án)", "Word (paper with key table)"),
        ["excel"] = (".xlsx", "Excel", "Excel"),
        ["gift"] = (".gift", "GIFT", "GIFT"),
        ["moodle"] = (".xml", "Moodle XML", "Moodle XML"),
        ["qti"] = (".zip", "QTI 3.0", "QTI 3.0"),
    };

    public static IEnumerable<ConsoleRoute> Routes => [ConsoleRoute.Get(QuestionEndpoints.Bank + "/export", QuestionEndpoints.Editors, Export)];

    private static async Task<IResult> Export(HttpContext http, Visit visit, string? format, HoiThiContext context, TimeProvider time)
    {
        if (!Formats.TryGetValue(format ?? "", out var chosen))
        {
            return QuestionEndpoints.NotFound(http);
        }

        var contest = visit.Contest.Number;
        var query = BankQuery.Of(http.Request.Query);
        var bank = await context.BankAsync(contest, await context.FindAsync(contest, query, http.RequestAborted));
        if (bank.Questions.Count == 0)
        {
            return ConsolePage.To(visit.To("/questions?" + query), "nothing-to-export");
        }

        var file = await Task.Run(() => BankWriter.Write(bank, BankWriter.Extensions[chosen.Extension]), http.RequestAborted);
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(
            contest, "bank.export", chosen.En, After: new { questions = bank.Questions.Count, filter = (query with { Page = 1 }).ToString() }));
        await transaction.CommitAsync();
        var name = $"cau-hoi-{visit.Contest.Definition.Slug}{chosen.Extension}";
        return Reply.File(file, new FileExtensionContentTypeProvider().TryGetContentType(name, out var type) ? type : "text/plain; charset=utf-8", name);
    }

    /// <summary>The newest versions of these questions in the order given, with their topics.</summary>
    internal static async Task<QuestionBank> BankAsync(this HoiThiContext context, short contest, IReadOnlyList<int> numbers)
    {
        // A list of thousands of numbers costs a database more than the rows that are read too many.
        var wanted = numbers.ToHashSet();
        var rows = context.BankQuestions.AsNoTracking().Where(row => row.Contest == contest && row.Newest);
        var kept = await (numbers.Count <= 500 ? rows.Where(row => numbers.Contains(row.Number)) : rows).Select(row => new { row.Number, row.Content }).ToListAsync();
        var contents = kept.Where(row => wanted.Contains(row.Number)).ToDictionary(row => row.Number, row => row.Content);
        var questions = numbers.Where(contents.ContainsKey).AsParallel().AsOrdered().Select(number => BankStore.Read(contents[number])).ToValueList();
        var used = questions.Select(question => question.Topic).ToHashSet(StringComparer.Ordinal);
        var topics = (await context.TopicsAsync(contest)).Where(topic => used.Contains(topic.Code)).ToList();
        return new QuestionBank([.. topics, .. used.Except(topics.Select(topic => topic.Code), StringComparer.Ordinal).Select(code => new Topic(code, new LocalText(code)))], questions);
    }
}
