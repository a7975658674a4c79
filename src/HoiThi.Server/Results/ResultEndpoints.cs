using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;
using HoiThi.Core.Ranking;
using HoiThi.Core.Search;
using HoiThi.Core.Statistics;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Results.Pages;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Results;

/// <summary>The public standings, and the results of the contest.</summary>
public static class ResultEndpoints
{
    private const int PageSize = 50;

    public static void MapResults(this IEndpointRouteBuilder app)
    {
        app.MapPublicPage("/competition/{slug}/standings", Standings);
        app.MapPublicPage("/competition/{slug}/results", Results);
    }

    private static async Task<IResult> Standings(
        HttpContext context, string slug, int? round, string? division, int? page, string? q,
        ContestCatalog catalog, StandingsQueries standings, DrawSeeds seeds, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (catalog.Find(slug) is not { } contest)
        {
            return Reply.NotFound();
        }

        var status = ContestStatus.At(contest.Definition, now);
        var tabs = RoundTab.Of(status);
        var shown = round ?? tabs[Math.Max(0, tabs.Count - 2)].Number;
        if (tabs.All(tab => tab.Number != shown) || DivisionOf(contest, division) is not { } index)
        {
            return Reply.NotFound();
        }

        var result = await standings.ResultOf(contest, shown, index);
        var state = await StateOf(contest, status, shown, result, standings, now);
        var frozen = result is null && Freezes(contest, status, shown, now) ? await standings.FrozenOf(contest, shown, index) : null;
        var source = result is not null ? BoardSource.Final : frozen is not null ? BoardSource.Frozen : BoardSource.Live;
        var board = Board.Of(contest, shown, index, source, await RevealedOf(contest, shown, index, result, seeds));
        var people = result?.People ?? frozen?.People ?? await standings.PeopleIn(contest, shown, index);
        var visible = (int)Math.Min(people, contest.Definition.Publication.StandingsShown);
        var query = (q ?? "").Trim();
        var hidden = state is StandingsState.Hidden or StandingsState.Awaiting;
        var found = hidden || query.Length == 0 ? [] : await Search(contest, standings, board, visible, query);
        var pages = Math.Max(1, ((query.Length == 0 ? visible : found.Count) + PageSize - 1) / PageSize);
        var number = Math.Clamp(page ?? 1, 1, pages);
        var skip = (number - 1) * PageSize;
        var official = !hidden && result is not null;
        var beside = official ? await standings.Beside(contest, board) : ([], []);
        return Page.Of<Standings>(context, new StandingsView(
            contest.Definition, shown, tabs, state, frozen is null ? now : DateTimeOffset.FromUnixTimeMilliseconds(frozen.Taken), people, result?.Truth,
            official ? await standings.Winners(contest, shown, contest.Definition.Divisions.Count == 0 ? null : index) : [],
            hidden ? []
                : query.Length > 0 ? found.Skip(skip).Take(PageSize).ToValueList()
                : await standings.Lines(contest, board, skip, Math.Min(PageSize, visible - skip)),
            number, pages, query,
            hidden ? [] : BandsOf(board.Questions, await SpreadOf(contest, shown, index, result, frozen, standings)))
        {
            Chain = board.Chain,
            Division = contest.Definition.Divisions.Count == 0 ? null : contest.Definition.Divisions[index].Code,
            Divisions = contest.Definition.Divisions.Select(each => new DivisionTab(each.Code, each.Name)).ToValueList(),
            PassedOver = beside.PassedOver,
            Substitutes = beside.Substitutes,
            ComplaintsUntil = ComplaintsUntil(contest, shown),
            Frozen = frozen is not null,
            Corrections = CorrectionsOf(contest, shown == 0 ? null : shown, now),
            Draw = await DrawOf(contest, shown, index, result, seeds),
        });
    }

    private static async Task<IResult> Results(
        HttpContext context, string slug, ContestCatalog catalog, StandingsQueries standings, CollectiveBoards collective, JuryBoard jury, TimeProvider time)
    {
        if (catalog.Find(slug) is not { } contest)
        {
            return Reply.NotFound();
        }

        var now = time.GetUtcNow();
        var status = ContestStatus.At(contest.Definition, now);
        var result = await standings.ResultOf(contest, 0, 0);
        var state = await StateOf(contest, status, 0, result, standings, now);
        var hidden = state is StandingsState.Hidden or StandingsState.Awaiting;

        // Figures of units change all the time and are held back with the board that would show them.
        var frozen = result is null && Freezes(contest, status, 0, now);
        return Page.Of<Pages.Results>(context, new ResultsView(
            contest.Definition,
            state,
            result is null ? now : DateTimeOffset.FromUnixTimeMilliseconds(result.Computed),
            ComplaintsUntil(contest, 0),
            hidden || result is null ? [] : await standings.Winners(contest, 0),
            hidden || frozen ? [] : await collective.Of(contest, result?.Computed))
        {
            Stages = hidden ? [] : await StagesOf(contest, standings),
            Jury = hidden ? [] : await jury.Of(contest),
            Corrections = CorrectionsOf(contest, round: null, now),
        });
    }

    /// <summary>The keys that were corrected, of a round or of all. While a round is open, the reason could tell what is right.</summary>
    private static ValueList<CorrectionLine> CorrectionsOf(LiveContest contest, int? round, DateTimeOffset now) =>
        [.. contest.Notices.Where(notice => (round is null || notice.Round == round) && now.ToUnixTimeMilliseconds() >= contest.Round(notice.Round)!.Settled)
            .OrderByDescending(notice => notice.Moment)
            .Select(notice => new CorrectionLine(contest.Definition.Rounds[notice.Round - 1].Title, notice.Questions, contest.Local(notice.Moment), notice.Reason))];

    private static async Task<ValueList<StageWinners>> StagesOf(LiveContest contest, StandingsQueries standings)
    {
        var closed = contest.Definition.Stages.Count == 0 ? [] : await standings.ClosedRounds(contest);
        var stages = new List<StageWinners>();
        foreach (var (index, stage) in contest.Definition.Stages.Index().Where(stage => closed.ContainsKey(-1 - stage.Index)))
        {
            stages.Add(new StageWinners(stage.Title, await standings.StageWinners(contest, -1 - index)));
        }

        return stages.ToValueList();
    }

    internal static int? DivisionOf(LiveContest contest, string? code) =>
        string.IsNullOrEmpty(code) ? 0
        : contest.Definition.Divisions.Select((each, index) => (each.Code, index)).Where(each => each.Code == code).Select(each => (int?)each.index).FirstOrDefault();

    /// <summary>Looks among the places that are shown, and in what is shown of them, with or without diacritics.</summary>
    private static async Task<ValueList<StandingLine>> Search(LiveContest contest, StandingsQueries standings, Board board, int visible, string query)
    {
        var wanted = new SearchQuery(query);
        var all = await standings.Lines(contest, board, 0, visible);
        return all.Where(line => Matches(line.Name) || Matches($"{line.Unit.Vi} {line.Above?.Vi}")).ToValueList();

        bool Matches(string text) => wanted.Matches(SearchText.Fold(text), text);
    }

    internal static async Task<Revealed> RevealedOf(LiveContest contest, int round, int division, RoundResultRow? result, DrawSeeds seeds) => result is null
        ? Revealed.Nothing
        : new Revealed(
            result.Truth,
            contest.LiveRounds.Where(each => round == 0 || each.Number == round).Select(each => each.Of((short)division).Prediction?.Measure).LastOrDefault(each => each is not null) ?? default,
            await seeds.OfAsync(contest, round));

    private static async Task<List<(int Correct, long People)>> SpreadOf(
        LiveContest contest, int round, int division, RoundResultRow? result, FrozenBoardRow? frozen, StandingsQueries standings) =>
        round == 0 ? []
        : (result?.Spread ?? frozen?.Spread) is { } stored ? Spreads.Read(stored)
        : await standings.Spread(contest, round, division);

    /// <summary>Bands; none where what counts is more than one paper.</summary>
    private static ValueList<ScoreBand> BandsOf(int questions, List<(int Correct, long People)> spread) =>
        spread.Count == 0 || spread.Exists(line => line.Correct > questions) ? [] : ScoreBands.Of(questions, spread);

    private static async Task<DrawNotice?> DrawOf(LiveContest contest, int round, int division, RoundResultRow? result, DrawSeeds seeds)
    {
        var draws = Board.Of(contest, round, division, BoardSource.Live, Revealed.Nothing).Chain.Contains(RankingKey.Random)
            || PrizeField.Of(contest.Definition, round).Any(field => field.Prizes.Any(prize => prize.By == PrizeOrder.Draw));
        return !draws ? null
            : await seeds.OfAsync(contest, round) is var seed ? new DrawNotice(seed.Commitment, result is null ? null : seed.ToString()) : null;
    }

    /// <summary>Until when results can be complained of; null where they cannot.</summary>
    private static DateTimeOffset? ComplaintsUntil(LiveContest contest, int round) =>
        contest.Definition.Publication.ComplaintDays is > 0 and var days
            ? DateTimeOffset.FromUnixTimeMilliseconds(round == 0 ? contest.Rounds.Max(rules => rules.Closes) : contest.Round(round)!.Closes).AddDays(days)
            : null;

    /// <summary>Whether the board stands still now; that of the contest does with each round's.</summary>
    private static bool Freezes(LiveContest contest, ContestStatus status, int round, DateTimeOffset now) => round == 0
        ? status.Rounds.Any(each => each.State != RoundState.Closed && Publishing.FreezesAt(contest, each.Round.Number) <= now)
        : Publishing.FreezesAt(contest, round) <= now;

    private static async Task<StandingsState> StateOf(
        LiveContest contest, ContestStatus status, int round, RoundResultRow? result, StandingsQueries standings, DateTimeOffset now)
    {
        var over = round == 0 ? status.State == ContestState.Over : status[round].State == RoundState.Closed;
        var shownFrom = contest.Definition.Publication.Standings;
        if (shownFrom == Moment.Never || (shownFrom == Moment.AfterContest && status.State != ContestState.Over) || (shownFrom == Moment.AfterRound && !over))
        {
            return StandingsState.Hidden;
        }

        if (shownFrom == Moment.WhenApproved && !contest.Published.Contains(round))
        {
            return over ? StandingsState.Awaiting : StandingsState.Hidden;
        }

        // Where only the higher prize is kept, a round's winners may still change with the rounds that follow.
        return !over ? StandingsState.Provisional
            : result is null ? StandingsState.Closed
            : ComplaintsUntil(contest, round) > now ? StandingsState.Complaints
            : contest.Definition.Prizes.Limit == PrizeLimit.OnlyHigher && round > 0 && await standings.ResultOf(contest, 0, 0) is null ? StandingsState.PrizesOpen
            : StandingsState.Official;
    }
}
