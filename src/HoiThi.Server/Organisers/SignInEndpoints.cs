using System.Globalization;
using HoiThi.Server.Audit;
using HoiThi.Server.Organisers.Pages;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace HoiThi.Server.Organisers;

/// <summary>Signing in: a password and then a code or a passkey, or a passkey alone, which is both in one.</summary>
internal static class SignInEndpoints
{
    /// <summary>Names who has given the password, for the few minutes until the second factor.</summary>
    private const string HalfwayCookie = "console-halfway";
    private static readonly TimeSpan Halfway = TimeSpan.FromMinutes(5);

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get("/manage/sign-in", Access.Open, Show),
        ConsoleRoute.Post("/manage/sign-in", Access.Open, Password),
        ConsoleRoute.Get("/manage/sign-in/code", Access.Open, ShowCode),
        ConsoleRoute.Post("/manage/sign-in/code", Access.Open, Code),
        ConsoleRoute.Post("/manage/sign-in/passkey/options", Access.Open, PasskeyOptions),
        ConsoleRoute.Post("/manage/sign-in/passkey", Access.Open, Passkey),
        ConsoleRoute.Post("/manage/sign-out", Access.Unfinished, SignOut),
    ];

    private static IResult Show(HttpContext http, string? to, Visit? visit, ServerOptions options) =>
        visit is { Complete: true } ? ConsolePage.To(Local(to)) : ConsolePage.Of<SignIn>(http, new SignInView(Local(to), ConsoleForm.Empty, options.ConsoleProvider?.Name));

    private static async Task<IResult> Password(HttpContext http, People people, HoiThiContext context, ConsoleSessions sessions, IDataProtectionProvider protection, ServerOptions options, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form)
        {
            return Reply.BadRequest();
        }

        var to = Local(form["to"]);
        var (person, lockedOut) = await people.CheckPasswordAsync(form["email"].ToString(), form["password"].ToString());
        if (person is null)
        {
            var error = lockedOut
                ? ConsoleForm.Wrong(null, "Bạn đã thử sai nhiều lần. Hãy chờ 15 phút rồi thử lại.", "Too many wrong tries. Wait a quarter of an hour and try again.")
                : ConsoleForm.Wrong(null, "Email hoặc mật khẩu chưa đúng.", "The e-mail or the password is not right.");
            return ConsolePage.Of<SignIn>(http, new SignInView(to, ConsoleForm.Of(form, [error]), options.ConsoleProvider?.Name), StatusCodes.Status422UnprocessableEntity);
        }

        return await AfterFirstFactorAsync(http, people, context, sessions, protection, time, person, to);
    }

    /// <summary>After the password, or the provider in its place: the second factor, or the way to set one up.</summary>
    internal static async Task<IResult> AfterFirstFactorAsync(
        HttpContext http, People people, HoiThiContext context, ConsoleSessions sessions, IDataProtectionProvider protection, TimeProvider time, PersonRow person, string to)
    {
        if (await people.HasSecondFactorAsync(person))
        {
            var expires = (time.GetUtcNow() + Halfway).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            http.Response.Cookies.Append(HalfwayCookie, Protector(protection).Protect($"{person.Id:N} {expires}"), ConsoleSessions.Options(http.Request));
            return ConsolePage.To("/manage/sign-in/code?to=" + Uri.EscapeDataString(to));
        }

        await BeginAsync(http, context, sessions, time, person, complete: false);
        return ConsolePage.To("/manage/welcome");
    }

    private static async Task<IResult> ShowCode(HttpContext http, string? to, People people, IDataProtectionProvider protection, TimeProvider time) =>
        await HalfwayAsync(http, people, protection, time) is { } person
            ? ConsolePage.Of<SecondFactor>(http, await SecondFactorOf(people, person, to, ConsoleForm.Empty))
            : ConsolePage.To("/manage/sign-in");

    private static async Task<IResult> Code(
        HttpContext http, People people, HoiThiContext context, ConsoleSessions sessions, IDataProtectionProvider protection, TimeProvider time)
    {
        if (await HalfwayAsync(http, people, protection, time) is not { } person)
        {
            return ConsolePage.To("/manage/sign-in");
        }

        if (await FormBody.Read(http.Request) is not { } form)
        {
            return Reply.BadRequest();
        }

        if (!await people.CheckCodeAsync(person, form["code"].ToString()))
        {
            var error = ConsoleForm.Wrong("code", "Mã chưa đúng hoặc đã dùng. Hãy nhập mã đang hiện trong ứng dụng.", "The code is wrong or was used. Enter the one that the app shows now.");
            return ConsolePage.Of<SecondFactor>(http, await SecondFactorOf(people, person, form["to"], ConsoleForm.Of(form, [error])), StatusCodes.Status422UnprocessableEntity);
        }

        await BeginAsync(http, context, sessions, time, person, complete: true);
        http.Response.Cookies.Delete(HalfwayCookie, ConsoleSessions.Options(http.Request));
        return ConsolePage.To(Local(form["to"]));
    }

    private static async Task<IResult> PasskeyOptions(HttpContext http, IPasskeyHandler<PersonRow> passkeys, Passkeys ceremonies)
    {
        var options = await passkeys.MakeRequestOptionsAsync(null!, http);
        ceremonies.Keep(http, options.AssertionState);
        return Reply.Content(options.RequestOptionsJson, "application/json");
    }

    private static async Task<IResult> Passkey(
        HttpContext http, People people, IPasskeyHandler<PersonRow> passkeys, Passkeys ceremonies, HoiThiContext context, ConsoleSessions sessions, TimeProvider time)
    {
        var result = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = http,
            CredentialJson = await Passkeys.BodyAsync(http.Request),
            AssertionState = ceremonies.Take(http),
        });
        if (!result.Succeeded || result.User.Disabled is not null || await people.Users.IsLockedOutAsync(result.User))
        {
            return Reply.Problem(statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        await people.Users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        await BeginAsync(http, context, sessions, time, result.User, complete: true);
        return Reply.NoContent();
    }

    private static async Task<IResult> SignOut(HttpContext http, Visit visit, HoiThiContext context, TimeProvider time)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        var session = await context.ConsoleSessions.FindAsync(visit.Session);
        session!.Revoked = time.GetUtcNow().ToUnixTimeMilliseconds();
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(0, "session.end", visit.Email));
        await transaction.CommitAsync();
        ConsoleSessions.Clear(http.Response);
        return ConsolePage.To("/manage/sign-in");
    }

    /// <summary>Begins a session, with its line in the audit log.</summary>
    internal static async Task BeginAsync(HttpContext http, HoiThiContext context, ConsoleSessions sessions, TimeProvider time, PersonRow person, bool complete)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        await sessions.BeginAsync(http, context, person.Id, complete);
        var actor = new Actor(person.Id, $"{person.Name} <{person.Email}>", ConsoleSessions.AddressOf(http));
        await context.AppendAsync(actor, time.GetUtcNow(), new AuditEntry(0, complete ? "session.begin" : "session.begin-unfinished", person.Email!));
        await transaction.CommitAsync();
    }

    private static async Task<SecondFactorView> SecondFactorOf(People people, PersonRow person, string? to, ConsoleForm form) =>
        new(Local(to), person.TwoFactorEnabled, (await people.Users.GetPasskeysAsync(person)).Count > 0, form);

    private static async Task<PersonRow?> HalfwayAsync(HttpContext http, People people, IDataProtectionProvider protection, TimeProvider time)
    {
        try
        {
            return http.Request.Cookies[HalfwayCookie] is { Length: > 0 and < 500 } value
                && Protector(protection).Unprotect(value).Split(' ') is [var id, var expires]
                && long.Parse(expires, CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds()
                ? await people.ById(Guid.Parse(id))
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("halfway signed in");

    /// <summary>Where to go after signing in: within the console, or to its first page.</summary>
    internal static string Local(string? to) => to is { Length: < 500 } && (to == "/manage" || to.StartsWith("/manage/", StringComparison.Ordinal)) ? to : "/manage";
}
