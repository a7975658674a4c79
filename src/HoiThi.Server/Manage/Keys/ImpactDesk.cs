using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;
using HoiThi.Core.Questions;
using HoiThi.Core.Ranking;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Statistics;
using HoiThi.Server.Results;
using HoiThi.Server.Results.Closing;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Keys;

/// <summary>
/// Computes what rulings would change, one at a time, and keeps that for a few minutes. Who leaves the page finds it further on when
/// he comes back.
/// </summary>
public sealed class ImpactDesk(IDbContextFactory<HoiThiContext> contexts, DrawSeeds seeds, Secrets secrets, TimeProvider time, IHostApplicationLifetime lifetime) : IDisposable
{
    private const int TopSize = 10;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly LongScans scans = new(contexts, lifetime);
    private readonly Dictionary<string, Run> runs = new(StringComparer.Ordinal);
    private readonly Lock access = new();

    /// <summary>What a ruling would change, or how far that is when it takes longer than a few seconds.</summary>
    public async Task<ImpactProgress> OfAsync(LiveContest contest, KeyPlace place, SealedSet corrected)
    {
        var run = Find(contest, place, corrected);
        await LongScans.WaitAsync(run.Task);
        return new ImpactProgress(run.Task.IsCompleted ? await run.Task : null, run.Scan.Looked);
    }

    public void Dispose() => scans.Dispose();

    private Run Find(LiveContest contest, KeyPlace place, SealedSet corrected)
    {
        lock (access)
        {
            var now = time.GetUtcNow();
            foreach (var old in runs.Where(run => run.Value.Task.IsCompleted && (run.Value.Task.IsFaulted || now - run.Value.Began >= Fresh)).ToList())
            {
                runs.Remove(old.Key);
            }

            // The hash of the corrected set says all of the ruling and of what it is put beside.
            var key = $"{contest.Number} {place.Rules.Number} {place.InForce.Version} {Convert.ToHexStringLower(corrected.Hash.Span)}";
            if (!runs.TryGetValue(key, out var run))
            {
                var scan = new ImpactScan(contest, place, corrected);
                runs[key] = run = new Run(scan, RunAsync(contest, place, scan), now);
            }

            return run;
        }
    }

    private Task<KeyImpact> RunAsync(LiveContest contest, KeyPlace place, ImpactScan scan) => scans.RunAsync(async (context, cancel) =>
    {
        await using var snapshot = await context.BeginSnapshotAsync(cancel);
        var tried = await scan.RunAsync(context, cancel);
        return await ImpactAsync(context, contest, place, tried, cancel);
    });

    private async Task<KeyImpact> ImpactAsync(HoiThiContext context, LiveContest contest, KeyPlace place, StandingsTried tried, CancellationToken cancel)
    {
        var (round, division) = (place.Rules.Number, place.Rules.Division);
        var session = new ResultSession(context, contest.Number);
        var closed = await context.RoundResults.AnyAsync(row => row.Contest == contest.Number && row.Round == round, cancel);
        var seed = closed ? await seeds.OfAsync(contest, round, cancel) : null;
        var tallies = closed ? await context.Tallies.AsNoTracking().Where(tally => tally.Contest == contest.Number).ToListAsync(cancel) : [];
        var changes = tried.Counts.Select(each => new TallyRow(
            contest.Number, round, each.Key, 0, 0, each.Value.People, each.Value.Attempts, each.Value.PerfectPeople, each.Value.PerfectAttempts, each.Value.Score));

        // While a round is open, nothing that is known only at its end ranks anybody.
        var known = new Revelations(contest, tallies, seed);
        var other = new Revelations(contest, [.. tallies, .. changes], seed);
        var before = (await RoundRanking.RankAsync(session, contest, round, known, [], cancel)).Of(division);
        var after = await RoundRanking.RankAsync(session, contest, round, other, tried.Standings, cancel);
        var top = await TopAsync(context, place, before, after.Of(division), tried.Standings, cancel);
        return new KeyImpact(
            tried.Attempts, tried.Gain, tried.Lose, tried.Standings.Count - tried.Gain - tried.Lose,
            known.Of(round, division).Truth is { } truth && other.Of(round, division).Truth is { } then ? (truth, then) : null,
            top,
            closed ? await PrizesAsync(session, contest, round, after, tried.Standings, cancel) : null);
    }

    private static async Task<ValueList<TopLine>> TopAsync(
        HoiThiContext context, KeyPlace place, List<RankLine> before, List<RankLine> after, Dictionary<ContestantId, Standing> instead, CancellationToken cancel)
    {
        var round = place.Rules.Number;
        var ids = after.Take(TopSize).Select(line => RankKey.ContestantOf(line.Key)).ToArray();
        var places = before.Index().Select(line => (Id: RankKey.ContestantOf(line.Item.Key), Place: line.Index + 1))
            .Where(line => ids.Contains(line.Id)).Take(ids.Length).ToDictionary(line => line.Id, line => line.Place);
        var standings = await context.Standings.AsNoTracking().Where(row => row.Round == round && ids.Contains(row.Contestant)).ToDictionaryAsync(row => row.Contestant, cancel);
        var names = await NamesAsync(context, ids, cancel);
        return ids.Select((id, index) => new TopLine(
            index + 1, places.GetValueOrDefault(id), id, names[id].Name, names[id].Unit,
            instead.GetValueOrDefault(id)?.Score ?? standings[id].Score, standings[id].Score)).ToValueList();
    }

    private async Task<ValueList<PrizeChange>> PrizesAsync(
        ResultSession session, LiveContest contest, short round, RankedBoards after, Dictionary<ContestantId, Standing> instead, CancellationToken cancel)
    {
        var fields = PrizeField.Of(contest.Definition, round);
        var held = (await session.Context.Awards.AsNoTracking().Where(row => row.Contest == contest.Number && row.Round == round).ToListAsync(cancel))
            .ToLookup(row => row.Contestant, row => (row.Field, row.Prize));
        var awardings = await new PrizeDesk(session, contest, seeds, secrets).TryAsync(round, board => new TriedOrder(after.Of(board), instead), cancel);
        var would = awardings.SelectMany(each => each.Awarding.Awards.Select(award => (award.Candidate.Contestant, Prize: (each.Field, (short)award.PrizeIndex))))
            .ToLookup(each => each.Contestant, each => each.Prize);
        var changed = held.Select(each => each.Key).Union(would.Select(each => each.Key)).Where(id => !held[id].Order().SequenceEqual(would[id].Order())).ToArray();
        var names = await NamesAsync(session.Context, changed, cancel);
        return [.. changed.OrderBy(id => would[id].Concat(held[id]).Min())
            .Select(id => new PrizeChange(id, names[id].Name, names[id].Unit, Named(held[id]), Named(would[id])))];

        ValueList<LocalText> Named(IEnumerable<(short Field, short Prize)> prizes) => [.. prizes.Order().Select(each => fields[each.Field].Prizes[each.Prize].Name)];
    }

    private static Task<Dictionary<ContestantId, (string Name, int Unit)>> NamesAsync(HoiThiContext context, ContestantId[] ids, CancellationToken cancel) =>
        context.Contestants.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name, row.Unit })
            .ToDictionaryAsync(row => row.Id, row => (row.Name, row.Unit), cancel);

    private sealed record Run(ImpactScan Scan, Task<KeyImpact> Task, DateTimeOffset Began);
}

/// <summary>What a ruling would change, or how far that is.</summary>
/// <param name="Result">The figures; null while they are computed.</param>
/// <param name="Looked">How many attempts are looked at.</param>
public sealed record ImpactProgress(KeyImpact? Result, long Looked);
