using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;
using HoiThi.Core.Ranking;
using HoiThi.Server.Contests;
using HoiThi.Server.Results.Closing;
using HoiThi.Server.Results.Pages;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Results;

/// <summary>
/// Reads standings for boards, a page at a time: while a round is open along the index on the provisional keys, when it has
/// closed from its final order, in between perhaps from what the board showed when it was frozen.
/// </summary>
public sealed class StandingsQueries(IDbContextFactory<HoiThiContext> contexts)
{
    /// <summary>The results of the rounds that are closed, by round; 0 is the contest. What is the same for all divisions.</summary>
    public async Task<Dictionary<int, RoundResultRow>> ClosedRounds(LiveContest contest)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.RoundResults.AsNoTracking().Where(r => r.Contest == contest.Number && r.Division == 0).ToDictionaryAsync(r => (int)r.Round);
    }

    /// <summary>The result of a division in a closed round, or null.</summary>
    public async Task<RoundResultRow?> ResultOf(LiveContest contest, int round, int division)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.RoundResults.AsNoTracking().SingleOrDefaultAsync(r => r.Contest == contest.Number && r.Round == round && r.Division == division);
    }

    /// <summary>What the board of a division showed when it was frozen, or null.</summary>
    public async Task<FrozenBoardRow?> FrozenOf(LiveContest contest, int round, int division)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.FrozenBoards.AsNoTracking().SingleOrDefaultAsync(r => r.Contest == contest.Number && r.Round == round && r.Division == division);
    }

    /// <summary>How many people a division has in a round by now.</summary>
    public async Task<long> PeopleIn(LiveContest contest, int round, int division)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.Tallies.Where(t => t.Contest == contest.Number && t.Round == round && t.Division == division).SumAsync(t => t.People);
    }

    /// <summary>Places <paramref name="skip"/> + 1 onwards.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="board">The board.</param>
    /// <param name="skip">How many places come before.</param>
    /// <param name="take">How many places at most.</param>
    /// <param name="whole">Whether names stand in full, whatever the public sees.</param>
    public async Task<ValueList<StandingLine>> Lines(LiveContest contest, Board board, int skip, int take, bool whole = false)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var standings = take <= 0 ? [] : board.Source switch
        {
            BoardSource.Final => await FinalAsync(context, contest, board, skip, take),
            BoardSource.Frozen => await FrozenAsync(context, contest, board, skip, take),
            _ => await LiveAsync(context, contest, board, skip, take),
        };
        var names = await NamesOf(context, standings.Select(standing => standing.Contestant));
        var lines = new List<StandingLine>(standings.Count);
        foreach (var standing in standings)
        {
            Separation? separated = lines.Count == 0 ? null : Separation.Between(board.Chain, standings[lines.Count - 1], standing, board.Revealed);
            var name = names.GetValueOrDefault(standing.Contestant, "");
            var line = Line(contest, skip + lines.Count + 1, standing, name, board, separated?.Describe(contest.Zone));
            lines.Add(whole ? line with { Name = name, Contestant = standing.Contestant } : line);
        }

        return lines.ToValueList();
    }

    /// <summary>Who won in a closed round (0: over all rounds), best first; of one division or of all.</summary>
    public async Task<ValueList<WinnerLine>> Winners(LiveContest contest, int round, int? division = null, int most = 500)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var rows = await (
            from award in context.Awards
            where award.Contest == contest.Number && award.Round == round
            join standing in context.Standings on new { award.Contestant, award.Round } equals new { standing.Contestant, standing.Round }
            where division == null || standing.Division == division
            orderby award.Field, award.Prize, award.Place
            select new { award.Field, award.Prize, award.Place, award.Amount, standing }).AsNoTracking().Take(most).ToListAsync();
        var names = await NamesOf(context, rows.Select(row => row.standing.Contestant));
        var fields = PrizeField.Of(contest.Definition, round);
        var results = await context.RoundResults.AsNoTracking().Where(r => r.Contest == contest.Number && r.Round == round).ToDictionaryAsync(r => r.Division, r => r.Truth);
        return rows.Where(row => row.Field < fields.Count && row.Prize < fields[row.Field].Prizes.Count).Select(row =>
        {
            var revealed = new Revealed(results.GetValueOrDefault(row.standing.Division), contest.Round(Math.Max(1, round), row.standing.Division)!.Prediction?.Measure ?? default);
            var board = Board.Of(contest, round, row.standing.Division, BoardSource.Final, revealed);
            var prize = fields[row.Field].Prizes[row.Prize];
            return new WinnerLine(
                prize.Name,
                Line(contest, row.Place, row.standing.ToStanding(), names[row.standing.Contestant], board, null),
                row.Amount,
                contest.DivisionName(row.standing.Division),
                prize.Value);
        }).ToValueList();
    }

    /// <summary>Who won in a closed stage, best first.</summary>
    public async Task<ValueList<WinnerLine>> StageWinners(LiveContest contest, int stage)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var rounds = contest.Stage(stage)!.Rounds.Select(round => (short)round).ToArray();
        var prizes = contest.Stage(stage)!.Prizes;
        var awards = await context.Awards.AsNoTracking().Where(award => award.Contest == contest.Number && award.Round == stage)
            .OrderBy(award => award.Prize).ThenBy(award => award.Place).Take(500).ToListAsync();
        var names = await NamesOf(context, awards.Select(award => award.Contestant));
        var winners = new List<WinnerLine>(awards.Count);
        foreach (var award in awards.Where(award => award.Prize < prizes.Count))
        {
            var rows = await context.Standings.AsNoTracking().Where(row => row.Contestant == award.Contestant && rounds.Contains(row.Round)).ToListAsync();
            var sum = rows.OrderBy(row => row.Round).Aggregate((Standing?)null, (sum, row) => Standing.Sum(sum, before: null, row.ToStanding()))!;
            var board = Board.Of(contest, stage, sum.Division, BoardSource.Final, Revealed.Nothing);
            var prize = prizes[award.Prize];
            winners.Add(new WinnerLine(
                prize.Name, Line(contest, award.Place, sum, names[award.Contestant], board, null), award.Amount, contest.DivisionName(sum.Division), prize.Value));
        }

        return winners.ToValueList();
    }

    /// <summary>How many people of a division have how many right answers.</summary>
    public async Task<List<(int Correct, long People)>> Spread(LiveContest contest, int round, int division)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await Spreads.CountAsync(context, contest.Number, round, division);
    }

    /// <summary>Who was passed over in a closed round, and who is next in line. Places only: names stand in the ranking.</summary>
    public async Task<(ValueList<PassedOverLine> PassedOver, ValueList<StandingLine> Substitutes)> Beside(LiveContest contest, Board board)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var passed = await (
            from row in context.PassedOver
            where row.Contest == contest.Number && row.Round == board.Round
            join standing in context.Standings on new { row.Contestant, row.Round } equals new { standing.Contestant, standing.Round }
            where standing.Division == board.Division
            orderby row.Place
            select new { row.Place, row.Reason }).Take(200).ToListAsync();
        var next = await (
            from row in context.Substitutes
            where row.Contest == contest.Number && row.Round == board.Round
            join standing in context.Standings on new { row.Contestant, row.Round } equals new { standing.Contestant, standing.Round }
            where standing.Division == board.Division
            orderby row.Ordinal
            select new { row.Place, standing }).AsNoTracking().Take(200).ToListAsync();
        var names = await NamesOf(context, next.Select(row => row.standing.Contestant));
        return (
            passed.Select(row => new PassedOverLine(row.Place, ((PassedOverReason)row.Reason).Describe())).ToValueList(),
            next.Select(row => Line(contest, row.Place, row.standing.ToStanding(), names[row.standing.Contestant], board, null)).ToValueList());
    }

    private static async Task<List<Standing>> LiveAsync(HoiThiContext context, LiveContest contest, Board board, int skip, int take)
    {
        var rows = await context.Standings.AsNoTracking()
            .Where(s => s.Contest == contest.Number && s.Round == board.Round && s.Division == board.Division)
            .OrderBy(s => s.RankKey).Skip(skip).Take(take).ToListAsync();
        return rows.ConvertAll(row => row.ToStanding());
    }

    private static async Task<List<Standing>> FrozenAsync(HoiThiContext context, LiveContest contest, Board board, int skip, int take)
    {
        var rows = await context.FrozenPlaces.AsNoTracking()
            .Where(s => s.Contest == contest.Number && s.Round == board.Round && s.Division == board.Division && s.Place > skip && s.Place <= skip + take)
            .OrderBy(s => s.Place).ToListAsync();
        return rows.ConvertAll(row => row.ToStanding());
    }

    private static async Task<List<Standing>> FinalAsync(HoiThiContext context, LiveContest contest, Board board, int skip, int take)
    {
        await context.Database.OpenConnectionAsync();
        var session = new ResultSession(context, contest.Number);
        var ids = new List<ContestantId>(take);
        for (var place = skip; ids.Count < take;)
        {
            var page = FinalOrders.ReadPage(session, (short)board.Round, (short)board.Division, place / IdPages.Size);
            var last = Math.Min((page.Length / IdPages.IdSize) - (place % IdPages.Size), take - ids.Count);
            if (last <= 0)
            {
                break;
            }

            ids.AddRange(Enumerable.Range(place % IdPages.Size, last).Select(index => IdPages.At(page, index)));
            place += last;
        }

        var rows = new Dictionary<ContestantId, Standing>();
        foreach (var part in ids.Chunk(500))
        {
            var found = await context.Standings.AsNoTracking().Where(s => s.Round == board.Round && part.Contains(s.Contestant)).ToListAsync();
            found.ForEach(row => rows[row.Contestant] = row.ToStanding());
        }

        // Who is struck out after the closing is in the order until that is computed anew.
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    private static async Task<Dictionary<ContestantId, string>> NamesOf(HoiThiContext context, IEnumerable<ContestantId> ids)
    {
        var names = new Dictionary<ContestantId, string>();
        foreach (var part in ids.Distinct().Chunk(500))
        {
            var found = await context.Contestants.Where(person => part.Contains(person.Id)).Select(person => new { person.Id, person.Name }).ToListAsync();
            found.ForEach(person => names[person.Id] = person.Name);
        }

        return names;
    }

    private static StandingLine Line(LiveContest contest, long place, Standing standing, string name, Board board, LocalText? separated)
    {
        var above = contest.Units.AncestorsOf(standing.Unit).Select(number => contest.Units[number].Name).ToArray();
        return new StandingLine(
            place,
            ShownName.Of(name, contest.Definition.Publication.Names),
            contest.Units[standing.Unit].Name,
            above.Length == 0 ? null : new LocalText(string.Join(", ", above.Select(unit => unit.Vi)), string.Join(", ", above.Select(unit => unit.In(true)))),
            standing.Score,
            standing.Correct,
            board.Questions,
            standing.Prediction,
            board.Revealed.DistanceOf(standing.Prediction),
            standing.Time,
            DateTimeOffset.FromUnixTimeMilliseconds(standing.Submitted),
            separated);
    }
}
