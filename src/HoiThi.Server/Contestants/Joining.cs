using System.Security.Cryptography;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Registering;
using HoiThi.Server.Attempts;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Contestants.Email;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Site;

namespace HoiThi.Server.Contestants;

/// <summary>From a form that was sent to a contestant: the checks, the rules of who may take part, the division, the row.</summary>
public sealed class Joining(AttemptWriter writer, Secrets secrets, Passwords passwords, EmailLinks links, SignInLimit limit)
{
    /// <summary>Registers a person, or says what is lacking.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="entrance">The portal that the person came by, as the browser remembers it.</param>
    /// <param name="language">The language that a letter is written in.</param>
    /// <param name="now">The moment.</param>
    public async Task<JoinOutcome> Register(LiveContest contest, IFormCollection form, string? entrance, Language language, DateTimeOffset now)
    {
        var rules = contest.Definition.Registration;
        var today = contest.Today(now);
        var draft = Draft.Open(secrets, form[JoinFields.Draft], contest.Number, now.ToUnixTimeMilliseconds());
        if (draft is null && rules.Method is (JoinMethod.Roster or JoinMethod.OpenId))
        {
            return new JoinOutcome.Refused([StartAgain], null);
        }

        var registration = draft is { Complete: true } ? Registration.Of(contest, draft.Given) : null;
        if (registration is null)
        {
            (registration, var errors) = Registration.Check(contest, name => form[name], draft?.Given ?? [], today);
            if (rules.Method == JoinMethod.Account)
            {
                errors.AddRange(Passwords.Check(form[JoinFields.Secret], form[JoinFields.Again]));
            }

            if (registration is null || errors.Count > 0)
            {
                return new JoinOutcome.Refused(errors.ToValueList(), draft);
            }
        }

        var id = secrets.IdOf(contest.Definition.Slug, registration.Identity);
        var admission = Admissions.Of(contest, id, registration, today);
        if (admission.Refusal is { } refusal)
        {
            return new JoinOutcome.Refused([refusal], draft);
        }

        var code = secrets.CodeOf(id, form[JoinFields.Form].ToString());
        var credential = draft?.Credential ?? (rules.Method == JoinMethod.Account
            ? await passwords.Hash(form[JoinFields.Secret].ToString())
            : secrets.HashOfCode(id, code));
        if (DivisionOf(contest, admission.Divisions, form[JoinFields.Division]) is not { } division)
        {
            if (draft is null && Admission.AsksDivision(contest.Definition))
            {
                return new JoinOutcome.Refused([ChooseOne], draft);
            }

            var complete = new Draft(contest.Number, new(registration.Values, StringComparer.Ordinal), Complete: true, credential, now.Add(Draft.Lifetime).ToUnixTimeMilliseconds());
            return new JoinOutcome.ChooseDivision(admission.Divisions, complete, Asked: draft is { Complete: true });
        }

        var known = contest.Definition.Entrances.FirstOrDefault(each => each.Code == entrance)?.Code;
        var contestant = new NewContestant(
            id, contest.Number, registration.Unit, registration.Name, secrets.Encrypt(id, registration.PrivateIn(contest)), credential,
            known, now.ToUnixTimeMilliseconds(), (short)division);
        if (rules.Method == JoinMethod.Email)
        {
            var address = registration.Values[rules.Fields.First(field => field is { Type: FieldType.Email, Required: true, Ask: FieldAsk.Before }).Code];
            return await links.Confirm(contest, contestant, address, language, now) ? new JoinOutcome.LetterSent(address) : new JoinOutcome.Refused([EmailLinks.TooMany], draft);
        }

        var stored = await writer.Register(contestant);
        var same = CryptographicOperations.FixedTimeEquals(stored, credential) || rules.Method switch
        {
            // Whoever shows the roster's code, or comes from the provider, is the person.
            JoinMethod.Roster or JoinMethod.OpenId => true,
            JoinMethod.Account => await SamePassword(id, stored, form[JoinFields.Secret]),
            _ => false,
        };
        return !same ? new JoinOutcome.Refused([RegisteredBefore(rules)], draft)
            : new JoinOutcome.Joined(id, rules.Method == JoinMethod.Open ? code : null);
    }

    // The same form sent twice: a password is hashed with other salt each time. It is a try of the password as any other.
    private async Task<bool> SamePassword(ContestantId id, byte[] stored, string? password) =>
        !string.IsNullOrEmpty(password) && limit.Take(id.Value.ToString()) && await passwords.Verify(stored, password);

    /// <summary>The one division there is for the person, or the one that was chosen among them; null where it is still to be chosen.</summary>
    private static int? DivisionOf(LiveContest contest, ValueList<int> offered, string? chosen) => offered.Count == 1
        ? offered[0]
        : offered.Cast<int?>().FirstOrDefault(index => contest.Definition.Divisions[index!.Value].Code == chosen);

    /// <summary>Said where a division is to be chosen and none is.</summary>
    public static FieldError ChooseOne { get; } = new("division", JoinFields.Division, new LocalText("Hãy chọn một bảng.", "Choose a division."));

    private static FieldError StartAgain { get; } = new("start-again", null, new LocalText(
        "Biểu mẫu này đã để quá lâu. Hãy bắt đầu lại từ đầu.", "This form has been open too long. Please start again."));

    private static FieldError RegisteredBefore(RegistrationRules rules) => new("registered", rules.Identity, rules.Method == JoinMethod.Account
        ? new LocalText(
            "Không đăng ký được với thông tin này. Nếu bạn đã đăng ký trước đây, hãy chọn “Đã đăng ký” và dùng mật khẩu riêng.",
            "You cannot register with this. If you registered before, choose “Registered before” and use your own password.")
        : new LocalText(
            "Không đăng ký được với số này. Nếu bạn đã đăng ký trước đây, hãy chọn “Đã đăng ký” và dùng mã cá nhân.",
            "You cannot register with this number. If you registered before, choose “Registered before” and use your personal code."));
}

/// <summary>What came of a form to join.</summary>
public abstract record JoinOutcome
{
    private JoinOutcome()
    {
    }

    /// <summary>The person is a contestant.</summary>
    /// <param name="Id">Who.</param>
    /// <param name="Code">The personal code to show once; null where the person comes back otherwise.</param>
    public sealed record Joined(ContestantId Id, string? Code) : JoinOutcome;

    /// <summary>Something is wrong.</summary>
    /// <param name="Errors">What.</param>
    /// <param name="Draft">What the form goes on with.</param>
    public sealed record Refused(ValueList<FieldError> Errors, Draft? Draft) : JoinOutcome;

    /// <summary>Several divisions fit, and one is to be chosen.</summary>
    /// <param name="Divisions">Their indices.</param>
    /// <param name="Draft">Everything else, checked.</param>
    /// <param name="Asked">Whether it has been asked before.</param>
    public sealed record ChooseDivision(ValueList<int> Divisions, Draft Draft, bool Asked) : JoinOutcome;

    /// <summary>A letter with a link is on its way.</summary>
    /// <param name="Address">Where to.</param>
    public sealed record LetterSent(string Address) : JoinOutcome;
}
