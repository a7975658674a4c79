using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Forms;
using HoiThi.Server.Manage.Setup.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Setup;

/// <summary>
/// The pages that edit <c>contest.yaml</c>. Each is made of the definition that reads the file, so that whatever the file
/// can say can be edited, with the same checks.
/// </summary>
internal static class SetupEndpoints
{
    internal static readonly Access Organisers = Access.Of(Role.Administrator, Role.Organiser);
    private const string Section = ConsoleRoute.Contest + "/setup/{section}";

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(Section, Organisers, Show),
        ConsoleRoute.Post(Section, Organisers, Save),
        ConsoleRoute.Get(Section + "/text", Organisers, ShowText),
        ConsoleRoute.Post(Section + "/text", Organisers, SaveText),
    ];

    private static IResult Show(HttpContext http, Visit visit, string section, string? done) => SetupSection.Find(section) is { } found
        ? ConsolePage.Of<SectionPage>(http, new SectionView(found, visit.Contest, ContestForm.ValuesOf(visit.Contest.Definition, found.Keys), visit.Contest.Version, [], null, done))
        : Reply.NotFound();

    private static async Task<IResult> Save(HttpContext http, Visit visit, string section, SetupSaving saving)
    {
        if (SetupSection.Find(section) is not { } found)
        {
            return Reply.NotFound();
        }

        if (await SentForm.ReadAsync(http) is not { } form)
        {
            return Reply.BadRequest();
        }

        var sent = SentForm.Of(form);
        if (sent.Rearrange())
        {
            return ConsolePage.Of<SectionPage>(http, new SectionView(found, visit.Contest, sent.Values, sent.Version ?? visit.Contest.Version, [], null, null) { Unsaved = true });
        }

        var bundle = await saving.NowAsync(visit);
        return await ChangeAsync(visit, saving, bundle, found, ContestForm.Apply(bundle.Contest, found.Keys, sent.Values), sent.Version, Again);

        IResult Again(ValueList<Mistake> mistakes, LocalText? refused) => ConsolePage.Of<SectionPage>(
            http, new SectionView(found, visit.Contest, sent.Values, sent.Version ?? visit.Contest.Version, mistakes, refused, null), StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult ShowText(HttpContext http, Visit visit, string section) => SetupSection.Find(section) is { } found
        ? ConsolePage.Of<TextPage>(http, new TextView(found, ContestForm.TextOf(visit.Contest.Definition, found.Keys), visit.Contest.Version, [], null))
        : Reply.NotFound();

    private static async Task<IResult> SaveText(HttpContext http, Visit visit, string section, SetupSaving saving)
    {
        if (SetupSection.Find(section) is not { } found)
        {
            return Reply.NotFound();
        }

        if (await SentForm.ReadAsync(http) is not { } form)
        {
            return Reply.BadRequest();
        }

        var text = form["text"].ToString().ReplaceLineEndings("\n");
        var version = SentForm.Of(form).Version;
        var bundle = await saving.NowAsync(visit);
        return await ChangeAsync(visit, saving, bundle, found, ContestForm.ApplyText(bundle.Contest, found.Keys, text), version, Again);

        IResult Again(ValueList<Mistake> mistakes, LocalText? refused) => ConsolePage.Of<TextPage>(
            http, new TextView(found, text, version ?? visit.Contest.Version, mistakes, refused), StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Checks the whole contest with its new definition and saves it; sent twice, it is saved once.</summary>
    private static async Task<IResult> ChangeAsync(
        Visit visit, SetupSaving saving, ContestBundle bundle, SetupSection section, Reading<Contest> reading, int? version, Func<ValueList<Mistake>, LocalText?, IResult> again)
    {
        if (!reading.Succeeded)
        {
            return again(reading.Mistakes, null);
        }

        var definition = reading.Value;
        if (!definition.Equals(bundle.Contest))
        {
            var (changed, mistakes) = bundle.With(definition);
            if (changed is null || mistakes.Count > 0)
            {
                return again(mistakes, null);
            }

            // Only what differs goes into the log.
            var keys = section.Keys.Where(key => ContestForm.TextOf(bundle.Contest, [key]) != ContestForm.TextOf(definition, [key])).ToArray();
            if (await saving.SaveAsync(visit, changed, $"setup.{section.Name}", ContestForm.TextOf(bundle.Contest, keys), ContestForm.TextOf(definition, keys), version) is { } refused)
            {
                return again([], refused);
            }
        }

        return ConsolePage.To($"/manage/contests/{definition.Slug}/setup/{section.Name}", "saved");
    }
}
