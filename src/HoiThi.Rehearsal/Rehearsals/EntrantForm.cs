using System.Globalization;
using System.Text;
using HoiThi.Core.Contests;
using HoiThi.Core.Simulation;

namespace HoiThi.Rehearsal.Rehearsals;

/// <summary>What a simulated person fills in to join: made up, and right by the rules of every field.</summary>
public sealed class EntrantForm
{
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đỗ", "Bùi", "Hoàng"];
    private static readonly string[] Women = ["Thị Hồng Hạnh", "Thị Thanh Huyền", "Thu Phương", "Ngọc Ánh"];
    private static readonly string[] Men = ["Văn Bình", "Đức Thắng", "Quang Huy", "Minh Khôi"];
    private readonly string? password;

    /// <summary>Fills in the form.</summary>
    /// <param name="contest">The copy that is joined.</param>
    /// <param name="person">Who.</param>
    /// <param name="seed">What is chosen among options follows from it.</param>
    public EntrantForm(RehearsedContest contest, SimulatedPerson person, ulong seed)
    {
        var unit = contest.Units[person.Unit];
        Kind = unit.Kind;
        password = contest.Definition.Registration.Password;
        Values = contest.Definition.Registration.Fields.Index()
            .ToDictionary(field => field.Item.Code, field => ValueOf(field.Item, field.Index, person, unit.Code, seed), StringComparer.Ordinal);
    }

    /// <summary>The code of the kind of the person's unit.</summary>
    public string Kind { get; }

    /// <summary>The values by the codes of the fields.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>The form as a browser sends it.</summary>
    /// <param name="token">The number of the form.</param>
    /// <param name="division">The code of the division to choose, or null where there are none.</param>
    public string Encode(string token, string? division)
    {
        var form = new StringBuilder();
        foreach (var (name, value) in Values)
        {
            Add(name, value);
        }

        if (password is not null)
        {
            Add("_password", password);
        }

        if (division is not null)
        {
            Add("_division", division);
        }

        Add("_consent", "yes");
        Add("_form", token);
        return form.ToString();

        void Add(string name, string value) =>
            form.Append(form.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
    }

    private static string ValueOf(RegistrationField field, int index, SimulatedPerson person, string unit, ulong seed)
    {
        var number = person.Number;
        var invariant = CultureInfo.InvariantCulture;
        return field.Type switch
        {
            FieldType.FullName => $"{Families[number % Families.Length]} {(person.Woman ? Women : Men)[number / Families.Length % Women.Length]}",
            FieldType.Unit => unit,
            FieldType.CitizenId or FieldType.IdentityDocument => CitizenIdOf(person),
            FieldType.Phone => string.Create(invariant, $"090{number:0000000}"),
            FieldType.Email => string.Create(invariant, $"dien-tap-{number}@example.vn"),
            FieldType.Sex => person.Woman ? "female" : "male",
            FieldType.BirthDate => person.Born.ToString("yyyy-MM-dd", invariant),
            FieldType.Choice => field.Options[(int)((seed + (31 * (ulong)number) + (7 * (ulong)index)) % (ulong)field.Options.Count)].Vi,
            FieldType.Number => (field.Min ?? Math.Min(1, field.Max ?? 1)).ToString(invariant),
            FieldType.Date => (DateOnly.TryParseExact((field.Min ?? field.Max ?? 20000101).ToString(invariant), "yyyyMMdd", invariant, DateTimeStyles.None, out var day)
                ? day : new DateOnly(2000, 1, 1)).ToString("yyyy-MM-dd", invariant),
            FieldType.MemberNumber => string.Create(invariant, $"DT{number:0000000}"),
            _ => TextOf(field, number),
        };
    }

    private static string TextOf(RegistrationField field, int number)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{number:0000000} diễn tập").PadRight((int)(field.Min ?? 0), '.');
        return text[..(int)Math.Min(text.Length, field.Max ?? text.Length)];
    }

    // Province, century and sex, year of birth, six digits that tell a million people apart (see CitizenId).
    private static string CitizenIdOf(SimulatedPerson person)
    {
        var century = ((person.Born.Year / 100) - 19) * 2;
        return string.Create(
            CultureInfo.InvariantCulture, $"031{century + (person.Woman ? 1 : 0)}{person.Born.Year % 100:00}{person.Number % 1_000_000:000000}");
    }
}
