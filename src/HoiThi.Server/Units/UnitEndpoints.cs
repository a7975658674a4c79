using HoiThi.Core.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Site;
using HoiThi.Server.Units.Pages;

namespace HoiThi.Server.Units;

/// <summary>The public board of participation.</summary>
public static class UnitEndpoints
{
    public static void MapUnits(this IEndpointRouteBuilder app) =>
        app.MapPublicPage("/competition/{slug}/participation", Participation);

    private static async Task<IResult> Participation(
        HttpContext context, string slug, int? round, string? unit, string? block, string? q, string? sort,
        ContestCatalog catalog, Boards boards, TimeProvider time)
    {
        if (catalog.Find(slug) is not { } contest)
        {
            return Reply.NotFound();
        }

        var now = time.GetUtcNow();
        var status = ContestStatus.At(contest.Definition, now);
        var tabs = RoundTab.Of(status);
        var shown = round ?? status.Current?.Round.Number ?? 0;
        if (tabs.All(tab => tab.Number != shown) || (unit is { Length: > 0 } && contest.Units.NumberOf(unit) is null))
        {
            return Reply.NotFound();
        }

        var live = shown == 0 ? status.State != ContestState.Over : status[shown].State != RoundState.Closed;
        var filter = new ParticipationFilter(
            unit is { Length: > 0 } ? unit : null,
            contest.Definition.Units.Blocks.Any(each => each.Code == block) ? block : null,
            (q ?? "").Trim(),
            Enum.TryParse<ParticipationSort>(sort, ignoreCase: true, out var by) && Enum.IsDefined(by) ? by : ParticipationSort.Share);
        return Page.Of<Participation>(context, new ParticipationView(
            contest.Definition, shown, tabs, live, await boards.CountedAt(contest), await boards.Participation(contest, shown), contest.Units, filter));
    }
}
