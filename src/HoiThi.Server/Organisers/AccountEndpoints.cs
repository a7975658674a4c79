using System.Buffers.Text;
using HoiThi.Core;
using HoiThi.Server.Audit;
using HoiThi.Server.Organisers.Pages;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Organisers;

/// <summary>One's own account: password, second factors, sessions.</summary>
internal static class AccountEndpoints
{
    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get("/manage/account", Access.Signed, Show, new MenuItem("Tài khoản của tôi", "My account", MenuGroup.Site)),
        ConsoleRoute.Post("/manage/account/password", Access.Signed, ChangePassword),
        ConsoleRoute.Post("/manage/account/passkeys/{id}/remove", Access.Signed, RemovePasskey),
        ConsoleRoute.Post("/manage/account/sessions/{id:guid}/end", Access.Signed, EndSession),
        ConsoleRoute.Post("/manage/account/sessions/end-others", Access.Signed, EndOthers),
    ];

    private static async Task<IResult> Show(HttpContext http, Visit visit, People people, HoiThiContext context, ServerOptions options, TimeProvider time, string? done) =>
        ConsolePage.Of<Account>(http, await ViewOf(visit, people, context, options, time, ConsoleForm.Empty, done));

    private static async Task<IResult> ChangePassword(HttpContext http, Visit visit, People people, HoiThiContext context, ServerOptions options, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form)
        {
            return Reply.BadRequest();
        }

        await using var transaction = await context.Database.BeginTransactionAsync();
        var person = (await people.ById(visit.Person))!;
        FieldError? error = null;
        if (!await people.Users.CheckPasswordAsync(person, form["current"].ToString()))
        {
            error = ConsoleForm.Wrong("current", "Mật khẩu hiện tại chưa đúng.", "The present password is not right.");
        }
        else if ((await people.SetPasswordAsync(person, form["password"].ToString())).Count > 0)
        {
            error = WelcomeEndpoints.PasswordProblem();
        }

        if (error is not null)
        {
            var tried = new ConsoleForm(ConsoleForm.Empty.Values, [error]);
            return ConsolePage.Of<Account>(http, await ViewOf(visit, people, context, options, time, tried, null), StatusCodes.Status422UnprocessableEntity);
        }

        await people.EndSessionsAsync(visit.Person, but: visit.Session);
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(0, "person.password", visit.Email));
        await transaction.CommitAsync();
        return ConsolePage.To("/manage/account", "password");
    }

    private static async Task<IResult> RemovePasskey(Visit visit, string id, People people, HoiThiContext context, TimeProvider time)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        var person = (await people.ById(visit.Person))!;
        var passkeys = await people.Users.GetPasskeysAsync(person);
        var found = passkeys.FirstOrDefault(passkey => Base64Url.EncodeToString(passkey.CredentialId) == id);
        if (found is null)
        {
            return Reply.NotFound();
        }

        // The last second factor stays, or the next sign-in would be by a password alone.
        if (passkeys.Count == 1 && !person.TwoFactorEnabled)
        {
            return ConsolePage.To("/manage/account", "last-factor");
        }

        await people.Users.RemovePasskeyAsync(person, found.CredentialId);
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(0, "person.passkey-remove", visit.Email, Before: found.Name));
        await transaction.CommitAsync();
        return ConsolePage.To("/manage/account", "passkey-removed");
    }

    private static async Task<IResult> EndSession(Visit visit, Guid id, HoiThiContext context, TimeProvider time)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        if (await context.ConsoleSessions.SingleOrDefaultAsync(row => row.Id == id && row.Person == visit.Person && row.Revoked == null) is not { } session)
        {
            return Reply.NotFound();
        }

        session.Revoked = time.GetUtcNow().ToUnixTimeMilliseconds();
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(0, "session.end", visit.Email, Before: session.Device));
        await transaction.CommitAsync();
        return ConsolePage.To("/manage/account", "session");
    }

    private static async Task<IResult> EndOthers(Visit visit, People people, HoiThiContext context, TimeProvider time)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        var ended = await people.EndSessionsAsync(visit.Person, but: visit.Session);
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(0, "session.end-others", visit.Email, After: new { ended }));
        await transaction.CommitAsync();
        return ConsolePage.To("/manage/account", "session");
    }

    private static async Task<AccountView> ViewOf(Visit visit, People people, HoiThiContext context, ServerOptions options, TimeProvider time, ConsoleForm form, string? done)
    {
        var person = (await people.ById(visit.Person))!;
        var sessions = await context.ConsoleSessions.AsNoTracking().Where(row => row.Person == visit.Person && row.Revoked == null).OrderByDescending(row => row.Seen).ToListAsync();
        return new AccountView(
            person.TwoFactorEnabled,
            await people.CountRecoveryCodesAsync(person),
            (await people.Users.GetPasskeysAsync(person)).Select(passkey => new PasskeyLine(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", Clock.Local(passkey.CreatedAt))).ToValueList(),
            sessions.Where(row => ConsoleSessions.IsAlive(row, time.GetUtcNow()))
                .Select(row => new SessionLine(row.Id, row.Device, row.Address, Clock.Local(row.Seen), row.Id == visit.Session)).ToValueList(),
            form,
            done)
        {
            Provider = options.ConsoleProvider?.Name,
            Bound = options.ConsoleProvider is { } provider && (await people.Users.GetLoginsAsync(person)).Any(login => login.LoginProvider == provider.Issuer),
        };
    }
}
