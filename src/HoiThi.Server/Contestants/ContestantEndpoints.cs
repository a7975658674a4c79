using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Server.Attempts;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Site;

namespace HoiThi.Server.Contestants;

/// <summary>Registering, coming back, leaving.</summary>
public static class ContestantEndpoints
{
    /// <summary>The hidden field with the number of the form.</summary>
    internal const string FormField = "_form";

    public static void MapContestants(this IEndpointRouteBuilder app)
    {
        app.MapGet("/competition/{slug}/join", Show);
        app.MapPost("/competition/{slug}/join", Register);
        app.MapPost("/competition/{slug}/join/return", Return);
        app.MapGet("/competition/{slug}/joined", Joined);
        app.MapPost("/competition/{slug}/leave", Leave);
    }

    private static async Task<IResult> Show(
        HttpContext context, string slug, string? way, string? round,
        ContestCatalog catalog, ContestantSession session, JoinForms forms, TimeProvider time)
    {
        if (catalog.Find(slug) is not { } contest)
        {
            return Reply.NotFound();
        }

        // Who is signed in already goes on; the round's page has a way out for the next person at the same computer.
        if (session.Read(context.Request, contest.Number) is not null)
        {
            var current = ContestStatus.At(contest.Definition, time.GetUtcNow()).Current?.Round.Number.ToString(CultureInfo.InvariantCulture);
            return SeeOther.To(AfterSignIn(contest, round ?? current));
        }

        await forms.WriteAsync(context, contest, way == "return", round, IsOver(contest, time.GetUtcNow()));
        return Reply.Empty;
    }

    private static async Task<IResult> Register(
        HttpContext context, string slug, ContestCatalog catalog, AttemptWriter writer, Secrets secrets, ContestantSession session, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (catalog.Find(slug) is not { } contest)
        {
            return Reply.NotFound();
        }

        if (await FormBody.Read(context.Request) is not { } form)
        {
            return Reply.StatusCode(StatusCodes.Status400BadRequest);
        }

        var token = form[FormField].ToString() is { Length: 32 } sent ? sent : RandomNumberGenerator.GetHexString(32, lowercase: true);
        var (registration, errors) = Registration.Check(contest, name => form[name], Today(contest, now));
        if (registration is null || IsOver(contest, now))
        {
            return JoinPage(context, contest, time, token, form[JoinFields.Round], returning: false, Tried(form, errors));
        }

        var id = secrets.IdOf(slug, registration.Identity);
        var code = secrets.CodeOf(id, token);
        var hash = secrets.HashOfCode(id, code);
        var entrance = contest.Definition.Entrances.FirstOrDefault(each => each.Code == context.Request.Cookies[ContestEndpoints.EntranceCookie])?.Code;
        var stored = await writer.Register(new NewContestant(
            id, contest.Number, registration.Unit, registration.Name, secrets.Encrypt(id, registration.Private), hash, entrance, now.ToUnixTimeMilliseconds()));
        if (!CryptographicOperations.FixedTimeEquals(stored, hash))
        {
            return JoinPage(context, contest, time, token, form[JoinFields.Round], returning: false, Tried(form, [RegisteredBefore(contest)]));
        }

        session.Write(context.Response, contest.Number, id);
        context.Response.Cookies.Append(CodeCookie(contest), code, ContestantSession.Options(context.Request, TimeSpan.FromMinutes(15)));
        return SeeOther.To($"/competition/{slug}/joined");
    }

    private static async Task<IResult> Return(
        HttpContext context, string slug, ContestCatalog catalog, StoredCodes codes, Secrets secrets, ContestantSession session,
        SignInLimit limit, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (catalog.Find(slug) is not { } contest)
        {
            return Reply.NotFound();
        }

        if (await FormBody.Read(context.Request) is not { } form)
        {
            return Reply.StatusCode(StatusCodes.Status400BadRequest);
        }

        var identity = Registration.NormaliseIdentity(contest, form[contest.Definition.Registration.Identity], Today(contest, now));
        var id = secrets.IdOf(slug, identity ?? "nobody");

        // What cannot be anybody's number is no try: else the slips of the pen of ten people would lock out the eleventh.
        if (identity is not null && !limit.Take(id.Value.ToString()))
        {
            return Wrong(new FieldError("too-many", null, new LocalText(
                "Bạn đã thử quá nhiều lần. Hãy chờ 15 phút rồi thử lại.", "Too many tries. Wait a quarter of an hour and try again.")));
        }

        // One answer for an unknown person and for a wrong code, and one way to it: a guess tells nothing.
        var stored = await codes.HashOf(id) ?? new byte[16];
        if (!CryptographicOperations.FixedTimeEquals(stored, secrets.HashOfCode(id, form[JoinFields.Code].ToString())))
        {
            return Wrong(new FieldError("wrong", JoinFields.Code, new LocalText(
                "Thông tin hoặc mã cá nhân chưa đúng. Hãy kiểm tra lại cả hai.", "The data or the personal code are not right. Please check both.")));
        }

        session.Write(context.Response, contest.Number, id);
        context.Response.Cookies.Delete(CodeCookie(contest));
        return SeeOther.To(AfterSignIn(contest, form[JoinFields.Round]));

        IResult Wrong(FieldError error) => JoinPage(context, contest, time, "", form[JoinFields.Round], returning: true, Tried(form, [error]));
    }

    private static async Task<IResult> Joined(
        HttpContext context, string slug, ContestCatalog catalog, ContestantSession session, AttemptReader reader, TimeProvider time)
    {
        if (catalog.Find(slug) is not { } contest)
        {
            return Reply.NotFound();
        }

        if (session.Read(context.Request, contest.Number) is not { } id
            || context.Request.Cookies[CodeCookie(contest)] is not { Length: 8 } code
            || await reader.Contestant(id) is not { } contestant)
        {
            return SeeOther.To($"/competition/{slug}");
        }

        var status = ContestStatus.At(contest.Definition, time.GetUtcNow());
        context.Response.Headers.CacheControl = "private, no-store";
        return Page.Of<Joined>(context, new JoinedView(
            contest.Definition,
            contestant.Name,
            contest.Units[contestant.Unit].Name,
            $"{code[..4]}-{code[4..]}",
            status.Current is { State: RoundState.Open } open ? open.Round : null,
            status.Rounds.FirstOrDefault(round => round.State == RoundState.Upcoming)?.Round));
    }

    private static IResult Leave(HttpContext context, string slug, ContestCatalog catalog)
    {
        if (catalog.Find(slug) is { } contest)
        {
            // The code goes too: the next person on a shared device must not see it.
            ContestantSession.Clear(context.Response, contest.Number);
            context.Response.Cookies.Delete(CodeCookie(contest));
        }

        return SeeOther.To($"/competition/{slug}/join");
    }

    private static IResult JoinPage(
        HttpContext context, LiveContest contest, TimeProvider time, string token, string? round, bool returning, JoinTry tried)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        var view = JoinForms.ViewOf(contest, token, round, returning, IsOver(contest, time.GetUtcNow()), tried);
        return Page.Of<Join>(context, view, StatusCodes.Status422UnprocessableEntity);
    }

    private static JoinTry Tried(IFormCollection form, IEnumerable<FieldError> errors) => new(
        form.Where(pair => pair.Key is not (JoinFields.Password or JoinFields.Code or FormField))
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
        errors.ToValueList());

    private static FieldError RegisteredBefore(LiveContest contest) => new("registered", contest.Definition.Registration.Identity, new LocalText(
        "Không đăng ký được với số này. Nếu bạn đã đăng ký trước đây, hãy chọn “Đã đăng ký” và dùng mã cá nhân.",
        "You cannot register with this number. If you registered before, choose “Registered before” and use your personal code."));

    private static string AfterSignIn(LiveContest contest, string? round) =>
        int.TryParse(round, out var number) && contest.Round(number) is not null
            ? $"/competition/{contest.Definition.Slug}/rounds/{number}"
            : $"/competition/{contest.Definition.Slug}";

    private static bool IsOver(LiveContest contest, DateTimeOffset now) => now.ToUnixTimeMilliseconds() >= contest.Rounds.Max(round => round.Closes);

    private static DateOnly Today(LiveContest contest, DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, contest.Zone).DateTime);

    private static string CodeCookie(LiveContest contest) => $"code-{contest.Number}";
}
