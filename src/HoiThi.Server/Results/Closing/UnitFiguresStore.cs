using System.Globalization;
using System.Text.Json;
using HoiThi.Core;
using HoiThi.Core.Collective;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.People;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Results.Closing;

/// <summary>What collective awards are computed from: counted now, or as it was stored when the contest closed.</summary>
internal static class UnitFiguresStore
{
    /// <summary>Counts the figures of all units as they are now.</summary>
    public static async Task<Dictionary<int, UnitFigures>> CountAsync(
        HoiThiContext context, LiveContest contest, Secrets secrets, CancellationToken cancel)
    {
        var tallies = await context.Tallies.AsNoTracking().Where(row => row.Contest == contest.Number && row.Round == 0).ToListAsync(cancel);
        var counts = tallies.GroupBy(row => row.Unit).ToDictionary(unit => unit.Key, unit => unit.Aggregate(default(Tally), (sum, row) => sum + row.ToTally()));
        var prizes = await PrizesAsync(context, contest, cancel);
        var publicity = await context.Publicity.AsNoTracking().Where(row => row.Contest == contest.Number)
            .GroupBy(row => row.Unit).Select(unit => new { Unit = unit.Key, Points = unit.Sum(row => (long)row.Points) }).ToDictionaryAsync(unit => unit.Unit, unit => unit.Points, cancel);
        var best = await BestAsync(context, contest, cancel);
        var compulsory = await CompulsoryAsync(context, contest, secrets, cancel);
        var registered = await context.Contestants.Where(person => person.Contest == contest.Number)
            .GroupBy(person => person.Unit).Select(unit => new { Unit = unit.Key, People = unit.LongCount() }).ToDictionaryAsync(unit => unit.Unit, unit => unit.People, cancel);
        return Enumerable.Range(1, contest.Units.Count).ToDictionary(unit => unit, unit => new UnitFigures(
            counts.GetValueOrDefault(unit),
            compulsory.GetValueOrDefault(unit),
            prizes.GetValueOrDefault(unit) ?? [],
            publicity.GetValueOrDefault(unit),
            best.Of(unit),
            registered.GetValueOrDefault(unit)));
    }

    /// <summary>The figures stored when the contest closed; empty before.</summary>
    public static async Task<Dictionary<int, UnitFigures>> ReadAsync(HoiThiContext context, LiveContest contest, CancellationToken cancel)
    {
        var rows = await context.UnitFigures.AsNoTracking().Where(row => row.Contest == contest.Number).ToListAsync(cancel);
        return rows.ToDictionary(row => row.Unit, row => new UnitFigures(
            new Tally(row.People, row.Attempts, row.PerfectPeople, row.PerfectAttempts, row.Score),
            new Share(row.Compulsory, row.CompulsoryOf),
            Numbers(row.Prizes),
            row.Publicity,
            Numbers(row.BestScores),
            row.Registered));
    }

    /// <summary>Stores figures in place of those before.</summary>
    public static async Task WriteAsync(HoiThiContext context, LiveContest contest, Dictionary<int, UnitFigures> figures, CancellationToken cancel)
    {
        await context.UnitFigures.Where(row => row.Contest == contest.Number).ExecuteDeleteAsync(cancel);
        context.UnitFigures.AddRange(figures.Where(unit => unit.Value != UnitFigures.None).Select(unit => new UnitFiguresRow(
            contest.Number,
            unit.Key,
            unit.Value.Counts.People,
            unit.Value.Counts.Attempts,
            unit.Value.Counts.PerfectPeople,
            unit.Value.Counts.PerfectAttempts,
            unit.Value.Counts.Score,
            (int)unit.Value.Compulsory.People,
            (int)unit.Value.Compulsory.Headcount,
            string.Join(',', unit.Value.Prizes),
            unit.Value.Publicity,
            string.Join(',', unit.Value.BestScores),
            unit.Value.Registered)));
        await context.SaveChangesAsync(cancel);
        context.ChangeTracker.Clear();
    }

    private static ValueList<int> Numbers(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(each => int.Parse(each, CultureInfo.InvariantCulture)).ToValueList();

    private static async Task<Dictionary<int, ValueList<int>>> PrizesAsync(HoiThiContext context, LiveContest contest, CancellationToken cancel)
    {
        var counts = await (
            from award in context.Awards
            where award.Contest == contest.Number
            join person in context.Contestants on award.Contestant equals person.Id
            group award by new { person.Unit, award.Prize } into prize
            select new { prize.Key.Unit, prize.Key.Prize, Count = prize.Count() }).ToListAsync(cancel);
        return counts.GroupBy(line => line.Unit).ToDictionary(
            unit => unit.Key,
            unit => Enumerable.Range(0, unit.Max(line => line.Prize) + 1)
                .Select(prize => unit.Where(line => line.Prize == prize).Sum(line => line.Count)).ToValueList());
    }

    /// <summary>The best scores of each unit's people over the contest, as many as any award sums.</summary>
    private static async Task<BestScores> BestAsync(HoiThiContext context, LiveContest contest, CancellationToken cancel)
    {
        var best = new BestScores(contest.Definition);
        if (!best.AreAsked)
        {
            return best;
        }

        await context.Database.OpenConnectionAsync(cancel);
        await using var command = new ResultSession(context, contest.Number).Command("SELECT unit, score FROM standing WHERE contest = @contest AND round = 0");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            best.Add(rows.GetInt32(0), rows.GetInt32(1));
        }

        return best;
    }

    /// <summary>Of each unit's people on compulsory lists, how many took part. Who never joined is of the unit that the list names.</summary>
    private static async Task<Dictionary<int, Share>> CompulsoryAsync(HoiThiContext context, LiveContest contest, Secrets secrets, CancellationToken cancel)
    {
        var lists = contest.Definition.Lists.Where(list => list.Role == ListRole.Compulsory).Select(list => list.Code).ToArray();
        if (lists.Length == 0)
        {
            return [];
        }

        var listed = await context.ListedPeople.AsNoTracking().Where(row => row.Contest == contest.Number && lists.Contains(row.List)).ToListAsync(cancel);
        var sat = await (
            from person in context.ListedPeople
            where person.Contest == contest.Number && lists.Contains(person.List)
            join standing in context.Standings on person.Contestant equals standing.Contestant
            where standing.Round == 0
            select new { person.Contestant, standing.Unit }).Distinct().ToDictionaryAsync(line => line.Contestant, line => line.Unit, cancel);
        return listed.DistinctBy(row => row.Contestant)
            .Select(row => sat.TryGetValue(row.Contestant, out var unit) ? (Unit: unit, Sat: 1) : (Unit: UnitOf(row) ?? 0, Sat: 0))
            .GroupBy(line => line.Unit).ToDictionary(unit => unit.Key, unit => new Share(unit.Sum(line => line.Sat), unit.Count()));

        int? UnitOf(ListedPersonRow row) =>
            JsonSerializer.Deserialize<ListedPerson>(secrets.Decrypt(row.Contestant, row.Private))!.Unit is { } code ? contest.Units.NumberOf(code) : null;
    }
}
