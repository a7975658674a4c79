using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Search;
using HoiThi.Core.Statistics;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Results.Pages;
using HoiThi.Server.Site;

namespace HoiThi.Server.Results;

/// <summary>The public standings.</summary>
public static class ResultEndpoints
{
    private const int PageSize = 50;

    public static void MapResults(this IEndpointRouteBuilder app) =>
        app.MapGet("/competition/{slug}/standings", Standings).CacheOutput(SiteCaches.Public);

    private static async Task<IResult> Standings(
        HttpContext context, string slug, int? round, int? page, string? q,
        ContestCatalog catalog, Boards boards, StandingsQueries standings, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (catalog.Find(slug) is not { } contest)
        {
            return Reply.NotFound();
        }

        var status = ContestStatus.At(contest.Definition, now);
        var tabs = RoundTab.Of(status);
        var shown = round ?? tabs[Math.Max(0, tabs.Count - 2)].Number;
        if (tabs.All(tab => tab.Number != shown))
        {
            return Reply.NotFound();
        }

        var closed = await standings.ClosedRounds(contest);
        var state = StateOf(contest, status, shown, closed);
        var people = (await boards.Totals(contest)).GetValueOrDefault(shown).People;
        var visible = (int)Math.Min(people, contest.Definition.Publication.StandingsShown);
        var truth = closed.GetValueOrDefault(shown)?.Truth;
        var query = (q ?? "").Trim();
        var hidden = state == StandingsState.Hidden;
        var found = hidden || query.Length == 0 ? [] : await Search(contest, standings, shown, truth, visible, query);
        var pages = Math.Max(1, ((query.Length == 0 ? visible : found.Count) + PageSize - 1) / PageSize);
        var number = Math.Clamp(page ?? 1, 1, pages);
        var skip = (number - 1) * PageSize;
        var lines = hidden ? []
            : query.Length > 0 ? found.Skip(skip).Take(PageSize).ToValueList()
            : await standings.Lines(contest, shown, truth, skip, Math.Min(PageSize, visible - skip));
        return Page.Of<Standings>(context, new StandingsView(
            contest.Definition, shown, tabs, state, now, people, truth,
            state == StandingsState.Official && shown > 0 ? await standings.Winners(contest, shown) : [],
            lines, number, pages, query,
            hidden || shown == 0 ? [] : ScoreBands.Of(contest.Round(shown)!.CurrentSet.PaperLength, await standings.Spread(contest, shown))));
    }

    /// <summary>Looks among the places that are shown, with or without diacritics.</summary>
    private static async Task<ValueList<StandingLine>> Search(
        LiveContest contest, StandingsQueries standings, int round, long? truth, int visible, string query)
    {
        var wanted = new SearchQuery(query);
        var all = await standings.Lines(contest, round, truth, 0, visible);
        return all.Where(line => Matches(line.Name) || Matches($"{line.Unit.Vi} {line.Above?.Vi}")).ToValueList();

        bool Matches(string text) => wanted.Matches(SearchText.Fold(text), text);
    }

    private static StandingsState StateOf(LiveContest contest, ContestStatus status, int round, Dictionary<int, Storage.RoundResultRow> closed)
    {
        var over = round == 0 ? status.State == ContestState.Over : status[round].State == RoundState.Closed;
        var shownFrom = contest.Definition.Publication.Standings;
        if (shownFrom == Moment.Never || (shownFrom == Moment.AfterContest && status.State != ContestState.Over) || (shownFrom == Moment.AfterRound && !over))
        {
            return StandingsState.Hidden;
        }

        if (!over)
        {
            return StandingsState.Provisional;
        }

        var settled = round == 0 ? closed.Count == contest.Rounds.Count : closed.ContainsKey(round);
        return settled ? StandingsState.Official : StandingsState.Closed;
    }
}
