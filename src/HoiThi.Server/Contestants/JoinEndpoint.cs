using System.Globalization;
using System.Security.Cryptography;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.People;
using HoiThi.Server.Security;
using HoiThi.Server.Site;

namespace HoiThi.Server.Contestants;

/// <summary>The page to join: the empty form, the form that was sent, and the first step of a roster.</summary>
internal static class JoinEndpoint
{
    public static async Task<IResult> Show(
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
            return SeeOther.To(JoinReplies.AfterSignIn(contest, round ?? current));
        }

        var step = way switch { "return" => JoinStep.Return, "code" => JoinStep.Code, _ => JoinStep.First };
        return await forms.Of(context, contest, step, round, contest.IsOver(time.GetUtcNow()));
    }

    public static async Task<IResult> Register(
        HttpContext context, string slug, ContestCatalog catalog, Joining joining, JoinForms forms, Secrets secrets, ContestantSession session, TimeProvider time)
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

        var token = form[JoinFields.Form].ToString() is { Length: 32 } sent ? sent : RandomNumberGenerator.GetHexString(32, lowercase: true);
        if (contest.IsOver(now) || forms.IsUnavailable(contest))
        {
            return JoinReplies.Refused(context, Empty());
        }

        var outcome = await joining.Register(contest, form, context.Request.Cookies[ContestEndpoints.EntranceCookie], Language.Of(context.Request), now);
        switch (outcome)
        {
            case JoinOutcome.Joined joined:
                session.Write(context.Response, contest.Number, joined.Id);
                context.Response.Cookies.Append(
                    JoinReplies.CodeCookie(contest), joined.Code ?? "-", ContestantSession.Options(context.Request, TimeSpan.FromMinutes(15)));
                return SeeOther.To($"/competition/{slug}/joined");

            case JoinOutcome.ChooseDivision choice:
                return JoinReplies.Page(context, Empty().With(JoinStep.Division, choice.Draft, secrets) with
                {
                    Divisions = choice.Divisions.Select(index => contest.Definition.Divisions[index]).ToValueList(),
                    Tried = choice.Asked ? JoinReplies.Tried(form, [Joining.ChooseOne]) : null,
                });

            case JoinOutcome.LetterSent letter:
                return JoinReplies.Page(context, Empty() with { Step = JoinStep.Letter, Address = letter.Address });

            case JoinOutcome.Refused refused:
                var view = refused.Draft is { } draft ? Empty().With(JoinStep.Details, draft, secrets) : Empty();
                return JoinReplies.Refused(context, view with { Tried = JoinReplies.Tried(form, refused.Errors) });

            default:
                throw new InvalidOperationException($"There is no answer to {outcome.GetType().Name}.");
        }

        JoinView Empty() => forms.ViewOf(contest, token, form[JoinFields.Round], JoinStep.First, contest.IsOver(now), tried: null);
    }

    /// <summary>Identity and code of a roster: who has joined is signed in, who has not gets the form with what the roster says.</summary>
    public static async Task<IResult> Roster(
        HttpContext context, string slug, ContestCatalog catalog, PersonLists lists, Accounts accounts, JoinForms forms, Secrets secrets,
        ContestantSession session, SignInLimit limit, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (catalog.Find(slug) is not { Definition.Registration.Method: JoinMethod.Roster } contest)
        {
            return Reply.NotFound();
        }

        if (await FormBody.Read(context.Request) is not { } form)
        {
            return Reply.StatusCode(StatusCodes.Status400BadRequest);
        }

        var rules = contest.Definition.Registration;
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var empty = forms.ViewOf(contest, token, form[JoinFields.Round], JoinStep.First, contest.IsOver(now), tried: null);
        var identity = FieldCheck.Identity(contest.Definition, form[rules.Identity], contest.Today(now));
        var id = secrets.IdOf(slug, identity ?? "nobody");
        if (identity is not null && !limit.Take(id.Value.ToString()))
        {
            return JoinReplies.Refused(context, empty with { Tried = JoinReplies.Tried(form, [SignInLimit.TooMany]) });
        }

        if (await lists.OpenRosterAsync(contest, id, form[JoinFields.Code].ToString()) is not { } person)
        {
            return JoinReplies.Refused(context, empty with { Tried = JoinReplies.Tried(form, [ReturnEndpoint.WrongCode]) });
        }

        if (await accounts.Find(contest, id) is not null)
        {
            session.Write(context.Response, contest.Number, id);
            return SeeOther.To(JoinReplies.AfterSignIn(contest, form[JoinFields.Round]));
        }

        var given = GivenBy(contest, identity!, person);
        var draft = new Draft(contest.Number, given, Complete: false, Credential: null, now.Add(Draft.Lifetime).ToUnixTimeMilliseconds());
        return JoinReplies.Page(context, empty.With(JoinStep.Details, draft, secrets));
    }

    private static Dictionary<string, string> GivenBy(LiveContest contest, string identity, Core.People.ListedPerson person)
    {
        var rules = contest.Definition.Registration;
        var given = new Dictionary<string, string>(StringComparer.Ordinal) { [rules.Identity] = identity };
        if (person.Name is { } name && Core.People.PersonName.Check(name).Value is { } checkedName)
        {
            given[rules.Fields.First(field => field.Type == FieldType.FullName).Code] = checkedName;
        }

        if (person.Unit is { } unit && contest.Units.NumberOf(unit) is not null)
        {
            given[rules.Fields.First(field => field.Type == FieldType.Unit).Code] = unit;
        }

        return given;
    }
}
