using System.Collections.Frozen;
using HoiThi.Core;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Contestants;

/// <summary>What the steps of joining have in common when they answer.</summary>
internal static class JoinReplies
{
    /// <summary>A step of the page to join that is made for one person.</summary>
    public static IResult Page(HttpContext context, JoinView view, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return Site.Page.Of<Join>(context, view, status);
    }

    /// <summary>A form that was sent and not accepted.</summary>
    public static IResult Refused(HttpContext context, JoinView view) => Page(context, view, StatusCodes.Status422UnprocessableEntity);

    /// <summary>What was typed, for the form to be shown again; never a password or a code.</summary>
    public static JoinTry Tried(IFormCollection form, IEnumerable<FieldError> errors) => new(
        form.Where(pair => pair.Key is not (JoinFields.Password or JoinFields.Code or JoinFields.Form or JoinFields.Draft or JoinFields.Secret or JoinFields.Again))
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
        errors.ToValueList());

    /// <summary>Where somebody goes on who is signed in.</summary>
    public static string AfterSignIn(LiveContest contest, string? round) =>
        int.TryParse(round, out var number) && contest.Round(number) is not null
            ? $"/competition/{contest.Definition.Slug}/rounds/{number}"
            : $"/competition/{contest.Definition.Slug}";

    public static bool IsOver(this LiveContest contest, DateTimeOffset now) => now.ToUnixTimeMilliseconds() >= contest.Rounds.Max(round => round.Closes);

    /// <summary>The day it is where the contest is.</summary>
    public static DateOnly Today(this LiveContest contest, DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, contest.Zone).DateTime);

    /// <summary>The cookie with the personal code, from the registration to the page that shows it.</summary>
    public static string CodeCookie(LiveContest contest) => $"code-{contest.Number}";
}
