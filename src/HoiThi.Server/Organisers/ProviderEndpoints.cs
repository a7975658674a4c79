using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Audit;
using HoiThi.Server.OpenId;
using HoiThi.Server.Organisers.Pages;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace HoiThi.Server.Organisers;

/// <summary>
/// Signing in through the provider of the console (ADR 13). It says who somebody is, never that he may: a subject counts
/// only once it is bound to a person who was invited, by the link of the invitation or from the own account.
/// </summary>
internal static partial class ProviderEndpoints
{
    private const string Cookie = "console-provider";
    private const string SignInTrip = "in ";
    private const string BindTrip = "bind ";
    private const string InviteTrip = "invite ";

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get("/manage/sign-in/provider", Access.Open, Go),
        ConsoleRoute.Get("/manage/sign-in/provider/return", Access.Open, Return),
        ConsoleRoute.Get("/manage/invitation/{token}/provider", Access.Open, GoInvited),
        ConsoleRoute.Get("/manage/account/provider", Access.Signed, GoBinding),
        ConsoleRoute.Post("/manage/account/provider/remove", Access.Signed, Remove),
    ];

    private static Task<IResult> Go(HttpContext http, string? to, ServerOptions options, OpenIdClient client, ILogger<OpenIdClient> log) =>
        BeginAsync(http, SignInTrip + SignInEndpoints.Local(to), options, client, log);

    private static Task<IResult> GoInvited(HttpContext http, string token, ServerOptions options, OpenIdClient client, ILogger<OpenIdClient> log) =>
        BeginAsync(http, InviteTrip + token, options, client, log);

    private static Task<IResult> GoBinding(HttpContext http, Visit visit, ServerOptions options, OpenIdClient client, ILogger<OpenIdClient> log) =>
        BeginAsync(http, BindTrip + visit.Person.ToString("N"), options, client, log);

    private static async Task<IResult> BeginAsync(HttpContext http, string carried, ServerOptions options, OpenIdClient client, ILogger<OpenIdClient> log)
    {
        if (options.ConsoleProvider is not { } provider)
        {
            return ConsolePage.Of<ConsoleProblem>(http, StatusCodes.Status404NotFound, StatusCodes.Status404NotFound);
        }

        try
        {
            var (address, remembered) = await client.Begin(PartyOf(provider), ReturnTo(http, options), carried);
            http.Response.Cookies.Append(Cookie, remembered, ConsoleSessions.Options(http.Request));
            return Reply.Redirect(address.AbsoluteUri);
        }
        catch (OpenIdException exception)
        {
            LogFailed(log, exception.Message);
            return Refused(http, options, Failed);
        }
    }

    private static async Task<IResult> Return(
        HttpContext http, string? state, string? code, Visit? visit, ServerOptions options, OpenIdClient client, People people, Invitations invitations, HoiThiContext context,
        ConsoleSessions sessions, IDataProtectionProvider protection, TimeProvider time, ILogger<OpenIdClient> log)
    {
        if (options.ConsoleProvider is not { } provider)
        {
            return ConsolePage.Of<ConsoleProblem>(http, StatusCodes.Status404NotFound, StatusCodes.Status404NotFound);
        }

        var remembered = http.Request.Cookies[Cookie];
        http.Response.Cookies.Delete(Cookie, ConsoleSessions.Options(http.Request));
        try
        {
            var (claims, carried) = await client.Complete(PartyOf(provider), ReturnTo(http, options), remembered, state, code);
            var login = new UserLoginInfo(provider.Issuer, claims["sub"], provider.Name);
            var known = await people.Users.FindByLoginAsync(login.LoginProvider, login.ProviderKey);
            if (carried?.StartsWith(BindTrip, StringComparison.Ordinal) == true)
            {
                return visit is not { Complete: true } || carried != BindTrip + visit.Person.ToString("N") ? ConsolePage.To("/manage/sign-in")
                    : known is not null && known.Id != visit.Person ? Refused(http, options, Taken)
                    : await BindAsync(visit, people, context, login, known is not null, time);
            }

            if (carried?.StartsWith(InviteTrip, StringComparison.Ordinal) == true)
            {
                known = await AcceptAsync(http, carried[InviteTrip.Length..], known, login, claims, people, invitations, context, time);
                return known is null ? Refused(http, options, NotInvited) : await EnterAsync(known, "/manage");
            }

            return known is null || known.Disabled is not null || await people.Users.IsLockedOutAsync(known)
                ? Refused(http, options, NotInvited)
                : await EnterAsync(known, SignInEndpoints.Local(carried?[SignInTrip.Length..]));

            // The provider stands for the password; for the second factor only where the operator knows that it asks for one.
            async Task<IResult> EnterAsync(PersonRow person, string to)
            {
                if (provider.SecondFactorAcr is null || claims.GetValueOrDefault("acr") != provider.SecondFactorAcr)
                {
                    return await SignInEndpoints.AfterFirstFactorAsync(http, people, context, sessions, protection, time, person, to);
                }

                await SignInEndpoints.BeginAsync(http, context, sessions, time, person, complete: true);
                return ConsolePage.To(to);
            }
        }
        catch (OpenIdException exception)
        {
            LogFailed(log, exception.Message);
            return Refused(http, options, Failed);
        }
    }

    private static async Task<IResult> BindAsync(Visit visit, People people, HoiThiContext context, UserLoginInfo login, bool bound, TimeProvider time)
    {
        if (!bound)
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await people.Users.AddLoginAsync((await people.ById(visit.Person))!, login);
            await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(0, "person.provider", visit.Email, After: new { issuer = login.LoginProvider }));
            await transaction.CommitAsync();
        }

        return ConsolePage.To("/manage/account", "provider");
    }

    /// <summary>Takes an invitation without a password; null where there is none, or the subject is another person's.</summary>
    private static async Task<PersonRow?> AcceptAsync(
        HttpContext http, string token, PersonRow? bound, UserLoginInfo login, Dictionary<string, string> claims, People people, Invitations invitations, HoiThiContext context, TimeProvider time)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        if (await invitations.FindAsync(token) is not { Role: not null } found)
        {
            return null;
        }

        var invited = await people.ByEmail(found.Email);
        if ((bound is not null && bound.Id != invited?.Id) || invited?.Disabled is not null)
        {
            return null;
        }

        var person = invited ?? await people.AddAsync(found.Email, claims.GetValueOrDefault("name") is { Length: >= 2 and <= 80 } name ? name : found.Name);
        if (bound is null)
        {
            await people.Users.AddLoginAsync(person, login);
        }

        var actor = new Actor(person.Id, $"{person.Name} <{person.Email}>", ConsoleSessions.AddressOf(http));
        await context.AppendAsync(actor, time.GetUtcNow(), new AuditEntry(0, "person.provider", person.Email!, After: new { issuer = login.LoginProvider }));
        await WelcomeEndpoints.TakeAsync(context, found, person, actor, time);
        await transaction.CommitAsync();
        return person;
    }

    private static async Task<IResult> Remove(Visit visit, ServerOptions options, People people, HoiThiContext context, TimeProvider time)
    {
        var person = (await people.ById(visit.Person))!;
        if (options.ConsoleProvider is not { } provider || (await people.Users.GetLoginsAsync(person)).FirstOrDefault(each => each.LoginProvider == provider.Issuer) is not { } login)
        {
            return Reply.NotFound();
        }

        // Without a password it is the only way in.
        if (person.PasswordHash is null)
        {
            return ConsolePage.To("/manage/account", "last-way");
        }

        await using var transaction = await context.Database.BeginTransactionAsync();
        await people.Users.RemoveLoginAsync(person, login.LoginProvider, login.ProviderKey);
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(0, "person.provider-remove", visit.Email));
        await transaction.CommitAsync();
        return ConsolePage.To("/manage/account", "provider-removed");
    }

    private static FieldError Failed { get; } = ConsoleForm.Wrong(null, "Chưa đăng nhập được qua nhà cung cấp. Hãy thử lại.", "Signing in through the provider did not work. Please try again.");

    private static FieldError NotInvited { get; } = ConsoleForm.Wrong(
        null,
        "Tài khoản này chưa được mời vào trang quản lý. Hãy mở liên kết trong lời mời, hoặc đăng nhập bằng mật khẩu rồi liên kết ở “Tài khoản của tôi”.",
        "This account has not been invited to the console. Open the link of your invitation, or sign in with the password and bind it in “My account”.");

    private static FieldError Taken { get; } = ConsoleForm.Wrong(null, "Tài khoản này của nhà cung cấp đã liên kết với một người khác.", "This account of the provider is bound to another person.");

    private static IResult Refused(HttpContext http, ServerOptions options, FieldError error) => ConsolePage.Of<SignIn>(
        http, new SignInView("/manage", new ConsoleForm(ConsoleForm.Empty.Values, [error]), options.ConsoleProvider?.Name), StatusCodes.Status422UnprocessableEntity);

    private static OpenIdParty PartyOf(ConsoleProvider provider) => new(
        0, new IdentityProvider(new LocalText(provider.Name), provider.Issuer, provider.ClientId, [new ClaimField("sub", "sub"), new ClaimField("name", "name")]), provider.Secret);

    private static Uri ReturnTo(HttpContext http, ServerOptions options) =>
        new(options.Address ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}/"), "manage/sign-in/provider/return");

    [LoggerMessage(LogLevel.Warning, "Signing in to the console through its provider failed: {Reason}")]
    private static partial void LogFailed(ILogger log, string reason);
}
