using HoiThi.Core.Contests;

namespace HoiThi.Formats.Tests.Conformance;

/// <summary>The values of the rule space that a contest file can say.</summary>
internal static class Traits
{
    public static IReadOnlyList<Trait> All { get; } =
    [
        .. In("1. Who",
        [
            ("kinds of units that may not register", facts => facts.Contest.Units.Kinds.Any(kind => !kind.Eligible)),
            ("only people on a roster", facts => facts.Contest.Lists.Any(list => list.Role == ListRole.Roster)),
            ("foreigners", facts => facts.Has(FieldType.IdentityDocument)),
            ("from 12", facts => facts.Form.MinAge == 12), ("from 14", facts => facts.Form.MinAge == 14), ("from 15", facts => facts.Form.MinAge == 15),
            ("from 16", facts => facts.Form.MinAge == 16 || facts.Classes.Any(who => who.MinAge == 16)), ("from 18", facts => facts.Form.MinAge == 18),
            ("between two ages", facts => facts.Form.MinAge is not null && facts.Form.MaxAge is not null),
            ("divisions by kind of unit", facts => facts.Contest.Divisions.Any(division => division.Who?.Kinds.Count > 0)),
            ("divisions by block", facts => facts.Contest.Divisions.Any(division => division.Who?.Blocks.Count > 0)),
            ("divisions by age", facts => facts.Contest.Divisions.Any(division => division.Who?.MinAge is not null)),
            ("divisions by an answer", facts => facts.Contest.Divisions.Any(division => division.Who?.Answers.Count > 0)),
            ("divisions that people choose", facts => facts.Contest.Divisions.Any(division => division.Chosen)),
        ]),
        .. In("2. Obligation",
        [
            ("voluntary", facts => !facts.Contest.Units.Kinds.Any(kind => kind.Compulsory)),
            ("compulsory kinds of units", facts => facts.Contest.Units.Kinds.Any(kind => kind.Compulsory)),
            ("a compulsory list", facts => facts.Contest.Lists.Any(list => list.Role == ListRole.Compulsory)),
            ("an encouraged list", facts => facts.Contest.Lists.Any(list => list.Role == ListRole.Encouraged)),
        ]),
        .. In("3. Barred",
        [
            ("a list of people who may not take part", facts => facts.Contest.Lists.Any(list => list.Role == ListRole.Barred)),
            ("two such lists", facts => facts.Contest.Lists.Count(list => list.Role == ListRole.Barred) > 1),
            ("a list of people who win nothing", facts => facts.Contest.Lists.Any(list => list.Role == ListRole.NoPrize)),
        ]),
        .. In("4. Identity",
        [
            .. Enum.GetValues<JoinMethod>().Select(method => ($"method {Word(method)}", Is(facts => facts.Form.Method == method))),
            ("a contest password", facts => facts.Form.Password is not null),
            .. new[] { FieldType.CitizenId, FieldType.IdentityDocument, FieldType.Phone, FieldType.Email, FieldType.MemberNumber, FieldType.Text }
                .Select(type => ($"key {Word(type)}", Is(facts => facts.Form.IdentityField.Type == type))),
            ("data after the test", facts => facts.Form.Fields.Any(field => field.Ask == FieldAsk.After)),
            ("data that can be changed later", facts => facts.Form.Fields.Any(field => !field.Locked)),
        ]),
        .. In("5. Fields",
        [
            .. new[] { FieldType.BirthDate, FieldType.CitizenId, FieldType.Phone, FieldType.Email, FieldType.Sex, FieldType.Choice, FieldType.Text, FieldType.MemberNumber }
                .Select(type => ($"{Word(type)}", Is(facts => facts.Has(type)))),
            ("a field that may be left empty", facts => facts.Form.Fields.Any(field => !field.Required)),
        ]),
        .. In("6. Units",
        [
            ("one below another", facts => facts.Bundle.Units.Any(unit => unit.Parent is not null)),
            ("blocks", facts => facts.Contest.Units.Blocks.Count > 1),
            ("size bands", facts => facts.Contest.Units.Sizes.Count > 0),
            ("participation targets", facts => facts.Contest.Units.Targets.Count > 0),
            ("headcounts", facts => facts.Bundle.Units.Any(unit => unit.Headcount > 0)),
        ]),
        .. CalendarTraits.All,
        .. PaperTraits.All,
        .. RankingTraits.All,
        .. PrizeTraits.All,
    ];

    public static IEnumerable<Trait> In(string dimension, IEnumerable<(string Value, Func<Facts, bool> Has)> values) =>
        values.Select(value => new Trait(dimension, value.Value, value.Has));

    /// <summary>Names the type of a condition where it stands in an expression.</summary>
    public static Func<Facts, bool> Is(Func<Facts, bool> condition) => condition;

    public static string Word<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
