using System.Collections.Frozen;
using HoiThi.Core;
using HoiThi.Core.Contests;

namespace HoiThi.Server.Contestants.Pages;

/// <summary>The page to register, or to come back with a personal code.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Over">Whether the last round has closed, so that nobody can register any more.</param>
/// <param name="Units">The units that people can register for, grouped by the unit at the top.</param>
/// <param name="Hidden">What the forms carry along, e.g. <c>_from</c> and <c>_round</c>.</param>
/// <param name="Returning">Whether the form of people who registered before is shown: <c>?way=return</c>, or it was sent.</param>
/// <param name="Tried">What was sent and not accepted, or null.</param>
public sealed record JoinView(
    Contest Contest,
    bool Over,
    ValueList<UnitGroup> Units,
    ValueList<HiddenField> Hidden,
    bool Returning,
    JoinTry? Tried)
{
    /// <summary>Where "first time" is posted.</summary>
    public string NewAction => $"/competition/{Contest.Slug}/join";

    /// <summary>Where "registered before" is posted.</summary>
    public string ReturnAction => $"/competition/{Contest.Slug}/join/return";

    /// <summary>What is wrong with a field, or null.</summary>
    public FieldError? ErrorOf(string field) => Tried?.Errors.FirstOrDefault(error => error.Field == field);

    /// <summary>What was typed in a field, or nothing.</summary>
    public string? ValueOf(string field) => Tried?.Values.GetValueOrDefault(field);
}

/// <summary>
/// Names of the form's own fields. They begin with an underscore, which codes of registration fields cannot.
/// </summary>
public static class JoinFields
{
    public const string Password = "_password";
    public const string Consent = "_consent";
    public const string Code = "_code";
    public const string From = "_from";
    public const string Round = "_round";

    /// <summary>The id of a field's control in the page.</summary>
    public static string Id(string name) => "field-" + name.TrimStart('_');

    /// <summary>The attributes that tie a control to its hint and its error.</summary>
    public static Dictionary<string, object> Ties(string id, bool hint, bool error)
    {
        var ties = new Dictionary<string, object>(StringComparer.Ordinal);
        if (hint || error)
        {
            ties["aria-describedby"] = string.Join(' ', new[] { hint ? id + "-hint" : null, error ? id + "-error" : null }.OfType<string>());
        }

        if (error)
        {
            ties["aria-invalid"] = "true";
        }

        return ties;
    }
}

/// <summary>A value that a form carries along.</summary>
public sealed record HiddenField(string Name, string Value);

/// <summary>A form that was sent and not accepted.</summary>
/// <param name="Values">What was typed, by field name; never the contest password or the personal code.</param>
/// <param name="Errors">What is wrong, in the order of the form; without a field where it is about the whole form.</param>
public sealed record JoinTry(FrozenDictionary<string, string> Values, ValueList<FieldError> Errors);

/// <summary>A unit at the top with all units of its tree that people can register for, itself first.</summary>
public sealed record UnitGroup(LocalText Name, ValueList<UnitOption> Units);

/// <summary>A unit to choose.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record UnitOption(string Code, LocalText Name);
