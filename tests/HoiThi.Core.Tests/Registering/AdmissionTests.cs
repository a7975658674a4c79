using HoiThi.Core.Contests;
using HoiThi.Core.People;
using HoiThi.Core.Registering;

namespace HoiThi.Core.Tests.Registering;

public class AdmissionTests
{
    private static readonly DateOnly Day = new(2023, 10, 23);

    private static readonly UnitRules Units = new(
        "units.csv",
        [new Block("city", new LocalText("Khối thành phố", "City")), new Block("people", new LocalText("Khối nhân dân", "People"))],
        [
            new UnitKind("agency", new LocalText("Sở, ngành", "Departments"), "city"),
            new UnitKind("ward", new LocalText("Phường", "Wards"), "people"),
        ],
        [],
        []);

    private static readonly ValueList<RegistrationField> Fields =
    [
        Field("name", FieldType.FullName), Field("unit", FieldType.Unit), Field("citizen-id", FieldType.CitizenId), Field("born", FieldType.BirthDate),
        Field("job", FieldType.Choice) with { Options = [new LocalText("Công chức", "Civil servant"), new LocalText("Sinh viên", "Student")] },
    ];

    [Fact]
    public void Without_rules_everybody_is_in()
    {
        var admission = Admit(Contest());
        (admission.Refusal, admission.AgeDoubtful).ShouldBe((null, false));
        admission.Divisions.ShouldBe([0]);
    }

    [Theory]
    [InlineData("2009-10-23", null)]
    [InlineData("2009-10-24", "too-young")]
    [InlineData("1953-10-23", null)]
    [InlineData("1952-10-23", "too-old")]
    public void An_age_is_of_full_years_on_the_day(string born, string? refusal)
    {
        var contest = Contest(registration => registration with { MinAge = 14, MaxAge = 70 });
        var admission = Admit(contest, born: born);
        (admission.Refusal?.Code, admission.AgeDoubtful).ShouldBe((refusal, false));
    }

    [Fact]
    public void The_day_of_the_rules_comes_before_the_day_of_joining()
    {
        var contest = Contest(registration => registration with { MinAge = 18, AgeOn = new DateOnly(2023, 12, 31) });
        Admit(contest, born: "2005-12-31").Refusal.ShouldBeNull();
        var refusal = Admit(contest, born: "2006-01-01").Refusal!;
        refusal.Field.ShouldBe("born");
        refusal.Message.ShouldBe(new LocalText(
            "Cuộc thi dành cho người từ đủ 18 tuổi (tính đến ngày 31/12/2023).", "The contest is for people of 18 years or more (on 31 December 2023)."));
    }

    [Theory]
    [InlineData("031208000123", null, false)] // 2008: 14 or 15
    [InlineData("031209000123", null, true)] // 2009: 13 or 14, taken for 14
    [InlineData("031210000123", "too-young", false)] // 2010: 13 at most
    public void A_citizen_number_tells_the_year_only_and_the_doubt_is_said(string number, string? refusal, bool doubtful)
    {
        var contest = Contest(registration => registration with { MinAge = 14 });
        var admission = Admit(contest, born: null, number: number);
        (admission.Refusal?.Code, admission.AgeDoubtful).ShouldBe((refusal, doubtful));
    }

    [Fact]
    public void A_birth_date_settles_what_the_citizen_number_leaves_open()
    {
        var contest = Contest(registration => registration with { MinAge = 14 });
        Admit(contest, born: "2009-12-01", number: "031209000123").Refusal!.Code.ShouldBe("too-young");
    }

    [Fact]
    public void Who_is_barred_is_told_by_which_list()
    {
        var contest = Contest() with { Lists = [List("organisers", ListRole.Barred), List("guests", ListRole.Named)] };
        Admit(contest, lists: ["guests"]).Refusal.ShouldBeNull();
        var refusal = Admit(contest, lists: ["organisers"]).Refusal!;
        (refusal.Code, refusal.Field).ShouldBe(("barred", "citizen-id"));
        refusal.Message.Vi.ShouldContain("“Danh sách organisers”");
    }

    [Theory]
    [InlineData("", "not-on-roster")]
    [InlineData("first", null)]
    [InlineData("second", null)]
    [InlineData("named", "not-on-roster")]
    public void Of_several_rosters_one_is_enough(string on, string? refusal)
    {
        var contest = Contest() with
        {
            Lists = [List("first", ListRole.Roster), List("second", ListRole.Roster), List("named", ListRole.Named)],
        };
        Admit(contest, lists: [on]).Refusal?.Code.ShouldBe(refusal);
    }

    [Theory]
    [InlineData(ListRole.NoPrize)]
    [InlineData(ListRole.Compulsory)]
    [InlineData(ListRole.Encouraged)]
    public void The_other_lists_keep_nobody_out(ListRole role)
    {
        var contest = Contest() with { Lists = [List("list", role)] };
        Admit(contest, lists: ["list"]).Refusal.ShouldBeNull();
        Admit(contest).Refusal.ShouldBeNull();
    }

    [Fact]
    public void The_first_division_that_fits_takes_a_person()
    {
        var contest = Contest() with
        {
            Divisions = [Division("staff", Nobody with { Kinds = ["agency"] }), Division("young", Nobody with { MaxAge = 35 }), Division("rest", null)],
        };
        Admit(contest, kind: "agency", born: "2000-01-01").Divisions.ShouldBe([0]);
        Admit(contest, kind: "ward", born: "2000-01-01").Divisions.ShouldBe([1]);
        Admit(contest, kind: "ward", born: "1970-01-01").Divisions.ShouldBe([2]);
    }

    [Fact]
    public void A_division_can_go_by_block_answer_and_list()
    {
        Divided(Nobody with { Blocks = ["city"] }, kind: "agency").ShouldBeTrue();
        Divided(Nobody with { Blocks = ["city"] }, kind: "ward").ShouldBeFalse();
        Divided(Nobody with { Answers = [new FieldAnswer("job", ["Sinh viên"])] }, job: "Sinh viên").ShouldBeTrue();
        Divided(Nobody with { Answers = [new FieldAnswer("job", ["Sinh viên"])] }, job: "Công chức").ShouldBeFalse();
        Divided(Nobody with { Answers = [new FieldAnswer("job", ["Sinh viên"])] }, job: null).ShouldBeFalse();
        Divided(Nobody with { Lists = ["heads", "deputies"] }, lists: ["deputies"]).ShouldBeTrue();
        Divided(Nobody with { Lists = ["heads", "deputies"] }).ShouldBeFalse();

        static bool Divided(Who who, string kind = "ward", string? job = null, params string[] lists) =>
            Admit(Contest() with { Divisions = [Division("only", who)] }, kind, job: job, lists: lists).Refusal is null;
    }

    [Fact]
    public void Chosen_divisions_are_offered_to_those_whom_no_other_takes()
    {
        var contest = Contest() with
        {
            Divisions =
            [
                Division("a", null) with { Chosen = true },
                Division("elders", Nobody with { MinAge = 60 }),
                Division("b", Nobody with { Kinds = ["ward"] }) with { Chosen = true },
            ],
        };
        Admit(contest, kind: "ward", born: "1950-01-01").Divisions.ShouldBe([1]);
        Admit(contest, kind: "ward").Divisions.ShouldBe([0, 2]);
        Admit(contest, kind: "agency").Divisions.ShouldBe([0]);
        Admission.AsksDivision(contest).ShouldBeFalse();
        Admission.AsksDivision(Contest() with { Divisions = [Division("a", null) with { Chosen = true }, Division("b", null) with { Chosen = true }] }).ShouldBeTrue();
    }

    [Fact]
    public void Who_is_in_no_division_learns_why_of_each()
    {
        var contest = Contest() with
        {
            Lists = [List("heads", ListRole.Named)],
            Divisions =
            [
                Division("Bảng A", Nobody with { Kinds = ["agency"] }),
                Division("Bảng B", Nobody with { MinAge = 60 }),
                Division("Bảng C", Nobody with { Answers = [new FieldAnswer("job", ["Sinh viên"])] }),
                Division("Bảng D", Nobody with { Lists = ["heads"] }),
            ],
        };
        var refusal = Admit(contest, kind: "ward").Refusal!;
        refusal.Code.ShouldBe("no-division");
        refusal.Message.Vi.ShouldBe(
            "Bạn không thuộc bảng thi nào. Bảng A: dành cho Sở, ngành. Bảng B: dành cho người từ đủ 60 tuổi (tính đến ngày 23/10/2023). "
            + "Bảng C: dành cho Sinh viên. Bảng D: dành cho Danh sách heads.");
        refusal.Message.En!.ShouldStartWith("You belong to none of the divisions. Bảng A: for Departments.");
    }

    [Fact]
    public void A_division_by_age_takes_a_doubtful_one_and_says_so()
    {
        var contest = Contest() with { Divisions = [Division("pupils", Nobody with { MaxAge = 17 }), Division("adults", null)] };
        var admission = Admit(contest, born: null, number: "031205000123");
        admission.Divisions.ShouldBe([0]);
        admission.AgeDoubtful.ShouldBeTrue();
    }

    private static Who Nobody { get; } = new([], [], [], null, null, [], []);

    private static Admission Admit(
        Contest contest, string kind = "agency", string? born = "1990-01-01", string? number = null, string? job = null, params string[] lists)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["born"] = born, ["citizen-id"] = number, ["job"] = job }
            .Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
        return Admission.Of(contest, new Registrant(contest, kind, values, list => lists.Contains(list, StringComparer.Ordinal), Day), Day);
    }

    private static Contest Contest(Func<RegistrationRules, RegistrationRules>? change = null)
    {
        var registration = new RegistrationRules(null, JoinMethod.Open, "citizen-id", new LocalText("Tôi đồng ý"), Fields, null, null, null, null);
        return new Contest(
            "c", new LocalText("C"), new LocalText("C"), new LocalText("C"), null, "Asia/Ho_Chi_Minh", Units,
            change is null ? registration : change(registration), null!, null!, null, null!, null!, null!, [], [], [], [], [], [], [], []);
    }

    private static Division Division(string name, Who? who) => new(name, new LocalText(name), who, Chosen: false, null, null, null, null, null);

    private static PersonList List(string code, ListRole role) => new(code, new LocalText($"Danh sách {code}"), $"{code}.csv", role);

    private static RegistrationField Field(string code, FieldType type) => new(code, type, new LocalText(code), null, Required: false, []);
}
