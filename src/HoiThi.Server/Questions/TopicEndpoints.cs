using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats.Banks;
using HoiThi.Server.Audit;
using HoiThi.Server.Organisers;
using HoiThi.Server.Questions.Pages;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions;

/// <summary>The topics of the bank: their names, and how many questions each has of every difficulty and state.</summary>
internal static class TopicEndpoints
{
    private const string Topics = QuestionEndpoints.Bank + "/topics";
    private const int Longest = 200;

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(Topics, QuestionEndpoints.Readers, Show),
        ConsoleRoute.Post(Topics, QuestionEndpoints.Editors, Save),
    ];

    private static async Task<IResult> Show(HttpContext http, Visit visit, HoiThiContext context, string? done) =>
        ConsolePage.Of<TopicsPage>(http, await ViewOf(visit, context, ConsoleForm.Empty, done));

    private static async Task<IResult> Save(HttpContext http, Visit visit, HoiThiContext context, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form)
        {
            return Reply.BadRequest();
        }

        var contest = visit.Contest.Number;
        var (code, name, english) = (form["code"].ToString(), BankText.Line(form["name"].ToString()), BankText.Line(form["name-en"].ToString()));
        if (name.Length is 0 or > Longest || english.Length > Longest)
        {
            var error = ConsoleForm.Wrong("name", $"Tên chủ đề có 1–{Longest} ký tự.", $"The name of a topic has 1–{Longest} characters.");
            return ConsolePage.Of<TopicsPage>(http, await ViewOf(visit, context, ConsoleForm.Of(form, error), null), StatusCodes.Status422UnprocessableEntity);
        }

        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.TakeBankTurnAsync();
        if (code.Length == 0)
        {
            // A name that is there already is that topic, also when the form is sent twice.
            var taken = (await BankTopics.OfAsync(context, contest)).Take(name);
            if (context.ChangeTracker.Entries<BankTopicRow>().SingleOrDefault()?.Entity is { } added)
            {
                added.NameEn = english.Length == 0 ? null : english;
                await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(contest, "topic.create", taken, After: name));
            }
        }
        else if (await context.BankTopics.SingleOrDefaultAsync(row => row.Contest == contest && row.Code == code) is { } row)
        {
            var before = new LocalText(row.NameVi, row.NameEn);
            (row.NameVi, row.NameEn) = (name, english.Length == 0 ? null : english);
            if (before != new LocalText(row.NameVi, row.NameEn))
            {
                await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(contest, "topic.rename", code, before, new LocalText(row.NameVi, row.NameEn)));
            }
        }

        await transaction.CommitAsync();
        return ConsolePage.To(visit.To("/questions/topics"), "saved");
    }

    private static async Task<TopicsView> ViewOf(Visit visit, HoiThiContext context, ConsoleForm form, string? done)
    {
        var contest = visit.Contest.Number;
        var counts = (await context.CountsAsync(contest)).GroupBy(count => count.Topic, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToDictionary(count => (count.Difficulty, count.State), count => count.Count), StringComparer.Ordinal);
        return new TopicsView(
            [.. (await context.TopicsAsync(contest)).Select(topic => new TopicLine(topic, counts.GetValueOrDefault(topic.Code, [])))],
            form,
            visit.May($"POST {Topics}"),
            new DoneView(done, 0, 0));
    }
}
