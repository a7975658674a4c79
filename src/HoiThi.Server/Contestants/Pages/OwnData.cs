using System.Collections.Frozen;
using System.Globalization;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Contestants.Pages;

/// <summary>A contestant's data: what is fixed, and the form for what is not.</summary>
/// <param name="Fixed">What cannot be changed, in the order of the form.</param>
/// <param name="Open">What can be filled in or changed.</param>
/// <param name="Form">The form of the open fields, with what is stored or was typed.</param>
/// <param name="Missing">Whether fields are empty that are asked after the paper or that prizes depend on.</param>
/// <param name="Back">The attempt on whose result the form stands, or null.</param>
public sealed record OwnData(ValueList<OwnField> Fixed, ValueList<RegistrationField> Open, JoinView Form, bool Missing, string? Back)
{
    /// <summary>What a contestant can fill in now: what is not locked, and what is asked later and still empty.</summary>
    public static IEnumerable<RegistrationField> OpenFields(RegistrationRules rules, IReadOnlyDictionary<string, string> values) => rules.Fields.Where(field =>
        field.Code != rules.Identity && field.Type != FieldType.Unit
        && (!field.Locked || !values.ContainsKey(field.Code)));

    /// <summary>The data of a contestant.</summary>
    public static OwnData Of(LiveContest contest, IReadOnlyDictionary<string, string> values, JoinTry? tried, string? back)
    {
        var rules = contest.Definition.Registration;
        var open = OpenFields(rules, values).ToValueList();
        var form = new JoinView(
            contest.Definition, Over: false, [], back is null ? [] : [new HiddenField(JoinFields.Back, back)], JoinStep.Details,
            tried is { Errors.Count: > 0 } && tried.Errors.Any(error => open.Any(field => field.Code == error.Field))
                ? tried : new JoinTry(values.ToFrozenDictionary(StringComparer.Ordinal), []));
        var complete = contest.Definition.NeedsCompleteData();
        return new OwnData(
            rules.Fields.Where(field => !open.Contains(field) && values.ContainsKey(field.Code)).Select(field => new OwnField(field, Shown(contest, field, values[field.Code]))).ToValueList(),
            open,
            form,
            open.Any(field => !values.ContainsKey(field.Code) && (complete || (field.Required && field.Ask == FieldAsk.After))),
            back);
    }

    /// <summary>As it is shown: the ends of numbers only, because people read over each other's shoulders.</summary>
    private static LocalText Shown(LiveContest contest, RegistrationField field, string value) => field.Type switch
    {
        FieldType.CitizenId or FieldType.IdentityDocument or FieldType.Phone or FieldType.MemberNumber => new LocalText(Masked(value)),
        FieldType.Email => new LocalText(value[..1] + "•••" + value[value.IndexOf('@', StringComparison.Ordinal)..]),
        FieldType.Unit => contest.Units.NumberOf(value) is { } unit ? contest.Units[unit].Name : new LocalText(value),
        FieldType.BirthDate or FieldType.Date => new LocalText(
            DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)),
        FieldType.Sex => value == "male" ? new LocalText("Nam", "Male") : new LocalText("Nữ", "Female"),
        FieldType.Choice => field.Options.FirstOrDefault(option => option.Vi == value) ?? new LocalText(value),
        _ => new LocalText(value),
    };

    private static string Masked(string value) => new string('•', Math.Max(0, value.Length - 3)) + value[Math.Max(0, value.Length - 3)..];
}

/// <summary>A field that cannot be changed.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">What it holds, as it is shown.</param>
public sealed record OwnField(RegistrationField Field, LocalText Value);

internal static class CompleteData
{
    /// <summary>Whether some prize is only for those whose every field is filled in.</summary>
    public static bool NeedsCompleteData(this Contest contest)
    {
        var rules = contest.Divisions.Select(division => division.Prizes).OfType<PrizeRules>().Append(contest.Prizes).ToArray();
        return rules.Select(prizes => prizes.Conditions)
            .Concat(rules.SelectMany(prizes => prizes.Round.Concat(prizes.Contest)).Select(prize => prize.Conditions))
            .Any(conditions => conditions is { CompleteData: true });
    }
}
