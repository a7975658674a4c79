using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;
using HoiThi.Server.Contests;
using HoiThi.Server.Results.Pages;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Results;

/// <summary>Reads standings for boards: along the index on the chain's bytes, a page at a time.</summary>
public sealed class StandingsQueries(IDbContextFactory<HoiThiContext> contexts)
{
    /// <summary>The results of the rounds that are closed, by round.</summary>
    public async Task<Dictionary<int, RoundResultRow>> ClosedRounds(LiveContest contest)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.RoundResults.AsNoTracking().Where(r => r.Contest == contest.Number).ToDictionaryAsync(r => (int)r.Round);
    }

    /// <summary>Who won in a closed round, best first.</summary>
    public async Task<ValueList<WinnerLine>> Winners(LiveContest contest, int round)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var truth = await context.RoundResults.Where(r => r.Contest == contest.Number && r.Round == round).Select(r => r.Truth).SingleOrDefaultAsync();
        var query =
            from award in context.Awards
            where award.Contest == contest.Number && award.Round == round
            join standing in context.Standings on new { award.Contestant, award.Round } equals new { standing.Contestant, standing.Round }
            join person in context.Contestants on award.Contestant equals person.Id
            orderby award.Place
            select new { award.Prize, award.Place, standing, person.Name };
        var rows = await query.AsNoTracking().ToListAsync();
        var prizes = contest.Definition.Prizes.Round;
        return rows.Select(row => new WinnerLine(prizes[row.Prize].Name, Line(contest, row.Place, row.standing.ToStanding(), row.Name, truth, null))).ToValueList();
    }

    /// <summary>Places <paramref name="skip"/> + 1 onwards.</summary>
    public async Task<ValueList<StandingLine>> Lines(LiveContest contest, int round, long? truth, int skip, int take)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var query =
            from standing in context.Standings
            where standing.Contest == contest.Number && standing.Round == round
            orderby standing.RankKey
            join person in context.Contestants on standing.Contestant equals person.Id
            select new { standing, person.Name };
        var rows = await query.AsNoTracking().Skip(skip).Take(take).ToListAsync();
        var chain = round == 0 ? contest.Definition.Ranking.Contest : contest.Definition.Ranking.Round;
        var lines = new List<StandingLine>(rows.Count);
        Standing? above = null;
        foreach (var row in rows)
        {
            var standing = row.standing.ToStanding();
            Separation? separated = above is null ? null : Separation.Between(chain, above, standing, new Revealed(truth));
            lines.Add(Line(contest, skip + lines.Count + 1, standing, row.Name, truth, separated?.Describe(contest.Zone)));
            above = standing;
        }

        return lines.ToValueList();
    }

    /// <summary>How many people have how many right answers.</summary>
    public async Task<List<(int Correct, long People)>> Spread(LiveContest contest, int round)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var rows = await context.Standings.Where(s => s.Contest == contest.Number && s.Round == round)
            .GroupBy(s => s.Correct).Select(group => new { Correct = group.Key, People = group.LongCount() }).ToListAsync();
        return rows.ConvertAll(row => (row.Correct, row.People));
    }

    private static StandingLine Line(LiveContest contest, long place, Standing standing, string name, long? truth, LocalText? separated)
    {
        var above = contest.Units.AncestorsOf(standing.Unit).Select(number => contest.Units[number].Name).ToArray();
        return new StandingLine(
            place,
            name,
            contest.Units[standing.Unit].Name,
            above.Length == 0 ? null : new LocalText(string.Join(", ", above.Select(unit => unit.Vi)), string.Join(", ", above.Select(unit => unit.In(true)))),
            standing.Score,
            standing.Correct,
            QuestionsIn(contest, standing.Round),
            standing.Prediction,
            standing.Prediction is { } guess && truth is { } counted ? Math.Abs(guess - counted) : null,
            standing.Time,
            DateTimeOffset.FromUnixTimeMilliseconds(standing.Submitted),
            separated);
    }

    private static int QuestionsIn(LiveContest contest, int round) =>
        round == 0 ? contest.Rounds.Sum(rules => rules.CurrentSet.PaperLength) : contest.Round(round)!.CurrentSet.PaperLength;
}
