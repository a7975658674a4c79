using System.Security.Cryptography;
using System.Text.Json;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.People;
using HoiThi.Server.Attempts;
using HoiThi.Server.Audit;
using HoiThi.Server.Contestants;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.People;
using HoiThi.Server.Manage.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Organisers.Tables;
using HoiThi.Server.Security;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>Contestants: finding them, the whole story of one, and what may be done for or against one.</summary>
internal static class ContestantsEndpoints
{
    private const string One = ConsoleRoute.Contest + "/contestants/{id:guid}";
    private static readonly Access Readers = Access.Of(Role.Administrator, Role.Organiser, Role.Coordinator, Role.Auditor);
    private static readonly Access Desk = Access.Of(Role.Administrator, Role.Organiser, Role.Coordinator);
    private static readonly Access Organisers = Access.Of(Role.Administrator, Role.Organiser);

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(ConsoleRoute.Contest + "/contestants", Readers, List, new MenuItem("Thí sinh", "Contestants", MenuGroup.Running)),
        ConsoleRoute.Get(ConsoleRoute.Contest + "/contestants/export.xlsx", Readers, Export),
        ConsoleRoute.Get(One, Readers, Show),
        ConsoleRoute.Post(One + "/reveal", Organisers, Reveal),
        ConsoleRoute.Post(One + "/code", Desk, NewCode),
        ConsoleRoute.Post(One + "/correct", Organisers, CorrectEndpoint.Correct),
        ConsoleRoute.Post(One + "/extra-time", Organisers, ExtraTimeEndpoint.All),
        ConsoleRoute.Get(One + "/merge", Organisers, MergeEndpoints.Show),
        ConsoleRoute.Post(One + "/merge", Organisers, MergeEndpoints.Merge),
        ConsoleRoute.Post(One + "/block", Organisers, Block),
        ConsoleRoute.Post(One + "/attempts/{round:int}/{ordinal:int}/void", Organisers, Void),
        ConsoleRoute.Post(One + "/attempts/{round:int}/{ordinal:int}/give-back", Organisers, GiveBack),
        ConsoleRoute.Post(One + "/attempts/{round:int}/{ordinal:int}/extra-time", Organisers, ExtraTimeEndpoint.One),
    ];

    private static async Task<IResult> List(HttpContext http, Visit visit, ContestantList list) =>
        ConsolePage.Of<ContestantsPage>(http, await list.PageAsync(visit, TableQuery.Of(http.Request)));

    private static async Task<IResult> Export(HttpContext http, Visit visit, ContestantList list, Exports exports) =>
        await exports.AnswerAsync(visit, await list.ExportAsync(visit, TableQuery.Of(http.Request)), "contestants.export");

    private static async Task<IResult> Show(HttpContext http, Visit visit, Guid id, string? done, StoryTeller stories) =>
        await stories.TellAsync(visit, id, done) is { } story ? ConsolePage.Of<ContestantPage>(http, story) : NotFound(http);

    private static async Task<IResult> Reveal(HttpContext http, Visit visit, Guid id, StoryTeller stories, HoiThiContext context, TimeProvider time)
    {
        if (await stories.TellAsync(visit, id) is not { } story || await FormBody.Read(http.Request) is not { } form)
        {
            return NotFound(http);
        }

        if (Reason(form) is not { } reason)
        {
            return Again(http, story, form, "reveal");
        }

        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(visit.Contest.Number, "contestant.reveal", story.Subject, Reason: reason));
        await transaction.CommitAsync();
        return ConsolePage.Of<ContestantPage>(http, (await stories.TellAsync(visit, id, whole: true))!);
    }

    private static async Task<IResult> NewCode(HttpContext http, Visit visit, Guid id, StoryTeller stories, HoiThiContext context, Secrets secrets, TimeProvider time)
    {
        if (await stories.TellAsync(visit, id) is not { } story)
        {
            return NotFound(http);
        }

        var key = new ContestantId(id);
        var code = secrets.CodeOf(key, RandomNumberGenerator.GetHexString(32));
        var hash = secrets.HashOfCode(key, code);
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.Contestants.Where(row => row.Id == key).ExecuteUpdateAsync(set => set.SetProperty(row => row.CodeHash, hash));
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(visit.Contest.Number, "contestant.code", story.Subject));
        await transaction.CommitAsync();
        return ConsolePage.Of<ContestantPage>(http, story with { NewCode = $"{code[..4]}-{code[4..]}" });
    }

    private static async Task<IResult> Block(HttpContext http, Visit visit, Guid id, StoryTeller stories, HoiThiContext context, BlockList blocks, TimeProvider time)
    {
        if (await stories.TellAsync(visit, id) is not { } story || await FormBody.Read(http.Request) is not { } form)
        {
            return NotFound(http);
        }

        if (Reason(form) is not { } reason)
        {
            return Again(http, story, form, "block");
        }

        var key = new ContestantId(id);
        await using var transaction = await context.Database.BeginTransactionAsync();
        var gone = await context.ContestantBlocks.Where(row => row.Contestant == key).ExecuteDeleteAsync();
        if (gone == 0)
        {
            context.ContestantBlocks.Add(new ContestantBlockRow(key, visit.Contest.Number, time.GetUtcNow().ToUnixTimeMilliseconds()));
        }

        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(visit.Contest.Number, gone == 0 ? "contestant.block" : "contestant.unblock", story.Subject, Reason: reason));
        await transaction.CommitAsync();
        await blocks.RunAsync();
        return ConsolePage.To(visit.To($"/contestants/{id}"), gone == 0 ? "blocked" : "unblocked");
    }

    private static Task<IResult> Void(HttpContext http, Visit visit, Guid id, int round, int ordinal, StoryTeller stories, ProposalDesk desk) =>
        Strike(http, visit, id, round, ordinal, stories, desk, "attempt.void", "voided");

    private static Task<IResult> GiveBack(HttpContext http, Visit visit, Guid id, int round, int ordinal, StoryTeller stories, ProposalDesk desk) =>
        Strike(http, visit, id, round, ordinal, stories, desk, "attempt.give-back", "given-back");

    private static async Task<IResult> Strike(
        HttpContext http, Visit visit, Guid id, int round, int ordinal, StoryTeller stories, ProposalDesk desk, string act, string done)
    {
        if (await stories.TellAsync(visit, id) is not { } story || await FormBody.Read(http.Request) is not { } form
            || story.Attempts.FirstOrDefault(each => each.Round.Number == round && each.Ordinal == ordinal) is not { } attempt)
        {
            return NotFound(http);
        }

        if (Reason(form) is not { } reason)
        {
            return Again(http, story, form, $"{round}-{ordinal}");
        }

        var outcome = await desk.DoAsync(visit, act, $"{story.Subject}, {attempt.Round.Title.Vi}, lượt {ordinal}", new { Attempt = attempt.Id }, reason);
        return outcome.Error is { } error
            ? Again(http, story, form, $"{round}-{ordinal}", error)
            : ConsolePage.To(visit.To($"/contestants/{id}"), outcome.Proposed ? "proposed" : done);
    }

    internal static FieldError NoReason { get; } = ConsoleForm.Wrong("reason", "Hãy nêu lý do, ít nhất 5 ký tự; lý do được ghi vào nhật ký.", "Give a reason of at least 5 characters; it goes into the audit log.");

    internal static string? Reason(IFormCollection form) => form["reason"].ToString().Trim() is { Length: >= 5 and <= 500 } reason ? reason : null;

    /// <summary>The page again, with the form that was sent and what is wrong with it; without an error it is the reason that is missing.</summary>
    internal static IResult Again(HttpContext http, StoryView story, IFormCollection form, string where, params IEnumerable<FieldError> errors) => ConsolePage.Of<ContestantPage>(
        http,
        story with { Where = where, Form = ConsoleForm.Of(form, errors.DefaultIfEmpty(NoReason)) },
        StatusCodes.Status422UnprocessableEntity);

    internal static IResult NotFound(HttpContext http) => ConsolePage.Of<Organisers.Pages.ConsoleProblem>(http, StatusCodes.Status404NotFound, StatusCodes.Status404NotFound);
}
