using System.Globalization;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Setup.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Setup;

/// <summary>Starts a contest from a template; the first template is almost blank.</summary>
internal static class StartEndpoints
{
    private const int MostWeeks = 52;
    private static readonly Access Administrators = Access.Of(Role.Administrator);

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get("/manage/new/template", Administrators, Show, new MenuItem("Tạo hội thi", "New contest", MenuGroup.Site)),
        ConsoleRoute.Post("/manage/new/template", Administrators, Create),
    ];

    private static IResult Show(HttpContext http, TimeProvider time) => Page(http, time, ConsoleForm.Empty);

    private static IResult Page(HttpContext http, TimeProvider time, ConsoleForm form) => ConsolePage.Of<StartPage>(
        http, new StartView(ContestTemplates.All, NextMonday(time), form), form.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static async Task<IResult> Create(HttpContext http, Visit visit, SetupSaving saving, ContestCatalog catalog, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form)
        {
            return Reply.BadRequest();
        }

        var (slug, title, organiser) = (form["slug"].ToString().Trim(), form["title"].ToString().Trim(), form["organiser"].ToString().Trim());
        var template = ContestTemplates.Find(form["template"].ToString());
        var weeks = int.TryParse(form["weeks"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostWeeks ? number : 0;
        var dated = DateOnly.TryParseExact(form["first"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        ValueList<FieldError> errors =
        [
            .. template is null ? [ConsoleForm.Wrong("template", "Hãy chọn một mẫu.", "Choose a template.")] : Array.Empty<FieldError>(),
            .. title.Length is 0 or > 300 ? [ConsoleForm.Wrong("title", "Hội thi cần tên, đến 300 ký tự.", "The contest has a title of up to 300 characters.")] : Array.Empty<FieldError>(),
            .. organiser.Length is 0 or > 500 ? [ConsoleForm.Wrong("organiser", "Hãy cho biết đơn vị tổ chức.", "Say who holds it.")] : Array.Empty<FieldError>(),
            .. catalog.Known(slug) is not null ? [ConsoleForm.Wrong("slug", "Đã có hội thi dùng địa chỉ này.", "Another contest has this address.")] : Array.Empty<FieldError>(),
            .. !dated || first.Year is < 2000 or > 2100 ? [ConsoleForm.Wrong("first", "Hãy chọn ngày đầu tiên.", "Choose the first day.")] : Array.Empty<FieldError>(),
            .. weeks == 0 ? [ConsoleForm.Wrong("weeks", $"Số đợt từ 1 đến {MostWeeks}.", $"1 to {MostWeeks} rounds.")] : Array.Empty<FieldError>(),
        ];
        if (errors.Count == 0)
        {
            var bundle = template!.Start(slug, new LocalText(title), new LocalText(organiser), first, weeks);
            if (bundle.Check() is [var mistake, ..])
            {
                errors = [new FieldError("wrong", mistake.Path == "slug" ? "slug" : null, new LocalText(Language.Vietnamese.Mistake(mistake), mistake.ToString()))];
            }
            else if (await saving.CreateAsync(visit, bundle, "contest.create", new { template = template.Name, first, weeks }) is { } refused)
            {
                errors = [new FieldError("wrong", "slug", refused)];
            }
            else
            {
                return ConsolePage.To($"/manage/contests/{slug}/setup", "created");
            }
        }

        return Page(http, time, ConsoleForm.Of(form, errors));
    }

    private static DateOnly NextMonday(TimeProvider time)
    {
        var today = DateOnly.FromDateTime(Clock.Local(time.GetUtcNow().ToUnixTimeMilliseconds()));
        return today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7));
    }
}
