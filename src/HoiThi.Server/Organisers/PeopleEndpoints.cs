using HoiThi.Core;
using HoiThi.Core.People;
using HoiThi.Server.Audit;
using HoiThi.Server.Organisers.Pages;
using HoiThi.Server.Organisers.Tables;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Organisers;

/// <summary>Who works here: accounts of the site, and the roles of a contest.</summary>
internal static class PeopleEndpoints
{
    private static readonly Access Administrators = Access.Of(Role.Administrator);
    private static readonly Access Organisers = Access.Of(Role.Administrator, Role.Organiser);

    public static IEnumerable<ConsoleRoute> SiteRoutes =>
    [
        ConsoleRoute.Get("/manage/people", Administrators, ShowAll, new MenuItem("Tài khoản", "Accounts", MenuGroup.Site)),
        ConsoleRoute.Get("/manage/people/export.xlsx", Administrators, Export),
        ConsoleRoute.Post("/manage/people/invite", Administrators, Invite),
        ConsoleRoute.Post("/manage/people/{id:guid}/disable", Administrators, Disable),
        ConsoleRoute.Post("/manage/people/{id:guid}/enable", Administrators, Enable),
        ConsoleRoute.Post("/manage/people/{id:guid}/new-start", Administrators, NewStart),
        ConsoleRoute.Post("/manage/people/{id:guid}/revoke", Administrators, Revoke),
    ];

    public static IEnumerable<ConsoleRoute> ContestRoutes =>
    [
        ConsoleRoute.Get(ConsoleRoute.Contest + "/people", Access.Of(Role.Administrator, Role.Organiser, Role.Auditor), ShowContest, new MenuItem("Nhân sự", "People", MenuGroup.Preparation)),
        ConsoleRoute.Get(ConsoleRoute.Contest + "/people/export.xlsx", Access.Of(Role.Administrator, Role.Organiser, Role.Auditor), Export),
        ConsoleRoute.Post(ConsoleRoute.Contest + "/people/invite", Organisers, Invite),
        ConsoleRoute.Post(ConsoleRoute.Contest + "/people/{id:guid}/revoke", Organisers, Revoke),
    ];

    /// <summary>The roles that can be given: on the site an administrator and an auditor, in a contest all but the administrator.</summary>
    internal static IReadOnlyList<Role> RolesOf(Visit visit) => visit.Live is null
        ? [Role.Administrator, Role.Auditor]
        : [Role.Organiser, Role.QuestionEditor, Role.Coordinator, Role.Judge, Role.Auditor];

    private static async Task<IResult> ShowAll(HttpContext http, Visit visit, HoiThiContext context, TimeProvider time, string? done) =>
        ConsolePage.Of<PeoplePage>(http, await ViewOf(http, visit, context, time, ConsoleForm.Empty, done));

    private static async Task<IResult> ShowContest(HttpContext http, Visit visit, HoiThiContext context, TimeProvider time, string? done) =>
        ConsolePage.Of<PeoplePage>(http, await ViewOf(http, visit, context, time, ConsoleForm.Empty, done));

    private static async Task<IResult> Invite(HttpContext http, Visit visit, HoiThiContext context, People people, Invitations invitations, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form)
        {
            return Reply.BadRequest();
        }

        var (email, name, grant, errors) = Check(visit, form);
        if (errors.Count > 0)
        {
            return ConsolePage.Of<PeoplePage>(http, await ViewOf(http, visit, context, time, ConsoleForm.Of(form, errors), null), StatusCodes.Status422UnprocessableEntity);
        }

        await using var transaction = await context.Database.BeginTransactionAsync();
        if (await people.ByEmail(email) is { PasswordHash: not null } known)
        {
            // Who has an account needs no link: the role is there at the next page.
            await context.GrantAsync(visit.Actor, time.GetUtcNow(), known, grant!);
            await transaction.CommitAsync();
            return ConsolePage.To(Here(visit), "granted");
        }

        var token = await invitations.CreateAsync(visit.Actor, email, name, grant);
        await transaction.CommitAsync();
        var link = Invitations.LinkOf(http.Request, token);
        var sent = await invitations.SendAsync(http.Request, email, name, grant, link);
        return ConsolePage.Of<InvitationSent>(http, new InvitationSentView(email, name, grant!.Role, sent ? null : link, Here(visit)));
    }

    private static async Task<IResult> NewStart(HttpContext http, Visit visit, Guid id, HoiThiContext context, People people, Invitations invitations)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        if (await people.ById(id) is not { } person)
        {
            return Reply.NotFound();
        }

        var token = await invitations.CreateAsync(visit.Actor, person.Email!, person.Name, null);
        await transaction.CommitAsync();
        var link = Invitations.LinkOf(http.Request, token);
        var sent = await invitations.SendAsync(http.Request, person.Email!, person.Name, null, link);
        return ConsolePage.Of<InvitationSent>(http, new InvitationSentView(person.Email!, person.Name, null, sent ? null : link, Here(visit)));
    }

    private static async Task<IResult> Disable(Visit visit, Guid id, HoiThiContext context, People people, TimeProvider time)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        if (await people.ById(id) is not { } person)
        {
            return Reply.NotFound();
        }

        if (id == visit.Person || !await context.HasOtherAdministratorAsync(id))
        {
            return ConsolePage.To(Here(visit), "refused");
        }

        person.Disabled ??= time.GetUtcNow().ToUnixTimeMilliseconds();
        await people.Users.UpdateAsync(person);
        await people.EndSessionsAsync(id);
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(0, "person.disable", person.Email!));
        await transaction.CommitAsync();
        return ConsolePage.To(Here(visit), "disabled");
    }

    private static async Task<IResult> Enable(Visit visit, Guid id, HoiThiContext context, People people, TimeProvider time)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        if (await people.ById(id) is not { } person)
        {
            return Reply.NotFound();
        }

        person.Disabled = null;
        await people.Users.UpdateAsync(person);
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(0, "person.enable", person.Email!));
        await transaction.CommitAsync();
        return ConsolePage.To(Here(visit), "enabled");
    }

    private static async Task<IResult> Revoke(HttpContext http, Visit visit, Guid id, HoiThiContext context, People people, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form || !Enum.TryParse<Role>(form["role"], out var role))
        {
            return Reply.BadRequest();
        }

        // In a contest its own roles only; the site's page takes any away.
        var contest = visit.Live?.Number ?? (short.TryParse(form["contest"], out var number) ? number : (short)0);
        var unit = int.TryParse(form["unit"], out var given) ? given : 0;
        await using var transaction = await context.Database.BeginTransactionAsync();
        if (await people.ById(id) is not { } person)
        {
            return Reply.NotFound();
        }

        var gone = await context.RevokeAsync(visit.Actor, time.GetUtcNow(), person, new RoleGrant(contest, role, unit));
        await transaction.CommitAsync();
        return ConsolePage.To(Here(visit), gone ? "revoked" : "refused");
    }

    private static (string Email, string Name, RoleGrant? Grant, List<FieldError> Errors) Check(Visit visit, IFormCollection form)
    {
        var errors = new List<FieldError>();
        var email = EmailAddress.Check(form["email"].ToString()).For("email");
        if (email.Error is not null)
        {
            errors.Add(email.Error);
        }

        var name = PersonName.Check(form["name"].ToString()).For("name");
        if (name.Error is not null)
        {
            errors.Add(name.Error);
        }

        var unit = 0;
        if (!Enum.TryParse<Role>(form["role"], out var role) || !RolesOf(visit).Contains(role))
        {
            errors.Add(ConsoleForm.Wrong("role", "Hãy chọn vai trò.", "Choose a role."));
        }
        else if (role == Role.Coordinator)
        {
            unit = visit.Contest.Units.NumberOf(form["unit"].ToString()) ?? 0;
            if (unit == 0)
            {
                errors.Add(ConsoleForm.Wrong("unit", "Hãy chọn đơn vị mà người này làm đầu mối.", "Choose the unit that this person looks after."));
            }
        }

        return (email.Value ?? "", name.Value ?? "", errors.Count > 0 ? null : new RoleGrant(visit.Live?.Number ?? 0, role, unit), errors);
    }

    private static string Here(Visit visit) => visit.Live is null ? "/manage/people" : visit.To("/people");

    private static async Task<PeopleView> ViewOf(HttpContext http, Visit visit, HoiThiContext context, TimeProvider time, ConsoleForm form, string? done)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var here = visit.Live?.Number ?? 0;
        var waiting = await context.Invitations.AsNoTracking()
            .Where(row => row.Used == null && row.Expires > now && row.Role != null && (visit.Live == null || row.Contest == here)).OrderBy(row => row.Expires).ToListAsync();
        return new PeopleView(
            PeopleTable.Of(TableQuery.Of(http.Request), visit, await LinesAsync(visit, context)),
            waiting.Select(row => new WaitingLine(row.Name, row.Email, Enum.Parse<Role>(row.Role!), Clock.Local(row.Expires))).ToValueList(),
            RolesOf(visit),
            form,
            done);
    }

    private static async Task<IResult> Export(HttpContext http, Visit visit, HoiThiContext context, Exports exports) =>
        await exports.AnswerAsync(visit, PeopleTable.ExportOf(TableQuery.Of(http.Request), visit, await LinesAsync(visit, context)), "people.export");

    private static async Task<IReadOnlyList<PersonLine>> LinesAsync(Visit visit, HoiThiContext context)
    {
        var here = visit.Live?.Number ?? 0;
        var grants = await context.RoleGrants.AsNoTracking().Where(row => visit.Live == null || row.Contest == here).ToListAsync();
        var people = await context.People.AsNoTracking().OrderBy(row => row.Name).ToListAsync();
        var passkeys = await context.Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>>().Select(row => row.UserId).Distinct().ToListAsync();
        var seen = await context.ConsoleSessions.GroupBy(row => row.Person).Select(group => new { group.Key, Last = group.Max(row => row.Seen) }).ToDictionaryAsync(group => group.Key, group => group.Last);
        var contests = visit.Live is not null ? [] : await context.Contests.AsNoTracking().ToDictionaryAsync(row => row.Number, row => row.Slug);
        return [.. people.Where(row => visit.Live is null || grants.Exists(grant => grant.Person == row.Id)).Select(row => new PersonLine(
            row.Id,
            row.Name,
            row.Email!,
            row.TwoFactorEnabled || passkeys.Contains(row.Id),
            row.Disabled is not null,
            seen.TryGetValue(row.Id, out var last) ? Clock.Local(last) : null,
            grants.Where(grant => grant.Person == row.Id).OrderBy(grant => grant.Contest)
                .Select(grant => new GrantLine(grant.Contest, Enum.Parse<Role>(grant.Role), grant.Unit, contests.GetValueOrDefault(grant.Contest), UnitOf(visit, grant.Unit))).ToValueList()))];
    }

    private static Core.Contests.LocalText? UnitOf(Visit visit, int unit) => visit.Live is { } contest && contest.Units.Contains(unit) ? contest.Units[unit].Name : null;
}
