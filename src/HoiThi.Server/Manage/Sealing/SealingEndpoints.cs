using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Sealing.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Questions;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Manage.Sealing;

/// <summary>Composes the set of a round from the bank: looks at it, keeps the blueprint, seals.</summary>
internal static class SealingEndpoints
{
    /// <summary>A matrix of two hundred topics has more fields than other forms.</summary>
    private const int FormLimit = 128 * 1024;

    private const string Page = ConsoleRoute.Contest + "/rounds/{round:int}/sealing";
    private static readonly Access Readers = Access.Of(Role.Administrator, Role.Organiser, Role.QuestionEditor);
    private static readonly Access Organisers = Access.Of(Role.Administrator, Role.Organiser);

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(Page, Readers, Show),
        ConsoleRoute.Post(Page + "/check", Readers, Check),
        ConsoleRoute.Post(Page + "/blueprint", Organisers, SaveBlueprint),
        ConsoleRoute.Post(Page, Organisers, Seal),
    ];

    private static async Task<IResult> Show(HttpContext http, Visit visit, int round, string? division, string? done, HoiThiContext context, ProposalDesk desk, TimeProvider time)
    {
        if (PlaceOf(visit.Contest, round, division) is not { } place)
        {
            return Reply.NotFound();
        }

        var form = SealForm.Of(place.BlueprintIn(visit.Contest.Definition));
        return ConsolePage.Of<SealingPage>(http, await ViewOf(visit, place, BankFilter.All, form, context, desk, time) with { Done = done });
    }

    private static Task<IResult> Check(HttpContext http, Visit visit, int round, HoiThiContext context, ContestStore store, ProposalDesk desk, TimeProvider time) =>
        Composed(http, visit, round, context, desk, time, async (form, request) => await LookAsync(http, visit, form, request, context, store, desk, time));

    /// <summary>Keeps the blueprint of a round that is not sealed yet; with a sealed set it would be another set.</summary>
    private static Task<IResult> SaveBlueprint(
        HttpContext http, Visit visit, int round, HoiThiContext context, ContestStore store, ContestCatalog catalog, ProposalDesk desk, TimeProvider time) =>
        Composed(http, visit, round, context, desk, time, async (form, request) =>
        {
            var place = request.Place;
            if (IsSealed(visit.Contest, place) || await store.ExportAsync(visit.Contest.Definition.Slug) is not { } bundle)
            {
                return await Refused(ConsoleForm.Wrong(
                    null, "Đề đã niêm phong: ma trận chỉ đổi được bằng cách niêm phong bộ đề mới.", "The questions are sealed: another blueprint is another sealed set."));
            }

            var changed = bundle with { Contest = place.With(bundle.Contest, request.Lines) };
            var mistakes = changed.Check();
            var error = mistakes.Count > 0
                ? ConsoleForm.Wrong(null, $"Chưa lưu được: {mistakes[0]}", $"Not saved: {mistakes[0]}")
                : await ContestEndpoints.TakeInAsync(
                    visit, changed, catalog, store, time, "blueprint.edit", place.BlueprintIn(bundle.Contest).Select(SealLine.Of), request.Blueprint);
            return error is null ? ConsolePage.To(visit.To($"/rounds/{round}/sealing{(place.Division is null ? "?" : $"?division={place.Division}&")}done=saved")) : await Refused(error);

            async Task<IResult> Refused(FieldError wrong) => ConsolePage.Of<SealingPage>(
                http, await ViewOf(visit, place, request.Filter, ConsoleForm.Of(form, [wrong]), context, desk, time), StatusCodes.Status422UnprocessableEntity);
        });

    private static Task<IResult> Seal(HttpContext http, Visit visit, int round, HoiThiContext context, ContestStore store, ProposalDesk desk, TimeProvider time) =>
        Composed(http, visit, round, context, desk, time, async (form, request) =>
        {
            var reason = form["reason"].ToString().Trim();
            FieldError? error = request.Questions is null ? ConsoleForm.Wrong(null, "Hãy xem thử trước khi niêm phong.", "Look at the set before it is sealed.")
                : reason.Length is < 5 or > 300 ? ConsoleForm.Wrong("reason", "Hãy nêu căn cứ hoặc lý do trong một câu.", "Give the reason in a sentence.")
                : null;
            var outcome = error is null ? await desk.DoAsync(visit, "set.seal", visit.Contest.Definition.Rounds[round - 1].Title.Vi, request, reason) : new DeskOutcome(false, error);
            return outcome.Error is { } wrong
                ? await LookAsync(http, visit, form, request, context, store, desk, time, wrong)
                : ConsolePage.To(visit.To($"/rounds/{round}"), outcome.Proposed ? "proposed" : "sealed");
        });

    /// <summary>Reads the form; what is wrong in it is said beside it, and nothing is done.</summary>
    private static async Task<IResult> Composed(
        HttpContext http, Visit visit, int round, HoiThiContext context, ProposalDesk desk, TimeProvider time, Func<IFormCollection, SealRequest, Task<IResult>> act)
    {
        if (await FormBody.Read(http.Request, FormLimit) is not { } form)
        {
            return Reply.BadRequest();
        }

        if (PlaceOf(visit.Contest, round, form["division"]) is not { } place)
        {
            return Reply.NotFound();
        }

        var (request, errors) = SealForm.Read(round, form, await context.TopicsAsync(visit.Contest.Number));
        return errors.Count == 0
            ? await act(form, request)
            : ConsolePage.Of<SealingPage>(
                http, await ViewOf(visit, place, request.Filter, ConsoleForm.Of(form, errors), context, desk, time), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> LookAsync(
        HttpContext http, Visit visit, IFormCollection form, SealRequest request, HoiThiContext context, ContestStore store, ProposalDesk desk, TimeProvider time, params FieldError[] errors)
    {
        var draft = await SealDraft.OfAsync(context, store, visit.Contest, request);
        var view = await ViewOf(visit, request.Place, request.Filter, ConsoleForm.Of(form, errors), context, desk, time);
        view = view with
        {
            Mistakes = draft.Mistakes,
            Checked = draft.Mistakes.Count > 0 ? null : await SealPreviews.OfAsync(context, visit.Contest, request, draft, visit.Language),
        };
        return ConsolePage.Of<SealingPage>(http, view, errors.Length + draft.Mistakes.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<SealingView> ViewOf(
        Visit visit, SealPlace place, BankFilter filter, ConsoleForm form, HoiThiContext context, ProposalDesk desk, TimeProvider time)
    {
        var contest = visit.Contest;
        var topics = await context.TopicsAsync(contest.Number);
        var counts = (await context.CountsAsync(contest.Number, filter)).Where(count => count.State == QuestionState.Approved)
            .ToDictionary(count => (count.Topic, count.Difficulty), count => count.Count);
        return new SealingView(
            contest.Definition,
            contest.Definition.Rounds[place.Round - 1],
            place.Division ?? "",
            IsSealed(contest, place),
            contest.Round(place.Round)!.Opens <= time.GetUtcNow().ToUnixTimeMilliseconds(),
            await desk.NeedsSecondAsync(contest.Number, "set.seal"),
            topics,
            topics.Select(topic => new MatrixRow(topic, SealForm.Levels.Select(level => new MatrixCell(
                level.Name,
                level.Level is { } difficulty ? Available(topic, difficulty) : Enum.GetValues<Difficulty>().Sum(each => Available(topic, each)),
                form[SealForm.CountName(topic.Code, level.Name)],
                form[SealForm.PointName(topic.Code, level.Name)])).ToValueList())).ToValueList(),
            [],
            null,
            form);

        int Available(Topic topic, Difficulty difficulty) => counts.GetValueOrDefault((topic.Code, difficulty));
    }

    private static SealPlace? PlaceOf(LiveContest contest, int round, string? division) =>
        contest.LiveRound(round) is null ? null
        : string.IsNullOrEmpty(division) ? new SealPlace(round, null)
        : contest.Definition.Divisions.Any(each => each.Code == division) ? new SealPlace(round, division)
        : null;

    private static bool IsSealed(LiveContest contest, SealPlace place) =>
        contest.Round(place.Round, (short)place.DivisionIn(contest.Definition))?.LatestSet is not null;
}
