using System.Security.Cryptography;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Site;

namespace HoiThi.Server.Contestants;

/// <summary>A contestant's own page: data, attempts, and what he or she signs in by.</summary>
internal static class MeEndpoints
{
    public static async Task<IResult> Show(
        HttpContext context, string slug, ContestCatalog catalog, ContestantSession session, Accounts accounts, AttemptReader attempts, TimeProvider time)
    {
        var (contest, account, refusal) = await Own(context, slug, catalog, session, accounts);
        return refusal ?? await MePage(context, contest!, account!, attempts, time, saved: context.Request.Query.ContainsKey("saved"), tried: null, code: null);
    }

    public static async Task<IResult> Save(
        HttpContext context, string slug, ContestCatalog catalog, ContestantSession session, Accounts accounts, AttemptReader attempts, TimeProvider time)
    {
        var (contest, account, refusal) = await Own(context, slug, catalog, session, accounts);
        if (refusal is not null)
        {
            return refusal;
        }

        if (await FormBody.Read(context.Request) is not { } form)
        {
            return Reply.StatusCode(StatusCodes.Status400BadRequest);
        }

        var open = OwnData.OpenFields(contest!.Definition.Registration, account!.Values).Where(field => form.ContainsKey(field.Code)).ToArray();
        var (typed, errors) = Registration.CheckFields(contest, open, name => form[name], Locked(contest.Definition.Registration, account.Values, open), contest.Today(time.GetUtcNow()));
        if (errors.Count > 0)
        {
            return await MePage(context, contest, account, attempts, time, saved: false, JoinReplies.Tried(form, errors), code: null);
        }

        await accounts.Change(contest, account.Row.Id, stored => Merge(contest.Definition.Registration, stored, typed, open));

        // Back to the result where the form stood there.
        var back = AttemptId.TryParse(form[JoinFields.Back].ToString(), out var attempt) && attempt.Contestant == account.Row.Id
            ? $"/attempts/{attempt}/result" : $"/competition/{slug}/me?saved";
        return SeeOther.To(back);
    }

    public static async Task<IResult> Replace(
        HttpContext context, string slug, ContestCatalog catalog, ContestantSession session, Accounts accounts, AttemptReader attempts,
        Passwords passwords, Secrets secrets, SignInLimit limit, TimeProvider time)
    {
        var (contest, account, refusal) = await Own(context, slug, catalog, session, accounts);
        if (refusal is not null)
        {
            return refusal;
        }

        if (await FormBody.Read(context.Request) is not { } form)
        {
            return Reply.StatusCode(StatusCodes.Status400BadRequest);
        }

        var (id, method) = (account!.Row.Id, contest!.Definition.Registration.Method);
        if (method is not (JoinMethod.Open or JoinMethod.Account))
        {
            return Reply.NotFound();
        }

        // Who sits down at a device that somebody left signed in must not be able to take the account over.
        var error = !limit.Take(id.Value.ToString()) ? SignInLimit.TooMany
            : !await Knows(account.Row.CodeHash, form[JoinFields.Code].ToString()) ? WrongOld
            : method == JoinMethod.Account ? Passwords.Check(form[JoinFields.Secret], form[JoinFields.Again]).FirstOrDefault() : null;
        if (error is not null)
        {
            return await MePage(context, contest, account, attempts, time, saved: false, JoinReplies.Tried(form, [error]), code: null);
        }

        if (method == JoinMethod.Account)
        {
            await accounts.Replace(id, await passwords.Hash(form[JoinFields.Secret].ToString()), "contestant");
            return SeeOther.To($"/competition/{slug}/me?saved");
        }

        var code = secrets.CodeOf(id, RandomNumberGenerator.GetHexString(32));
        await accounts.Replace(id, secrets.HashOfCode(id, code), "contestant");
        return await MePage(context, contest, account, attempts, time, saved: false, tried: null, $"{code[..4]}-{code[4..]}");

        async Task<bool> Knows(byte[] stored, string given) => stored.Length == 16
            ? CryptographicOperations.FixedTimeEquals(stored, secrets.HashOfCode(id, given))
            : await passwords.Verify(stored, given);
    }

    private static FieldError WrongOld { get; } = new("wrong", JoinFields.Code, new LocalText(
        "Mã hoặc mật khẩu đang dùng chưa đúng.", "This is not the present code or password."));

    private static async Task<(LiveContest? Contest, Account? Account, IResult? Refusal)> Own(
        HttpContext context, string slug, ContestCatalog catalog, ContestantSession session, Accounts accounts)
    {
        if (catalog.Find(slug) is not { } contest)
        {
            return (null, null, Reply.NotFound());
        }

        return session.Read(context.Request, contest.Number) is { } id && await accounts.Find(contest, id) is { } account
            ? (contest, account, null)
            : (contest, null, SeeOther.To($"/competition/{slug}/join?way=return"));
    }

    private static async Task<IResult> MePage(
        HttpContext context, LiveContest contest, Account account, AttemptReader attempts, TimeProvider time, bool saved, JoinTry? tried, string? code)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var lines = new List<OwnAttemptLine>();
        foreach (var rules in contest.LiveRounds.Select(each => each.Of(account.Row.Division)))
        {
            var shown = contest.Shows(contest.Definition.Publication.Result, rules, now);
            var round = contest.Definition.Rounds[rules.Number - 1];
            lines.AddRange((await attempts.Of(rules, account.Row.Id)).Select(attempt => new OwnAttemptLine(
                round, attempt.Id, attempt.State, contest.Local(attempt.Submitted ?? attempt.Started), shown ? attempt.Grade : null)));
        }

        context.Response.Headers.CacheControl = "private, no-store";
        var view = new MeView(
            contest.Definition, account.Row.Name, contest.DivisionOf(account), Notes.Of(contest, account), OwnData.Of(contest, account.Values, tried, back: null),
            lines.ToValueList(), saved, code, tried);
        return Page.Of<Me>(context, view, tried is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    // What cannot be changed is taken as it is stored, so that a number still has to agree with a birth date.
    private static Dictionary<string, string> Locked(RegistrationRules rules, IReadOnlyDictionary<string, string> values, RegistrationField[] open) =>
        rules.Fields.Where(field => !open.Contains(field) && values.ContainsKey(field.Code)).ToDictionary(field => field.Code, field => values[field.Code], StringComparer.Ordinal);

    private static Dictionary<string, string> Merge(
        RegistrationRules rules, IReadOnlyDictionary<string, string> stored, Dictionary<string, string> typed, RegistrationField[] open)
    {
        var merged = new Dictionary<string, string>(stored, StringComparer.Ordinal);
        foreach (var field in OwnData.OpenFields(rules, stored).Intersect(open))
        {
            if (typed.TryGetValue(field.Code, out var value))
            {
                merged[field.Code] = value;
            }
            else
            {
                merged.Remove(field.Code);
            }
        }

        return merged;
    }
}
