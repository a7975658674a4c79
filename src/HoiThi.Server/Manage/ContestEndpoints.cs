using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Server.Audit;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>The list of contests; taking one in as a zip, as a copy, or anew; giving it out again.</summary>
internal static class ContestEndpoints
{
    private static readonly Access Administrators = Access.Of(Role.Administrator);
    private static readonly Access Organisers = Access.Of(Role.Administrator, Role.Organiser);

    public static IEnumerable<ConsoleRoute> SiteRoutes =>
    [
        ConsoleRoute.Get("/manage", Access.Signed, List, new MenuItem("Các hội thi", "Contests", MenuGroup.Site)),
        ConsoleRoute.Get("/manage/new", Administrators, New),
        ConsoleRoute.Post("/manage/new/zip", Administrators, Upload),
        ConsoleRoute.Post("/manage/new/copy", Administrators, Copy),
    ];

    public static IEnumerable<ConsoleRoute> ContestRoutes =>
    [
        ConsoleRoute.Get(ConsoleRoute.Contest + "/definition", Organisers, Definition, new MenuItem("Hồ sơ hội thi", "Contest file", MenuGroup.Preparation)),
        ConsoleRoute.Post(ConsoleRoute.Contest + "/definition/zip", Organisers, Upload),
        ConsoleRoute.Get(ConsoleRoute.Contest + "/definition/export", Organisers, Export),
    ];

    private static async Task<IResult> List(HttpContext http, Visit visit, ContestCatalog catalog, Boards boards, TimeProvider time, string? done)
    {
        var lines = new List<ContestLine>();
        foreach (var contest in catalog.All.OrderByDescending(each => each.Rounds.Max(round => round.Closes)))
        {
            var roles = visit.Grants.Where(grant => grant.Contest == 0 || grant.Contest == contest.Number).Select(grant => grant.Role).Distinct().ToValueList();
            if (roles.Count > 0)
            {
                var total = (await boards.Totals(contest)).GetValueOrDefault(0);
                lines.Add(new ContestLine(contest.Definition, contest.Phase, ContestStatus.At(contest.Definition, time.GetUtcNow()), total.People, total.Attempts, roles));
            }
        }

        return ConsolePage.Of<ContestsPage>(http, new ContestsView(lines.ToValueList(), done));
    }

    private static IResult New(HttpContext http, ContestCatalog catalog) => ConsolePage.Of<NewContest>(http, NewOf(catalog, ConsoleForm.Empty));

    private static IResult Definition(HttpContext http, Visit visit, TimeProvider time, string? done) =>
        ConsolePage.Of<DefinitionPage>(http, new DefinitionView(visit.Contest.Version, IsRunning(visit.Contest, time), [], ConsoleForm.Empty, done));

    private static async Task<IResult> Upload(HttpContext http, Visit visit, ContestCatalog catalog, ContestStore store, TimeProvider time)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = ContestZip.UploadLimit;
        }

        if (!http.Request.HasFormContentType || (await http.Request.ReadFormAsync()).Files is not [{ Length: > 0 } file])
        {
            return Refused([], ConsoleForm.Wrong("zip", "Hãy chọn một tệp zip.", "Choose a zip file."));
        }

        using var folder = new ScratchFolder();
        await using var content = file.OpenReadStream();
        if (await ContestZip.UnpackAsync(content, folder.Path, http.RequestAborted) is { } problem)
        {
            return Refused([], new FieldError("zip", "zip", problem));
        }

        var reading = ContestFolder.Read(ContestZip.RootOf(folder.Path));
        if (!reading.Succeeded)
        {
            return Refused(reading.Mistakes.Select(mistake => mistake.ToString()).ToValueList());
        }

        var bundle = reading.Value;
        if (visit.Live is { } live && live.Definition.Slug != bundle.Contest.Slug)
        {
            return Refused([], ConsoleForm.Wrong("zip", $"Hồ sơ này là của “{bundle.Contest.Slug}”, không phải hội thi này.", $"This is the folder of “{bundle.Contest.Slug}”, not of this contest."));
        }

        if (visit.Live is null && catalog.Known(bundle.Contest.Slug) is not null)
        {
            return Refused([], ConsoleForm.Wrong("zip", $"Đã có hội thi “{bundle.Contest.Slug}”. Hãy nhập phiên bản mới ở trang hồ sơ của nó.", $"There is a contest “{bundle.Contest.Slug}” already. Take a new version in on its own page."));
        }

        return await TakeInAsync(visit, bundle, catalog, store, time, "contest.import") is { } error ? Refused([], error) : ConsolePage.To($"/manage/contests/{bundle.Contest.Slug}", "imported");

        IResult Refused(ValueList<string> mistakes, params FieldError[] errors)
        {
            var form = new ConsoleForm(ConsoleForm.Empty.Values, errors.ToValueList());
            return visit.Live is { } contest
                ? ConsolePage.Of<DefinitionPage>(http, new DefinitionView(contest.Version, IsRunning(contest, time), mistakes, form, null), StatusCodes.Status422UnprocessableEntity)
                : ConsolePage.Of<NewContest>(http, NewOf(catalog, form) with { Mistakes = mistakes }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> Copy(HttpContext http, Visit visit, ContestCatalog catalog, ContestStore store, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form || await store.ExportAsync(form["of"].ToString()) is not { } bundle)
        {
            return Reply.BadRequest();
        }

        var slug = form["slug"].ToString().Trim();
        var title = form["title"].ToString().Trim();
        var days = int.TryParse(form["weeks"], out var weeks) && weeks is >= 1 and <= 520 ? weeks * 7 : 0;
        FieldError? error = catalog.Known(slug) is not null ? ConsoleForm.Wrong("slug", "Đã có hội thi dùng địa chỉ này.", "Another contest has this address.")
            : days == 0 ? ConsoleForm.Wrong("weeks", "Hãy nhập số tuần dời lịch, từ 1 đến 520.", "Enter how many weeks to move the calendar, 1 to 520.")
            : null;
        if (error is null)
        {
            var copy = bundle with { Contest = ContestEdits.Moved(bundle.Contest, days) with { Slug = slug, Title = new LocalText(title), ShortTitle = new LocalText(title.Length > 40 ? title[..40] : title), News = [] } };
            var mistakes = copy.Check();
            error = mistakes.Count > 0
                ? ConsoleForm.Wrong("slug", $"Chưa tạo được: {mistakes[0]}", $"Not created: {mistakes[0]}")
                : await TakeInAsync(visit, copy, catalog, store, time, "contest.copy");
        }

        return error is null
            ? ConsolePage.To($"/manage/contests/{slug}", "imported")
            : ConsolePage.Of<NewContest>(http, NewOf(catalog, ConsoleForm.Of(form, [error])), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Export(Visit visit, ContestStore store, HoiThiContext context, TimeProvider time)
    {
        var slug = visit.Contest.Definition.Slug;
        var bundle = (await store.ExportAsync(slug))!;
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(visit.Contest.Number, "contest.export", slug, After: new { version = visit.Contest.Version, questions = true, unopened = Unopened(visit.Contest, time) }));
        await transaction.CommitAsync();
        return Reply.File(await ContestZip.PackAsync(bundle), "application/zip", $"{slug}.zip");
    }

    /// <summary>Takes a contest in with its line in the audit log, a new one as a draft; what is wrong, or null.</summary>
    internal static async Task<FieldError?> TakeInAsync(Visit visit, ContestBundle bundle, ContestCatalog catalog, ContestStore store, TimeProvider time, string act, object? before = null, object? after = null)
    {
        try
        {
            await store.ImportAsync(bundle, new ContestImport(AsDraft: true, Within: async (context, number, version) =>
            {
                await RequireSecondAsync(context, number, version);
                await context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(
                    number, act, bundle.Contest.Slug, before ?? (version == 0 ? null : new { version }), after ?? new { version = version + 1 }));
            }));
            await catalog.RefreshAsync();
            return null;
        }
        catch (ContestImportException refused)
        {
            return new FieldError("wrong", "zip", refused.Text);
        }
    }

    /// <summary>What the two-person rule asks two people for is not sealed by one of them with a file.</summary>
    private static async Task RequireSecondAsync(HoiThiContext context, short contest, int before)
    {
        if (before > 0
            && await context.TwoPersonActs.AnyAsync(row => row.Act == "set.seal" && (row.Contest == contest || row.Contest == 0))
            && await context.QuestionSets.AnyAsync(set => set.Contest == contest && set.ContestVersion == before + 1))
        {
            throw new ContestImportException(
                "Hồ sơ này niêm phong lại đề, việc mà hội thi quy định cần hai người: hãy niêm phong ở trang của đợt thi.",
                "This would seal questions anew, for which the contest asks two people: seal them on the page of the round.");
        }
    }

    /// <summary>The rounds whose sealed questions somebody has with the zip before they are opened.</summary>
    private static short[] Unopened(LiveContest contest, TimeProvider time) =>
        [.. contest.LiveRounds.Where(round => round.Divisions.Any(rules => rules.LatestSet is not null) && round.Divisions[0].Opens > time.GetUtcNow().ToUnixTimeMilliseconds()).Select(round => round.Number)];

    internal static bool IsRunning(LiveContest contest, TimeProvider time) => contest.Rounds.Min(round => round.Opens) <= time.GetUtcNow().ToUnixTimeMilliseconds();

    private static NewContestView NewOf(ContestCatalog catalog, ConsoleForm form) =>
        new(catalog.All.OrderBy(contest => contest.Definition.Slug, StringComparer.Ordinal).Select(contest => contest.Definition).ToValueList(), [], form);
}
