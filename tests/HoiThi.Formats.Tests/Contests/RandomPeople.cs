using CsCheck;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.People;

namespace HoiThi.Formats.Tests.Contests;

/// <summary>Random registration forms, lists and classes of people.</summary>
internal static class RandomPeople
{
    private static readonly Gen<LocalText> Text = RandomTexts.LocalText;

    private static readonly Gen<RegistrationField> Extra =
        from label in Text
        from hint in Text.Null()
        from type in Gen.OneOf(FieldType.Text, FieldType.Number, FieldType.Date, FieldType.Sex, FieldType.Email, FieldType.MemberNumber)
        from required in Gen.Bool
        from ask in Gen.Enum<FieldAsk>()
        from locked in Gen.Bool
        from bounds in Gen.Select(Gen.Int[0, 100], Gen.Int[100, 200])
        from pattern in Gen.OneOf("^[A-Z]{2}[0-9]{4}$", "a|b", @"\d+").Null()
        select new RegistrationField(
            "?",
            type,
            label,
            hint,
            required,
            [],
            ask,
            locked,
            Bound(type, bounds.Item1),
            Bound(type, bounds.Item2),
            type == FieldType.Text ? pattern : null);

    /// <summary>Lists of every role, in files of their own.</summary>
    public static Gen<ValueList<PersonList>> Lists { get; } = Text.Select(name =>
        Enum.GetValues<ListRole>().Select(role => new PersonList($"{role}".ToLowerInvariant(), name, $"lists/{role}.csv", role)).ToValueList());

    /// <summary>People for each of the lists, told apart as the form tells them apart, each in a unit and with a code.</summary>
    public static Gen<ValueList<ValueList<ListedPerson>>> Listed(RegistrationRules registration, int lists) =>
        from counts in Gen.Int[0, 5].Array[lists]
        from name in RandomTexts.Text.Select(text => text.Trim()[..Math.Min(30, text.Trim().Length)].TrimEnd('\ud83d', '\ud83e', '\udb40', ' '))
        select counts.Select(count => Enumerable.Range(0, count).Select(number => new ListedPerson(
            Identity(registration.IdentityField.Type, number),
            name.Length == 0 || number == 1 ? null : name,
            "U.0",
            $"{number}73920")).ToValueList()).ToValueList();

    /// <summary>A form with name, identity, unit, birth date, e-mail, a choice and others; the identity is the field "no".</summary>
    public static Gen<RegistrationRules> Registration { get; } =
        from password in RandomTexts.Text.Select(text => text.Trim().Length is 0 or > 100 ? "1.0" : text.Trim()).Null()
        from method in Gen.Enum<JoinMethod>()
        from consent in Text
        from label in Text
        from hint in Text.Null()
        from type in Gen.OneOf(FieldType.CitizenId, FieldType.Phone, FieldType.Email, FieldType.Text, FieldType.IdentityDocument, FieldType.MemberNumber)
        from options in Text.Array[2, 4]
        from extra in Extra.Array[0, 3]
        from ages in Gen.Select(Gen.Int[1, 17].Nullable(0.5), Gen.Int[71, 120].Nullable(0.5), Gen.Date.Nullable(0.5))
        select new RegistrationRules(
            password,
            method,
            "no",
            consent,
            [
                new("name", FieldType.FullName, label, hint, true, []),
                new("no", type, label, null, true, []),
                new("unit", FieldType.Unit, label, hint, true, []),
                new("born", FieldType.BirthDate, label, null, true, []),
                new("mail", FieldType.Email, label, null, true, []),
                new("size", FieldType.Choice, label, null, true, options.Select((option, index) => option with { Vi = $"{index}{option.Vi}" }).ToValueList()),
                .. extra.Select((field, index) => field with { Code = $"extra-{index}" }),
            ],
            ages.Item1,
            ages.Item2,
            ages.Item3 is { } day ? DateOnly.FromDateTime(day) : null,
            method == JoinMethod.OpenId
                ? new IdentityProvider(label, "https://id.example.vn/", "hoithi", [new("sub", "no"), new("name", "name")])
                : null);

    /// <summary>A class of people in a contest with these units, form and lists.</summary>
    public static Gen<Who> Who(UnitRules units, RegistrationRules registration) =>
        from which in Gen.Int[1, 63]
        from ages in Gen.Select(Gen.Int[18, 40], Gen.Int[40, 70])
        let choice = registration.Fields.First(field => field.Type == FieldType.Choice)
        select new Who(
            [],
            (which & 1) > 0 ? [units.Kinds[0].Code] : [],
            (which & 2) > 0 ? [units.Kinds[0].Block] : [],
            (which & 4) > 0 ? ages.Item1 : null,
            (which & 8) > 0 ? ages.Item2 : null,
            (which & 16) > 0 ? [new FieldAnswer(choice.Code, [choice.Options[1].Vi, choice.Options[0].Vi])] : [],
            (which & 32) > 0 ? ["named", "compulsory"] : []);

    private static string Identity(FieldType type, int number) => type switch
    {
        FieldType.CitizenId => $"03109000012{number}",
        FieldType.IdentityDocument => $"C123456{number}",
        FieldType.Phone => $"+8491234567{number}",
        FieldType.Email => $"a{number}@example.vn",
        _ => $"CB-{number}",
    };

    private static long? Bound(FieldType type, int number) => type switch
    {
        FieldType.Text => number,
        FieldType.Number => number - 150,
        FieldType.Date => 20_000_101 + (number * 10_000),
        _ => null,
    };
}
