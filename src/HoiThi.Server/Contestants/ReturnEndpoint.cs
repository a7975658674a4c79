using System.Security.Cryptography;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contestants.Email;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.People;
using HoiThi.Server.Security;
using HoiThi.Server.Site;

namespace HoiThi.Server.Contestants;

/// <summary>Coming back: with a personal code, with a password of one's own, or by a link that is sent.</summary>
internal static class ReturnEndpoint
{
    public static FieldError WrongCode { get; } = new("wrong", JoinFields.Code, new LocalText(
        "Thông tin hoặc mã cá nhân chưa đúng. Hãy kiểm tra lại cả hai.", "The data or the personal code are not right. Please check both."));

    private static FieldError WrongPassword { get; } = new("wrong", JoinFields.Secret, new LocalText(
        "Thông tin hoặc mật khẩu chưa đúng. Hãy kiểm tra lại cả hai.", "The data or the password are not right. Please check both."));

    public static async Task<IResult> Show(
        HttpContext context, string slug, ContestCatalog catalog, StoredCodes codes, Passwords passwords, Accounts accounts, EmailLinks links,
        JoinForms forms, Secrets secrets, ContestantSession session, SignInLimit limit, TimeProvider time)
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

        var method = contest.Definition.Registration.Method;
        var byCode = form.ContainsKey(JoinFields.Code);
        var step = byCode && method != JoinMethod.Open ? JoinStep.Code : JoinStep.Return;
        var identity = FieldCheck.Identity(contest.Definition, form[contest.Definition.Registration.Identity], contest.Today(now));
        var id = secrets.IdOf(slug, identity ?? "nobody");

        // What cannot be anybody's number is no try: else the slips of the pen of ten people would lock out the eleventh.
        if (identity is not null && !limit.Take(id.Value.ToString()))
        {
            return Wrong(SignInLimit.TooMany);
        }

        if (method == JoinMethod.Email && !byCode)
        {
            return identity is null ? Wrong(NoIdentity(contest)) : await SendLink();
        }

        // One answer for an unknown person and for a wrong code, and one way to it: a guess tells nothing.
        var stored = await codes.HashOf(id);
        var right = method == JoinMethod.Account && !byCode
            ? await Opens(stored, form[JoinFields.Secret].ToString())
            : CryptographicOperations.FixedTimeEquals(stored ?? new byte[16], secrets.HashOfCode(id, form[JoinFields.Code].ToString()));
        if (!right)
        {
            return Wrong(method == JoinMethod.Account && !byCode ? WrongPassword : WrongCode);
        }

        session.Write(context.Response, contest.Number, id);
        context.Response.Cookies.Delete(JoinReplies.CodeCookie(contest));
        return SeeOther.To(JoinReplies.AfterSignIn(contest, form[JoinFields.Round]));

        IResult Wrong(FieldError error) => JoinReplies.Refused(
            context, forms.ViewOf(contest, "", form[JoinFields.Round], step, contest.IsOver(now), JoinReplies.Tried(form, [error])));

        // A code that the operator gave out opens an account too, also where it is typed as the password.
        async Task<bool> Opens(byte[]? hash, string secret) => hash is { Length: 16 }
            ? CryptographicOperations.FixedTimeEquals(hash, secrets.HashOfCode(id, secret))
            : await passwords.Verify(hash, secret);

        // What is answered is the same whether or not there is such a person.
        async Task<IResult> SendLink()
        {
            var view = forms.ViewOf(contest, "", form[JoinFields.Round], JoinStep.Return, contest.IsOver(now), tried: null);
            if (view.Unavailable)
            {
                return JoinReplies.Refused(context, view);
            }

            if (await accounts.Find(contest, id) is { } account && EmailLinks.AddressOf(contest.Definition, account) is { } address)
            {
                await links.SignIn(contest, id, account.Row.Name, address, Language.Of(context.Request), now);
            }

            return JoinReplies.Page(context, view with { Step = JoinStep.Letter });
        }
    }

    private static FieldError NoIdentity(LiveContest contest)
    {
        var field = contest.Definition.Registration.IdentityField;
        return new FieldError("missing", field.Code, new LocalText(
            $"Hãy điền đúng mục “{field.Label.Vi}”.", $"Please fill in “{field.Label.In(english: true)}” correctly."));
    }
}
