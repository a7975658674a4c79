using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Search;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Manage.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Organisers.Tables;
using HoiThi.Server.Results;
using HoiThi.Server.Results.Pages;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>Standings as organisers see them: at once, all places, names in full; and the act that publishes results.</summary>
internal static class StandingsEndpoints
{
    private const int Chunk = 500;
    private static readonly Access Readers = Access.Of(Role.Administrator, Role.Organiser, Role.Auditor);

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(ConsoleRoute.Contest + "/standings", Readers, Show, new MenuItem("Kết quả", "Results", MenuGroup.Results)),
        ConsoleRoute.Get(ConsoleRoute.Contest + "/standings/export.xlsx", Readers, Export),
        ConsoleRoute.Post(ConsoleRoute.Contest + "/standings/{round:int}/publish", Access.Of(Role.Administrator, Role.Organiser), Publish),
    ];

    private static async Task<IResult> Show(HttpContext http, Visit visit, StandingsQueries standings, DrawSeeds seeds, TimeProvider time, string? done)
    {
        var query = TableQuery.Of(http.Request);
        return await ViewOf(visit, query, standings, seeds, time, ConsoleForm.Empty, done) is { } view ? ConsolePage.Of<StandingsPage>(http, view) : Reply.NotFound();
    }

    private static async Task<IResult> Export(HttpContext http, Visit visit, StandingsQueries standings, DrawSeeds seeds, Exports exports, TimeProvider time)
    {
        var query = TableQuery.Of(http.Request);
        if (await BoardOf(visit, query, standings, seeds, time) is not var (_, board, people))
        {
            return Reply.NotFound();
        }

        var narrowed = IsNarrowed(query) ? await FoundAsync(visit, query, board, standings) : null;
        return await exports.AnswerAsync(
            visit,
            ExportSource.Of($"thu-hang-{visit.Contest.Definition.Slug}-{board.Round}", visit.Language, ColumnsOf(visit), narrowed?.Count ?? people, _ => narrowed ?? All()),
            "standings.export");

        IEnumerable<StandingLine> All()
        {
            for (var skip = 0; skip < people; skip += Chunk)
            {
                foreach (var line in standings.Lines(visit.Contest, board, skip, Chunk, whole: true).GetAwaiter().GetResult())
                {
                    yield return line;
                }
            }
        }
    }

    private static async Task<IResult> Publish(
        HttpContext http, Visit visit, int round, ProposalDesk desk, StandingsQueries standings, DrawSeeds seeds, TimeProvider time)
    {
        if ((round != 0 && visit.Contest.Round(round) is null) || await FormBody.Read(http.Request) is not { } form)
        {
            return Reply.NotFound();
        }

        FieldError error;
        if (ContestantsEndpoints.Reason(form) is { } reason)
        {
            var title = round == 0 ? "cả hội thi" : visit.Contest.Definition.Rounds[round - 1].Title.Vi;
            var outcome = await desk.DoAsync(visit, PublishResults.Name, title, new PublishPayload(round), reason);
            if (outcome.Error is null)
            {
                return ConsolePage.To(visit.To($"/standings?round={round}"), outcome.Proposed ? "proposed" : "published");
            }

            error = outcome.Error;
        }
        else
        {
            error = ContestantsEndpoints.NoReason;
        }

        var query = TableQuery.Of(http.Request) with { Filters = new Dictionary<string, string>(StringComparer.Ordinal) { ["round"] = round.ToString(System.Globalization.CultureInfo.InvariantCulture) } };
        var view = await ViewOf(visit, query, standings, seeds, time, ConsoleForm.Of(form, [error]), null);
        return view is null ? Reply.NotFound() : ConsolePage.Of<StandingsPage>(http, view, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<StandingsDeskView?> ViewOf(
        Visit visit, TableQuery query, StandingsQueries standings, DrawSeeds seeds, TimeProvider time, ConsoleForm form, string? done)
    {
        if (await BoardOf(visit, query, standings, seeds, time) is not var (tabs, board, people))
        {
            return null;
        }

        var contest = visit.Contest;
        var narrowed = IsNarrowed(query) ? await FoundAsync(visit, query, board, standings) : null;
        var count = narrowed?.Count ?? people;
        var page = query.Within(count);
        var rows = narrowed is null
            ? await standings.Lines(contest, board, page.Skip, TableQuery.PageSize, whole: true)
            : narrowed.Skip(page.Skip).Take(TableQuery.PageSize).ToValueList();
        return new StandingsDeskView(
            board.Round, tabs, board.Source == BoardSource.Final, NeedsPublishing(contest.Definition.Publication), contest.Published.Contains(board.Round),
            new TableView<StandingLine>(page, ColumnsOf(visit), FiltersOf(visit), rows, count), form, done);
    }

    private static async Task<(ValueList<RoundTab> Tabs, Board Board, long People)?> BoardOf(Visit visit, TableQuery query, StandingsQueries standings, DrawSeeds seeds, TimeProvider time)
    {
        var contest = visit.Contest;
        var tabs = RoundTab.Of(ContestStatus.At(contest.Definition, time.GetUtcNow()));
        var round = int.TryParse(query["round"], out var number) ? number : tabs[Math.Max(0, tabs.Count - 2)].Number;
        if (tabs.All(tab => tab.Number != round) || Results.ResultEndpoints.DivisionOf(contest, query["division"]) is not { } division)
        {
            return null;
        }

        var result = await standings.ResultOf(contest, round, division);
        var board = Board.Of(contest, round, division, result is null ? BoardSource.Live : BoardSource.Final, await Results.ResultEndpoints.RevealedOf(contest, round, division, result, seeds));
        return (tabs, board, result?.People ?? await standings.PeopleIn(contest, round, division));
    }

    private static bool NeedsPublishing(PublicationRules rules) => new[] { rules.Result, rules.Standings, rules.Answers, rules.Explanations, rules.Place }.Contains(Moment.WhenApproved);

    private static bool IsNarrowed(TableQuery query) => query.Text.Length > 0 || query["unit"].Length > 0 || query.Sort is not ("" or "place") || query.Descending;

    /// <summary>The places that are left, found along the whole board: a place is known by counting only.</summary>
    private static async Task<List<StandingLine>> FoundAsync(Visit visit, TableQuery query, Board board, StandingsQueries standings)
    {
        var contest = visit.Contest;
        var below = contest.Units.NumberOf(query["unit"]) is { } unit
            ? contest.Units.SubtreeOf(unit).ToArray().Select(number => contest.Units[number].Name).ToHashSet() : null;
        var wanted = new SearchQuery(query.Text);
        var found = new List<StandingLine>();
        for (var skip = 0; ; skip += Chunk)
        {
            var lines = await standings.Lines(contest, board, skip, Chunk, whole: true);
            found.AddRange(lines.Where(line => (below is null || below.Contains(line.Unit)) && Matches($"{line.Name} {line.Unit.Vi} {line.Above?.Vi}")));
            if (lines.Count < Chunk)
            {
                break;
            }
        }

        return ColumnsOf(visit).FirstOrDefault(column => column.Key == query.Sort && column.Sorts) is { } by ? [.. TableView.Ordered(found, by.Value, query.Descending)] : found;

        bool Matches(string text) => query.Text.Length == 0 || wanted.Matches(SearchText.Fold(text), text);
    }

    private static TableColumn<StandingLine>[] ColumnsOf(Visit visit) =>
    [
        new("place", new("Hạng", "Place"), line => line.Place) { Number = true },
        new("name", new("Họ và tên", "Name"), line => line.Name) { Href = line => visit.To($"/contestants/{line.Contestant!.Value.Value}") },
        new("unit", new("Đơn vị", "Unit"), line => visit.Language.Say(line.Unit)) { Wide = true, Small = line => line.Above is { } above ? visit.Language.Say(above) : null },
        new("score", new("Điểm", "Score"), line => line.Score / 100m) { Number = true, Text = (line, language) => language.Points(line.Score) },
        new("correct", new("Số câu đúng", "Right"), line => line.Correct) { Number = true },
        new("prediction", new("Dự đoán", "Prediction"), line => line.Prediction) { Number = true },
        new("time", new("Thời gian làm bài (giây)", "Time taken (seconds)"), line => line.Time / 1_000m) { Number = true, Text = (line, language) => language.Taken(line.Time) },
        new("submitted", new("Nộp lúc", "Submitted"), line => visit.Contest.Local(line.Submitted.ToUnixTimeMilliseconds())) { Text = (line, language) => language.Submission(visit.Contest.Local(line.Submitted.ToUnixTimeMilliseconds())) },
    ];

    private static IReadOnlyList<TableFilter> FiltersOf(Visit visit)
    {
        var (language, contest) = (visit.Language, visit.Contest);
        return
        [
            new("unit", language.Say("Đơn vị (và trực thuộc)", "Unit (and below)"), [.. contest.Units.Units.Select(unit => (unit.Code, language.Say(unit.Name)))], Search: true),
            .. contest.Definition.Divisions.Count == 0 ? [] : new TableFilter[] { new("division", language.Say("Bảng", "Division"), [.. contest.Definition.Divisions.Select(each => (each.Code, language.Say(each.Name)))]) },
        ];
    }
}
