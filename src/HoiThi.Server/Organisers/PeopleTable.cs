using HoiThi.Server.Organisers.Pages;
using HoiThi.Server.Organisers.Tables;

namespace HoiThi.Server.Organisers;

/// <summary>The table of the people who work here, of the site or of a contest.</summary>
internal static class PeopleTable
{
    public static TableView<PersonLine> Of(TableQuery query, Visit visit, IReadOnlyList<PersonLine> people) =>
        TableView.Of(query, Columns(visit), Filters(visit), Narrowed(query, people));

    public static ExportSource ExportOf(TableQuery query, Visit visit, IReadOnlyList<PersonLine> people)
    {
        var rows = TableView.Found(query, Columns(visit), Narrowed(query, people)).ToArray();
        return ExportSource.Of("nhan-su", visit.Language, Columns(visit), rows.Length, _ => rows);
    }

    private static IEnumerable<PersonLine> Narrowed(TableQuery query, IEnumerable<PersonLine> people) => people.Where(person =>
        (!Enum.TryParse<Role>(query["role"], out var role) || person.Grants.Any(grant => grant.Role == role))
        && (query["state"] switch { "locked" => person.Disabled, "unsafe" => !person.SecondFactor, "never" => person.Seen is null, _ => true }));

    private static TableColumn<PersonLine>[] Columns(Visit visit) =>
    [
        new("name", new("Họ và tên", "Name"), person => person.Name) { Small = person => person.Email },
        new("email", new("Email", "E-mail"), person => person.Email) { Shown = false },
        new("roles", new("Vai trò", "Roles"), person => string.Join("; ", person.Grants.Select(grant => visit.Language.Role(grant.Role) + (grant.Slug is null ? "" : $" ({grant.Slug})")))) { Wide = true, Sorts = false },
        new("seen", new("Lần cuối", "Last seen"), person => person.Seen) { Text = (person, language) => person.Seen is { } seen ? Site.Figures.Moment(language, seen) : language.Say("chưa vào", "never") },
        new("factor", new("Xác thực hai lớp", "Second factor"), person => visit.Language.Say(person.SecondFactor ? "có" : "chưa", person.SecondFactor ? "yes" : "no")) { Shown = false },
        .. visit.Live is null ? new TableColumn<PersonLine>[] { new("acts", new("Thao tác", "Acts"), _ => null) { Wide = true, Sorts = false, Exported = false } } : [],
    ];

    private static TableFilter[] Filters(Visit visit)
    {
        var language = visit.Language;
        return
        [
            new("role", language.Say("Vai trò", "Role"), [.. Enum.GetValues<Role>().Select(role => (role.ToString(), language.Role(role)))]),
            new("state", language.Say("Tình trạng", "State"),
            [
                ("unsafe", language.Say("chưa xác thực hai lớp", "no second factor")),
                ("locked", language.Say("đã khóa", "locked")),
                ("never", language.Say("chưa vào", "never signed in")),
            ]),
        ];
    }
}
