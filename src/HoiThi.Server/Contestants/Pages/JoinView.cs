using System.Collections.Frozen;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Security;

namespace HoiThi.Server.Contestants.Pages;

/// <summary>The page to register, or to come back.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Over">Whether the last round has closed, so that nobody can register any more.</param>
/// <param name="Units">The units that people can register for, grouped by the unit at the top.</param>
/// <param name="Hidden">What the forms carry along, e.g. <c>_from</c> and <c>_round</c>.</param>
/// <param name="Step">Which of its forms is shown.</param>
/// <param name="Tried">What was sent and not accepted, or null.</param>
public sealed record JoinView(
    Contest Contest,
    bool Over,
    ValueList<UnitGroup> Units,
    ValueList<HiddenField> Hidden,
    JoinStep Step,
    JoinTry? Tried)
{
    /// <summary>What a roster or a provider says already, by the codes of the fields; it is shown and not asked.</summary>
    public FrozenDictionary<string, string> Given { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The divisions to choose from, where that is the step.</summary>
    public ValueList<Division> Divisions { get; init; } = [];

    /// <summary>Where the letter went; null where that is not said.</summary>
    public string? Address { get; init; }

    /// <summary>Whether the server lacks what the method needs, as a mail server.</summary>
    public bool Unavailable { get; init; }

    /// <summary>How people come in.</summary>
    public JoinMethod Method => Contest.Registration.Method;

    /// <summary>Where "first time" is posted.</summary>
    public string NewAction => $"/competition/{Contest.Slug}/join";

    /// <summary>Where "registered before" is posted.</summary>
    public string ReturnAction => $"/competition/{Contest.Slug}/join/return";

    /// <summary>Where identity and code of a roster are posted.</summary>
    public string RosterAction => $"/competition/{Contest.Slug}/join/roster";

    /// <summary>The round that the visitor was going to, or null.</summary>
    public string? Round => Hidden.FirstOrDefault(hidden => hidden.Name == JoinFields.Round)?.Value;

    /// <summary>The fields that are asked when joining.</summary>
    public IEnumerable<RegistrationField> Asked => Contest.Registration.Fields
        .Where(line => Registration.IsAskedFirst(Contest.Registration, line) && !Given.ContainsKey(line.Code));

    /// <summary>What is wrong with a field, or null.</summary>
    public FieldError? ErrorOf(string field) => Tried?.Errors.FirstOrDefault(error => error.Field == field);

    /// <summary>What was typed in a field, or nothing.</summary>
    public string? ValueOf(string field) => Tried?.Values.GetValueOrDefault(field);

    /// <summary>The step that goes on from a draft.</summary>
    public JoinView With(JoinStep step, Draft draft, Secrets secrets) => this with
    {
        Step = step,
        Given = draft.Given.ToFrozenDictionary(StringComparer.Ordinal),
        Hidden = Hidden.Append(new HiddenField(JoinFields.Draft, draft.Seal(secrets))).ToValueList(),
    };
}

/// <summary>The forms of the page to join.</summary>
public enum JoinStep
{
    /// <summary>For who comes for the first time; with a roster or a provider for everybody.</summary>
    First,

    /// <summary>For who has registered before: <c>?way=return</c>.</summary>
    Return,

    /// <summary>With a code that the operator gave out, where people come back otherwise: <c>?way=code</c>.</summary>
    Code,

    /// <summary>What a roster or a provider does not tell.</summary>
    Details,

    /// <summary>Which division, where several fit.</summary>
    Division,

    /// <summary>A letter with a link is on its way.</summary>
    Letter,
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

    /// <summary>The number of the form: sent twice it registers once.</summary>
    public const string Form = "_form";

    /// <summary>What has been checked already, encrypted.</summary>
    public const string Draft = "_draft";

    public const string Division = "_division";

    /// <summary>A password of one's own.</summary>
    public const string Secret = "_secret";

    /// <summary>The same again.</summary>
    public const string Again = "_again";

    /// <summary>The attempt whose result a form stands on.</summary>
    public const string Back = "_back";

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
