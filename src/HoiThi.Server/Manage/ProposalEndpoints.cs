using HoiThi.Core;
using HoiThi.Server.Audit;
using HoiThi.Server.Manage.Keys;
using HoiThi.Server.Manage.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>Proposals that wait for a second person, and which acts need one.</summary>
internal static class ProposalEndpoints
{
    private const int Shown = 100;
    private static readonly Access Organisers = Access.Of(Role.Administrator, Role.Organiser);

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(ConsoleRoute.Contest + "/proposals", Access.Of(Role.Administrator, Role.Organiser, Role.Auditor), Show, new MenuItem("Đề nghị chờ duyệt", "Proposals", MenuGroup.Contest)),
        ConsoleRoute.Post(ConsoleRoute.Contest + "/proposals/{id:guid}/approve", Organisers, Approve),
        ConsoleRoute.Post(ConsoleRoute.Contest + "/proposals/{id:guid}/end", Organisers, End),
        ConsoleRoute.Post(ConsoleRoute.Contest + "/proposals/rule", Access.Of(Role.Administrator), SetRule),
    ];

    private static async Task<IResult> Show(HttpContext http, Visit visit, HoiThiContext context, string? done) =>
        ConsolePage.Of<ProposalsPage>(http, await ViewOf(visit, context, ConsoleForm.Empty, done));

    private static async Task<IResult> Approve(HttpContext http, Visit visit, Guid id, ProposalDesk desk, HoiThiContext context)
    {
        var outcome = await desk.ApproveAsync(visit, id);
        return outcome.Error is { } error
            ? ConsolePage.Of<ProposalsPage>(http, await ViewOf(visit, context, new ConsoleForm(ConsoleForm.Empty.Values, [error]), null), StatusCodes.Status422UnprocessableEntity)
            : ConsolePage.To(visit.To("/proposals"), "approved");
    }

    private static async Task<IResult> End(Visit visit, Guid id, ProposalDesk desk) => await desk.EndAsync(visit, id) switch
    {
        null => Reply.NotFound(),
        "withdrawn" => ConsolePage.To(visit.To("/proposals"), "withdrawn"),
        _ => ConsolePage.To(visit.To("/proposals"), "declined"),
    };

    /// <summary>Which acts of this contest need a second person; only an administrator may loosen or tighten it.</summary>
    private static async Task<IResult> SetRule(HttpContext http, Visit visit, HoiThiContext context, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form)
        {
            return Reply.BadRequest();
        }

        var number = visit.Contest.Number;
        var wanted = form["act"].OfType<string>().Intersect(ProposalDesk.Acts, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var before = await context.TwoPersonActs.AsNoTracking().Where(row => row.Contest == number).Select(row => row.Act).OrderBy(act => act).ToListAsync();
        await context.TwoPersonActs.Where(row => row.Contest == number).ExecuteDeleteAsync();
        context.TwoPersonActs.AddRange(wanted.Select(act => new TwoPersonActRow(number, act)));
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(number, "two-person.rule", visit.Contest.Definition.Slug, before, wanted));
        await transaction.CommitAsync();
        return ConsolePage.To(visit.To("/proposals"), "saved");
    }

    private static async Task<ProposalsView> ViewOf(Visit visit, HoiThiContext context, ConsoleForm form, string? done)
    {
        var number = visit.Contest.Number;
        var rows = await context.Proposals.AsNoTracking().Where(row => row.Contest == number).OrderByDescending(row => row.Proposed).Take(Shown).ToListAsync();
        var names = await context.People.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name);
        var acts = await context.TwoPersonActs.AsNoTracking().Where(row => row.Contest == number || row.Contest == 0).ToListAsync();
        return new ProposalsView(
            rows.OrderBy(row => row.Outcome is null ? 0 : 1).Select(row => new ProposalLine(
                row.Id, row.Act, row.Subject, row.Reason, names.GetValueOrDefault(row.ProposedBy, ""), row.ProposedBy == visit.Person, Clock.Local(row.Proposed),
                row.Outcome, row.DecidedBy is { } by ? names.GetValueOrDefault(by, "") : null,
                row is { Outcome: null, Act: CorrectKey.Name } ? KeyForm.PathOf(visit.Contest, KeyRequest.Of(row.Payload)) : null)).ToValueList(),
            ProposalDesk.Acts.Select(act => new RuleLine(act, acts.Exists(row => row.Act == act && row.Contest == number), acts.Exists(row => row.Act == act && row.Contest == 0))).ToValueList(),
            form,
            done);
    }
}
