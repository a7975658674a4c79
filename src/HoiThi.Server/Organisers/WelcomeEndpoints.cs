using HoiThi.Core;
using HoiThi.Server.Audit;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers.Pages;
using HoiThi.Server.Security;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace HoiThi.Server.Organisers;

/// <summary>
/// The way in by a link: a password of one's own, then a second factor; before both are there nothing else opens. The
/// same pages set up another second factor later.
/// </summary>
internal static class WelcomeEndpoints
{
    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get("/manage/invitation/{token}", Access.Open, ShowInvitation),
        ConsoleRoute.Post("/manage/invitation/{token}", Access.Open, Accept),
        ConsoleRoute.Get("/manage/welcome", Access.Unfinished, ShowFactors),
        ConsoleRoute.Post("/manage/welcome/totp", Access.Unfinished, AddTotp),
        ConsoleRoute.Post("/manage/welcome/passkey/options", Access.Unfinished, PasskeyOptions),
        ConsoleRoute.Post("/manage/welcome/passkey", Access.Unfinished, AddPasskey),
        ConsoleRoute.Post("/manage/welcome/recovery-codes", Access.Signed, NewRecoveryCodes),
    ];

    private static async Task<IResult> ShowInvitation(HttpContext http, string token, Invitations invitations, People people, ContestCatalog catalog, ServerOptions options) =>
        await invitations.FindAsync(token) is { } found
            ? ConsolePage.Of<Invitation>(http, await ViewOf(found, people, catalog, ConsoleForm.Empty) with
            {
                Provider = found.Role is not null && options.ConsoleProvider is { } provider ? ($"/manage/invitation/{token}/provider", provider.Name) : null,
            })
            : ConsolePage.Of<ConsoleProblem>(http, StatusCodes.Status410Gone, StatusCodes.Status410Gone);

    private static async Task<IResult> Accept(
        HttpContext http, string token, Invitations invitations, People people, ContestCatalog catalog, HoiThiContext context, ConsoleSessions sessions, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form)
        {
            return Reply.BadRequest();
        }

        await using var transaction = await context.Database.BeginTransactionAsync();
        if (await invitations.FindAsync(token) is not { } found)
        {
            return ConsolePage.Of<ConsoleProblem>(http, StatusCodes.Status410Gone, StatusCodes.Status410Gone);
        }

        var known = await people.ByEmail(found.Email);
        var needsPassword = known?.PasswordHash is null || found.Role is null;
        var name = known?.Name ?? form["name"].ToString().Trim();
        if (name.Length is < 2 or > 80)
        {
            return Again(await ViewOf(found, people, catalog, ConsoleForm.Of(form, [ConsoleForm.Wrong("name", "Hãy nhập họ và tên.", "Enter your full name.")])));
        }

        var person = known ?? await people.AddAsync(found.Email, name);
        var actor = new Actor(person.Id, $"{person.Name} <{person.Email}>", ConsoleSessions.AddressOf(http));
        if (needsPassword)
        {
            var problems = await people.SetPasswordAsync(person, form["password"].ToString());
            if (problems.Count > 0)
            {
                // Nothing of this is kept: the transaction is not committed.
                return Again(await ViewOf(found, people, catalog, ConsoleForm.Of(form, [PasswordProblem()])) with { Known = known is not null });
            }

            await people.RemoveSecondFactorsAsync(person);
            await people.EndSessionsAsync(person.Id);
            await people.Users.SetLockoutEndDateAsync(person, null);
            await people.Users.ResetAccessFailedCountAsync(person);
        }

        await TakeAsync(context, found, person, actor, time);

        if (needsPassword)
        {
            await sessions.BeginAsync(http, context, person.Id, complete: false);
        }

        await transaction.CommitAsync();
        return ConsolePage.To(needsPassword ? "/manage/welcome" : "/manage/sign-in");

        IResult Again(InvitationView view) => ConsolePage.Of<Invitation>(http, view, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The invitation is taken, and its role counts, within the transaction that is open.</summary>
    internal static async Task TakeAsync(HoiThiContext context, InvitationRow found, PersonRow person, Actor actor, TimeProvider time)
    {
        found.Used = time.GetUtcNow().ToUnixTimeMilliseconds();
        await context.SaveChangesAsync();
        await context.AppendAsync(actor, time.GetUtcNow(), new AuditEntry(found.Contest, "person.accept", person.Email!));
        if (found.Role is not null)
        {
            await context.GrantAsync(actor, time.GetUtcNow(), person, new RoleGrant(found.Contest, Enum.Parse<Role>(found.Role), found.Unit));
        }
    }

    private static async Task<IResult> ShowFactors(HttpContext http, Visit visit, People people, IDataProtectionProvider protection)
    {
        var person = (await people.ById(visit.Person))!;
        return visit.Complete || !await people.HasSecondFactorAsync(person)
            ? ConsolePage.Of<Welcome>(http, FactorsOf(visit, protection, Totp.NewKey(), ConsoleForm.Empty))
            : ConsolePage.To("/manage/sign-in");
    }

    private static async Task<IResult> AddTotp(
        HttpContext http, Visit visit, People people, IDataProtectionProvider protection, HoiThiContext context, ConsoleSessions sessions, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form || KeyOf(protection, visit, form["key"].ToString()) is not { } key)
        {
            return ConsolePage.To("/manage/welcome");
        }

        await using var transaction = await context.Database.BeginTransactionAsync();
        var person = (await people.ById(visit.Person))!;
        if (!visit.Complete && await people.HasSecondFactorAsync(person))
        {
            return ConsolePage.To("/manage/sign-in");
        }

        if (!await people.EnableTotpAsync(person, key, form["code"].ToString()))
        {
            var error = ConsoleForm.Wrong("code", "Mã chưa đúng. Hãy nhập 6 chữ số đang hiện trong ứng dụng; nếu vẫn sai, kiểm tra giờ của điện thoại.", "The code is not right. Enter the six digits that the app shows now; if that fails, check the phone's clock.");
            return ConsolePage.Of<Welcome>(http, FactorsOf(visit, protection, key, ConsoleForm.Of(form, [error])), StatusCodes.Status422UnprocessableEntity);
        }

        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(0, "person.totp", visit.Email));
        var codes = await FinishAsync(http, visit, people, person, context, sessions);
        await transaction.CommitAsync();
        return codes is null ? ConsolePage.To("/manage/account", "totp") : ConsolePage.Of<RecoveryCodes>(http, codes);
    }

    private static async Task<IResult> PasskeyOptions(HttpContext http, Visit visit, People people, IPasskeyHandler<PersonRow> passkeys, Passkeys ceremonies)
    {
        var person = (await people.ById(visit.Person))!;
        if (!visit.Complete && await people.HasSecondFactorAsync(person))
        {
            return Reply.Problem(statusCode: StatusCodes.Status403Forbidden);
        }

        var options = await passkeys.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = person.Id.ToString(), Name = person.Email!, DisplayName = person.Name }, http);
        ceremonies.Keep(http, options.AttestationState);
        return Reply.Content(options.CreationOptionsJson, "application/json");
    }

    private static async Task<IResult> AddPasskey(
        HttpContext http, Visit visit, People people, IPasskeyHandler<PersonRow> passkeys, Passkeys ceremonies, HoiThiContext context, ConsoleSessions sessions, TimeProvider time)
    {
        var person = (await people.ById(visit.Person))!;
        if (!visit.Complete && await people.HasSecondFactorAsync(person))
        {
            return Reply.Problem(statusCode: StatusCodes.Status403Forbidden);
        }

        var result = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = http,
            CredentialJson = await Passkeys.BodyAsync(http.Request),
            AttestationState = ceremonies.Take(http),
        });
        if (!result.Succeeded || result.UserEntity.Id != person.Id.ToString())
        {
            return Reply.Problem(statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        await using var transaction = await context.Database.BeginTransactionAsync();
        result.Passkey.Name = $"{http.Request.Host.Host}, {time.GetUtcNow():yyyy-MM-dd}";
        await people.Users.AddOrUpdatePasskeyAsync(person, result.Passkey);
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(0, "person.passkey", visit.Email));
        var codes = await FinishAsync(http, visit, people, person, context, sessions);
        await transaction.CommitAsync();
        return Reply.Json(new { codes });
    }

    private static async Task<IResult> NewRecoveryCodes(HttpContext http, Visit visit, People people, HoiThiContext context, TimeProvider time)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        var codes = await people.NewRecoveryCodesAsync((await people.ById(visit.Person))!);
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(0, "person.recovery-codes", visit.Email));
        await transaction.CommitAsync();
        return ConsolePage.Of<RecoveryCodes>(http, codes);
    }

    /// <summary>With the first second factor the session is complete, and there are recovery codes to show once.</summary>
    private static async Task<IReadOnlyList<string>?> FinishAsync(
        HttpContext http, Visit visit, People people, PersonRow person, HoiThiContext context, ConsoleSessions sessions)
    {
        if (visit.Complete)
        {
            return null;
        }

        await sessions.BeginAsync(http, context, person.Id, complete: true);
        return await people.NewRecoveryCodesAsync(person);
    }

    internal static FieldError PasswordProblem() => ConsoleForm.Wrong(
        "password", "Mật khẩu cần ít nhất 12 ký tự, trong đó ít nhất 5 ký tự khác nhau.", "A password has at least 12 characters, at least 5 of them different.");

    private static WelcomeView FactorsOf(Visit visit, IDataProtectionProvider protection, string key, ConsoleForm form) => new(
        key,
        QrSvg.Of(Totp.Address("HoiThi", visit.Email, key), "QR"),
        KeyProtector(protection, visit).Protect(key),
        form);

    private static string? KeyOf(IDataProtectionProvider protection, Visit visit, string sealedKey)
    {
        try
        {
            return KeyProtector(protection, visit).Unprotect(sealedKey);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector KeyProtector(IDataProtectionProvider protection, Visit visit) =>
        protection.CreateProtector("new authenticator key", visit.Person.ToString("N")).ToTimeLimitedDataProtector();

    private static async Task<InvitationView> ViewOf(InvitationRow found, People people, ContestCatalog catalog, ConsoleForm form)
    {
        var contest = catalog.Find(found.Contest);
        var known = await people.ByEmail(found.Email);
        return new InvitationView(
            found.Email,
            known?.Name ?? found.Name,
            found.Role is null ? null : Enum.Parse<Role>(found.Role),
            contest?.Definition.Title,
            found.Unit > 0 ? contest?.Units[found.Unit].Name : null,
            known is not null,
            known?.PasswordHash is null || found.Role is null,
            form);
    }
}
