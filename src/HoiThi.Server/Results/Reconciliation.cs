using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;
using HoiThi.Core.Scoring;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Results;

/// <summary>
/// Recounts every standing, tally and count of right answers from the attempts, marks every attempt anew, and says what differs. Reads one
/// contestant at a time, so a million attempts need no more memory than one.
/// </summary>
public sealed class Reconciliation(IDbContextFactory<HoiThiContext> contexts)
{
    /// <summary>Recounts a contest.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="report">Gets a line for each difference.</param>
    /// <param name="cancel">Stops the count.</param>
    public async Task<ReconciliationFigures> RunAsync(LiveContest contest, Action<string> report, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);

        await using var snapshot = await context.BeginSnapshotAsync(cancel);
        var stored = await context.Standings.AsNoTracking().Where(s => s.Contest == contest.Number).ToDictionaryAsync(s => (s.Contestant, s.Round), cancel);
        var tallies = new Dictionary<(short Round, short Division, int Unit), Tally>();
        var spread = new Dictionary<(short Round, short Division, int Correct), long>();
        var count = new ReconciliationFigures();
        var facts = await FactsOf(context, contest, cancel);
        var group = new List<Attempt>();
        var attempts = context.Attempts.AsNoTracking().Where(a => a.Contest == contest.Number).OrderBy(a => a.Contestant).ThenBy(a => a.Round);
        await foreach (var row in attempts.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (group.Count > 0 && group[0].Id.Contestant != row.Contestant)
            {
                Recount(contest, group, facts, stored, tallies, spread, count, report);
                group.Clear();
            }

            group.Add(row.ToAttempt(facts.Marks.GetValueOrDefault((row.Contestant, row.Round, row.Ordinal))));
        }

        Recount(contest, group, facts, stored, tallies, spread, count, report);
        foreach (var left in stored.Keys)
        {
            count.Differ(report, $"standing of {left.Contestant.Value} in round {left.Round}: stored, but no attempt counts");
        }

        await CompareTallies(context, contest, tallies, count, report, cancel);
        await CompareSpread(context, contest, spread, count, report, cancel);
        return count;
    }

    private static void Recount(
        LiveContest contest, List<Attempt> attempts, Facts facts, Dictionary<(ContestantId, short), StandingRow> stored,
        Dictionary<(short, short, int), Tally> tallies, Dictionary<(short, short, int), long> spread, ReconciliationFigures count, Action<string> report)
    {
        var standings = new List<Standing>();
        foreach (var round in attempts.GroupBy(attempt => attempt.Id.Round))
        {
            var rules = contest.Round(round.Key, facts.Divisions.GetValueOrDefault(attempts[0].Id.Contestant))!;
            var marked = round.Select(attempt => Mark(rules, attempt, count, report)).ToArray();
            var registered = stored.GetValueOrDefault((marked[0].Id.Contestant, round.Key))?.Registered ?? 0;
            if (Standing.Of(rules, registered, marked) is { } standing)
            {
                standings.Add(standing);
                Compare(standing, stored, tallies, spread, count, report);
            }
        }

        if (standings.Count > 0
            && Standing.Total(contest.Round(standings[0].Round, standings[0].Division)!, standings) is { } whole)
        {
            Compare(whole, stored, tallies, spread, count, report);
        }
    }

    /// <summary>What is needed beside the attempts; where there are neither divisions nor essays it is nothing.</summary>
    private static async Task<Facts> FactsOf(HoiThiContext context, LiveContest contest, CancellationToken cancel)
    {
        var divisions = contest.DivisionCount == 1 ? [] : await context.Contestants.AsNoTracking()
            .Where(c => c.Contest == contest.Number).Select(c => new { c.Id, c.Division }).ToDictionaryAsync(c => c.Id, c => c.Division, cancel);
        var marks = await context.Marks.AsNoTracking().Where(m => m.Contest == contest.Number).ToListAsync(cancel);
        return new Facts(divisions, marks
            .GroupBy(mark => (mark.Contestant, mark.Round, mark.Ordinal))
            .ToDictionary(
                group => group.Key,
                group => group.OrderBy(mark => mark.Position).Select(mark => new EssayMark(mark.Position, mark.Points)).ToValueList()));
    }

    private sealed record Facts(
        Dictionary<ContestantId, short> Divisions, Dictionary<(ContestantId Contestant, short Round, short Ordinal), ValueList<EssayMark>> Marks);

    private static Attempt Mark(RoundRules rules, Attempt attempt, ReconciliationFigures count, Action<string> report)
    {
        count.Attempts++;
        if (!attempt.Counts)
        {
            return attempt;
        }

        var grade = Grade.Of(Paper.Draw(rules.MarkedBy(attempt.SetVersion), attempt.DrawnAs), attempt.Answers, attempt.Marks);
        if (grade != attempt.Counted(rules).Grade)
        {
            count.Differ(report, $"attempt {attempt.Id}: stored {attempt.Grade}, marked anew {grade}");
        }

        return attempt with { Grade = grade };
    }

    private static void Compare(
        Standing standing, Dictionary<(ContestantId, short), StandingRow> stored,
        Dictionary<(short, short, int), Tally> tallies, Dictionary<(short, short, int), long> spread, ReconciliationFigures count, Action<string> report)
    {
        count.Standings++;
        var key = (standing.Round, standing.Division, standing.Unit);
        tallies[key] = tallies.GetValueOrDefault(key) + Tally.Of(standing);
        var band = (standing.Round, standing.Division, standing.Correct);
        spread[band] = spread.GetValueOrDefault(band) + 1;
        stored.Remove((standing.Contestant, standing.Round), out var row);
        if (row?.ToStanding() != standing)
        {
            count.Differ(report, $"standing of {standing.Contestant.Value} in round {standing.Round}: stored {row?.ToStanding()}, counted {standing}");
        }
    }

    private static async Task CompareTallies(
        HoiThiContext context, LiveContest contest, Dictionary<(short Round, short Division, int Unit), Tally> counted,
        ReconciliationFigures count, Action<string> report, CancellationToken cancel)
    {
        var rows = await context.Tallies.AsNoTracking().Where(t => t.Contest == contest.Number).ToListAsync(cancel);
        var stored = rows.GroupBy(t => (t.Round, t.Division, t.Unit)).ToDictionary(g => g.Key, g => g.Aggregate(default(Tally), (sum, t) => sum + t.ToTally()));
        foreach (var key in stored.Keys.Union(counted.Keys).Order())
        {
            count.Tallies++;
            var (held, should) = (stored.GetValueOrDefault(key), counted.GetValueOrDefault(key));
            if (held != should)
            {
                count.Differ(report, $"tally of unit {key.Unit}{(contest.DivisionCount == 1 ? "" : $", division {key.Division}")} in round {key.Round}: stored {held}, counted {should}");
            }
        }
    }

    private static async Task CompareSpread(
        HoiThiContext context, LiveContest contest, Dictionary<(short Round, short Division, int Correct), long> counted,
        ReconciliationFigures count, Action<string> report, CancellationToken cancel)
    {
        var rows = await context.Spread.AsNoTracking().Where(s => s.Contest == contest.Number).ToListAsync(cancel);
        var stored = rows.GroupBy(s => (s.Round, s.Division, s.Correct)).ToDictionary(g => g.Key, g => g.Sum(s => s.People));
        foreach (var key in stored.Keys.Union(counted.Keys).Order())
        {
            var (held, should) = (stored.GetValueOrDefault(key), counted.GetValueOrDefault(key));
            if (held != should)
            {
                count.Differ(report, $"people with {key.Correct} right answers in round {key.Round}: stored {held}, counted {should}");
            }
        }
    }
}

/// <summary>What a recount looked at, and how much of it differed.</summary>
public sealed class ReconciliationFigures
{
    public long Attempts { get; set; }

    public long Standings { get; set; }

    public long Tallies { get; set; }

    public long Differences { get; private set; }

    internal void Differ(Action<string> report, string what)
    {
        Differences++;
        report(what);
    }
}
