using System.Collections.Frozen;
using HoiThi.Core;
using HoiThi.Core.Contests;

namespace HoiThi.Server.Contestants.Pages;

/// <summary>The page to register, or to come back with a personal code.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Over">Whether the last round has closed, so that nobody can register any more.</param>
/// <param name="Units">The units that people can register for, grouped by the unit at the top.</param>
/// <param name="Hidden">What the forms carry along, e.g. <c>_from</c> and <c>_round</c>.</param>
/// <param name="Tried">What was sent and not accepted, or null.</param>
public sealed record JoinView(
    Contest Contest,
    bool Over,
    ValueList<UnitGroup> Units,
    ValueList<HiddenField> Hidden,
    JoinTry? Tried)
{
    /// <summary>Where "first time" is posted.</summary>
    public string NewAction => $"/competition/{Contest.Slug}/join";

    /// <summary>Where "registered before" is posted.</summary>
    public string ReturnAction => $"/competition/{Contest.Slug}/join/return";
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
}

/// <summary>A value that a form carries along.</summary>
public sealed record HiddenField(string Name, string Value);

/// <summary>A form that was sent and not accepted.</summary>
/// <param name="Returning">Whether it is that of people who registered before.</param>
/// <param name="Values">What was typed, by field name; never the contest password or the personal code.</param>
/// <param name="Errors">What is wrong, in the order of the form; without a field where it is about the whole form.</param>
public sealed record JoinTry(bool Returning, FrozenDictionary<string, string> Values, ValueList<FieldError> Errors);

/// <summary>A unit at the top with all units of its tree that people can register for, itself first.</summary>
public sealed record UnitGroup(LocalText Name, ValueList<UnitOption> Units);

/// <summary>A unit to choose.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record UnitOption(string Code, LocalText Name);
