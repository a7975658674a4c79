using System.Security.Cryptography;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.People;
using HoiThi.Server.OpenId;
using HoiThi.Server.Security;
using HoiThi.Server.Site;

namespace HoiThi.Server.Contestants.OpenId;

/// <summary>To the provider and back.</summary>
internal static partial class OpenIdEndpoints
{
    private static FieldError Failed { get; } = new("provider", null, new LocalText(
        "Chưa đăng nhập được qua nhà cung cấp. Hãy thử lại; nếu vẫn không được, báo Ban Tổ chức.",
        "Signing in through the provider did not work. Please try again; if it still does not, tell the organisers."));

    public static async Task<IResult> Begin(
        HttpContext context, string slug, string? round, ContestCatalog catalog, OpenIdClient client, JoinForms forms, ServerOptions options,
        TimeProvider time, ILogger<OpenIdClient> log)
    {
        if (catalog.Find(slug) is not { Definition.Registration.Method: JoinMethod.OpenId } contest)
        {
            return Reply.NotFound();
        }

        try
        {
            var (address, remembered) = await client.Begin(PartyOf(contest, options), ReturnTo(context, slug, options), round);
            context.Response.Cookies.Append(CookieOf(contest), remembered, ContestantSession.Options(context.Request, OpenIdClient.Lifetime));
            context.Response.Headers.CacheControl = "private, no-store";
            return Reply.Redirect(address.AbsoluteUri);
        }
        catch (OpenIdException exception)
        {
            LogFailed(log, slug, exception.Message);
            return Refused(context, forms, contest, round, Failed, time.GetUtcNow());
        }
    }

    public static async Task<IResult> Return(
        HttpContext context, string slug, string? state, string? code, ContestCatalog catalog, OpenIdClient client, JoinForms forms, ServerOptions options,
        Accounts accounts, Secrets secrets, ContestantSession session, TimeProvider time, ILogger<OpenIdClient> log)
    {
        var now = time.GetUtcNow();
        if (catalog.Find(slug) is not { Definition.Registration.Method: JoinMethod.OpenId } contest)
        {
            return Reply.NotFound();
        }

        var remembered = context.Request.Cookies[CookieOf(contest)];
        context.Response.Cookies.Delete(CookieOf(contest));
        try
        {
            var (claims, round) = await client.Complete(PartyOf(contest, options), ReturnTo(context, slug, options), remembered, state, code);
            var given = GivenBy(contest, claims, contest.Today(now));
            if (!given.TryGetValue(contest.Definition.Registration.Identity, out var identity))
            {
                return Refused(context, forms, contest, round, NoIdentity(contest), now);
            }

            var id = secrets.IdOf(slug, identity);
            if (await accounts.Find(contest, id) is not null)
            {
                session.Write(context.Response, contest.Number, id);
                return SeeOther.To(JoinReplies.AfterSignIn(contest, round));
            }

            var draft = new Draft(contest.Number, given, Complete: false, Credential: null, now.Add(Draft.Lifetime).ToUnixTimeMilliseconds());
            var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
            var view = forms.ViewOf(contest, token, round, JoinStep.First, contest.IsOver(now), tried: null);
            return JoinReplies.Page(context, view.With(JoinStep.Details, draft, secrets));
        }
        catch (OpenIdException exception)
        {
            LogFailed(log, slug, exception.Message);
            return Refused(context, forms, contest, null, Failed, now);
        }
    }

    /// <summary>The fields that claims fill; a claim that is no such value leaves its field to be asked.</summary>
    private static Dictionary<string, string> GivenBy(LiveContest contest, Dictionary<string, string> claims, DateOnly today)
    {
        var rules = contest.Definition.Registration;
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (claim, code) in rules.Provider!.Claims)
        {
            var field = rules.Fields.First(each => each.Code == code);
            if (claims.GetValueOrDefault(claim) is not { Length: > 0 } told || (code == rules.Identity && !IsProved(claims, claim)))
            {
                continue;
            }

            var value = field.Type == FieldType.Unit
                ? contest.Units.NumberOf(told) is null ? null : told
                : new FieldCheck(today).Of(field, told).Value;
            if (value is not null)
            {
                given[code] = value;
            }
        }

        return given;
    }

    // An address that anybody can write into an account must not be somebody's identity.
    private static bool IsProved(Dictionary<string, string> claims, string claim) =>
        claim is not ("email" or "phone_number") || string.Equals(claims.GetValueOrDefault(claim + "_verified"), "true", StringComparison.OrdinalIgnoreCase);

    private static FieldError NoIdentity(LiveContest contest) => new("no-identity", null, new LocalText(
        $"Nhà cung cấp không cho biết (hoặc chưa xác minh) mục “{contest.Definition.Registration.IdentityField.Label.Vi}” của bạn, nên chưa thể dự thi qua tài khoản này.",
        $"The provider does not tell (or has not verified) your “{contest.Definition.Registration.IdentityField.Label.In(true)}”, so this account cannot be used."));

    private static IResult Refused(HttpContext context, JoinForms forms, LiveContest contest, string? round, FieldError error, DateTimeOffset now) =>
        JoinReplies.Refused(context, forms.ViewOf(contest, "", round, JoinStep.First, contest.IsOver(now), JoinReplies.Tried(FormCollection.Empty, [error])));

    private static Uri ReturnTo(HttpContext context, string slug, ServerOptions options) =>
        new(options.Address ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}/"), $"competition/{slug}/join/provider/return");

    private static OpenIdParty PartyOf(LiveContest contest, ServerOptions options) =>
        new(contest.Number, contest.Definition.Registration.Provider!, options.OpenIdSecret(contest.Definition.Slug));

    private static string CookieOf(LiveContest contest) => $"provider-{contest.Number}";

    [LoggerMessage(LogLevel.Warning, "Signing in to {Contest} through its provider failed: {Reason}")]
    private static partial void LogFailed(ILogger log, string contest, string reason);
}
