using System.Globalization;
using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Server.Audit;
using HoiThi.Server.Organisers;
using HoiThi.Server.Questions.Pages;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions;

/// <summary>The bank as a list, one question with its history, and what is done to them as a whole.</summary>
internal static class QuestionEndpoints
{
    private const int BulkForm = 64 * 1024;

    public const string Bank = ConsoleRoute.Contest + "/questions";

    public static readonly Access Readers = Access.Of(Role.Administrator, Role.Organiser, Role.QuestionEditor, Role.Auditor);
    public static readonly Access Editors = Access.Of(Role.Administrator, Role.Organiser, Role.QuestionEditor);

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(Bank, Readers, List, new MenuItem("Ngân hàng câu hỏi", "Question bank", MenuGroup.Questions)),
        ConsoleRoute.Post(Bank + "/bulk", Editors, Bulk),
        ConsoleRoute.Get(Bank + "/{number:int}", Readers, Show),
        ConsoleRoute.Post(Bank + "/{number:int}/state", Editors, Change),
        ConsoleRoute.Get(Bank + "/images/{name}", Readers, Image),
    ];

    private static async Task<IResult> List(HttpContext http, Visit visit, HoiThiContext context, string? done, int? count, int? own)
    {
        var query = BankQuery.Of(http.Request.Query);
        var contest = visit.Contest.Number;
        var summary = await context.SummaryAsync(contest);
        var (rows, page, found) = await context.PageAsync(contest, query, summary.Count, http.RequestAborted);
        var topics = await context.TopicsAsync(contest);
        return ConsolePage.Of<BankPage>(http, new BankView(
            [.. rows.Select(row => LineOf(row, topics, summary.Writers))],
            query with { Page = page },
            topics,
            summary.Tags,
            [.. summary.Writers.Select(writer => new WriterName(writer.Id, writer.Name))],
            summary.States,
            found,
            BankList.PagesOf(found),
            visit.May($"POST {Bank}/bulk"),
            new DoneView(done, count ?? 0, own ?? 0)));
    }

    private static async Task<IResult> Bulk(HttpContext http, Visit visit, HoiThiContext context, TimeProvider time)
    {
        if (await FormBody.Read(http.Request, BulkForm) is not { } form)
        {
            return Reply.BadRequest();
        }

        var back = visit.To("/questions?" + BankQuery.Parse(form["back"].ToString()));
        var numbers = form["number"].Select(text => int.TryParse(text, out var number) ? number : 0).Where(number => number > 0).Distinct().Take(BankList.PageSize * 10).ToArray();
        var act = form["act"].ToString();
        if (numbers.Length == 0)
        {
            return ConsolePage.To(back, "none-chosen");
        }

        if (act is "tag" or "untag")
        {
            var tags = Tags.Parse(form["tags"].ToString());
            if (tags.Count is 0 or > Tags.Most || tags.Any(tag => tag.Length > Tags.Longest))
            {
                return ConsolePage.To(back, "no-tags");
            }

            var tagged = await context.TagAsync(visit.Actor, time.GetUtcNow(), visit.Contest.Number, numbers, tags, act == "untag");
            return ConsolePage.To($"{back}&count={tagged.Done}", "tagged");
        }

        return Enum.TryParse<QuestionAct>(act, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen)
            ? Told(back, chosen, await context.ActAsync(visit.Actor, time.GetUtcNow(), visit.Contest.Number, numbers, chosen))
            : Reply.BadRequest();
    }

    private static async Task<IResult> Change(HttpContext http, Visit visit, int number, HoiThiContext context, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form || !Enum.TryParse<QuestionAct>(form["act"], ignoreCase: true, out var act) || !Enum.IsDefined(act))
        {
            return Reply.BadRequest();
        }

        // What was looked at is what is meant: a version that came meanwhile was not read by who presses the button.
        var contest = visit.Contest.Number;
        var seen = int.TryParse(form["version"], out var version) && await context.BankQuestions.AnyAsync(row => row.Contest == contest && row.Number == number && row.Newest && row.Version == version);
        var outcome = seen ? await context.ActAsync(visit.Actor, time.GetUtcNow(), contest, [number], act) : new ActOutcome(0, 0, 1);
        return Told(visit.To($"/questions/{number}?"), act, outcome);
    }

    private static IResult Told(string back, QuestionAct act, ActOutcome outcome) => ConsolePage.To(
        back + string.Create(CultureInfo.InvariantCulture, $"&count={outcome.Done}&own={outcome.Own}"), outcome.Done == 0 ? "unchanged" : act.ToString().ToLowerInvariant());

    private static async Task<IResult> Show(HttpContext http, Visit visit, int number, int? version, string? done, int? own, HoiThiContext context, TimeProvider time)
    {
        var contest = visit.Contest.Number;
        var rows = await context.BankQuestions.AsNoTracking().Where(row => row.Contest == contest && row.Number == number).OrderByDescending(row => row.Version).ToListAsync();
        if (rows.Find(row => version is null ? row.Newest : row.Version == version) is not { } shown)
        {
            return NotFound(http);
        }

        var uses = await context.BankUses.AsNoTracking().Where(use => use.Contest == contest && use.Number == number).OrderBy(use => use.Round).ToListAsync();
        var now = time.GetUtcNow();
        var secret = uses.Where(use => use.Version == shown.Version && visit.Contest.LiveRound(use.Round) is { } round && round.Of(division: 0).Opens > now.ToUnixTimeMilliseconds()).ToList();
        if (secret.Count > 0)
        {
            // Nobody sees the questions of a sealed round before it opens without a line in the log.
            await using var transaction = await context.Database.BeginTransactionAsync();
            await context.AppendAsync(visit.Actor, now, new AuditEntry(
                contest, "question.view", $"{shown.Code} v{shown.Version}", After: new { rounds = secret.Select(use => use.Round).Distinct() }));
            await transaction.CommitAsync();
        }

        var people = rows.SelectMany(row => new[] { row.WrittenBy, row.ReviewedBy, row.ApprovedBy }).OfType<Guid>().Distinct().ToList();
        var names = await context.People.AsNoTracking().Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name);
        var topics = await context.TopicsAsync(contest);
        return ConsolePage.Of<QuestionPage>(http, new QuestionView(
            BankStore.Read(shown.Content),
            topics.FirstOrDefault(topic => topic.Code == shown.Topic)?.Name ?? new(shown.Topic),
            LineOf(shown, topics, []),
            [.. rows.Select(row => new VersionLine(
                row.Version,
                QuestionStates.Of(row.State),
                row.Usable,
                Signature(row.WrittenBy, row.Written),
                row.Reviewed is { } reviewed ? Signature(row.ReviewedBy, reviewed) : null,
                row.Approved is { } approved ? Signature(row.ApprovedBy, approved) : null,
                [.. uses.Where(use => use.Version == row.Version).Select(use => (int)use.Round).Distinct()]))],
            secret.Count > 0,
            visit.May($"POST {Bank}/{{number:int}}/state"),
            shown.WrittenBy == visit.Person && !await context.IsAloneAsync(contest),
            new DoneView(done, 1, own ?? 0)));

        Signed Signature(Guid? person, long moment) => new(person is { } id && names.TryGetValue(id, out var name) ? name : null, Clock.Local(moment));
    }

    private static async Task<IResult> Image(HttpContext http, Visit visit, string name, HoiThiContext context)
    {
        var contest = visit.Contest.Number;
        return await context.BankImages.AsNoTracking().SingleOrDefaultAsync(row => row.Contest == contest && row.Name == name) is { } image
            ? Reply.File(image.Content, image.MediaType)
            : NotFound(http);
    }

    internal static IResult NotFound(HttpContext http) => ConsolePage.Of<Organisers.Pages.ConsoleProblem>(http, StatusCodes.Status404NotFound, StatusCodes.Status404NotFound);

    private static BankLine LineOf(BankQuestionRow row, ValueList<Topic> topics, ValueList<(Guid Id, string Name)> writers) => new(
        row.Number,
        row.Version,
        row.Code,
        row.Text,
        topics.FirstOrDefault(topic => topic.Code == row.Topic)?.Name ?? new(row.Topic),
        (Difficulty)row.Difficulty,
        Tags.Split(row.Tags),
        QuestionStates.Of(row.State),
        writers.FirstOrDefault(writer => writer.Id == row.WrittenBy).Name,
        Clock.Local(row.Written),
        row.Newest);
}
