using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;
using HoiThi.Core.Participation;
using HoiThi.Core.Questions;
using HoiThi.Core.Ranking;
using HoiThi.Core.Scoring;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Statistics;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Keys;

/// <summary>
/// Finds what a ruling would change: first the people whose answer to the question it would mark otherwise, in one scan; then, of
/// those alone, the standings. Nothing is stored.
/// </summary>
internal sealed class ImpactScan(LiveContest contest, KeyPlace place, SealedSet corrected)
{
    private const int ChunkSize = 500;

    private readonly (short Contest, short Round) of = (contest.Number, place.Rules.Number);
    private readonly RoundRules after = place.Rules with { Corrections = [.. place.Rules.Corrections, corrected] };
    private long looked;

    /// <summary>How many attempts are looked at so far.</summary>
    public long Looked => Interlocked.Read(ref looked);

    public async Task<StandingsTried> RunAsync(HoiThiContext context, CancellationToken cancel)
    {
        var concerned = new HashSet<ContestantId>();
        await SheetScan.RunAsync(
            context, of.Contest, of.Round, place.Set.Version, () => new List<ContestantId>(), Look, concerned.UnionWith, cancel);
        var tried = new StandingsTried();
        foreach (var chunk in concerned.Chunk(ChunkSize))
        {
            await TryAsync(context, chunk, tried, cancel);
        }

        return tried;
    }

    private void Look(List<ContestantId> found, List<Sheet> batch)
    {
        found.AddRange(batch.Where(Differs).Select(sheet => sheet.Contestant));
        Interlocked.Add(ref looked, batch.Count);
    }

    private bool Differs(Sheet sheet)
    {
        var id = sheet.DrawnAs(of.Contest, of.Round);
        var before = Paper.Draw(place.InForce, id);
        var position = Array.FindIndex(before.Lines, line => line.Question == place.Index);
        if (position < 0)
        {
            return false;
        }

        // What people gave for an essay is not at hand here: whoever has one is looked at in full.
        var answers = sheet.Read();
        return place.Question.Essay is not null || Mark.Of(before, position, answers) != Mark.Of(Paper.Draw(corrected, id), position, answers);
    }

    private async Task TryAsync(HoiThiContext context, ContestantId[] people, StandingsTried tried, CancellationToken cancel)
    {
        var (contestNumber, round) = of;
        var rows = await context.Attempts.AsNoTracking()
            .Where(row => row.Contest == contestNumber && row.Round == round && people.Contains(row.Contestant)).ToListAsync(cancel);
        var registered = await context.Standings.AsNoTracking().Where(row => row.Round == round && people.Contains(row.Contestant))
            .Select(row => new { row.Contestant, row.Registered }).ToDictionaryAsync(row => row.Contestant, row => row.Registered, cancel);
        var marks = place.Set.HasEssays
            ? (await context.Marks.AsNoTracking().Where(mark => mark.Round == round && people.Contains(mark.Contestant)).ToListAsync(cancel))
                .GroupBy(mark => (mark.Contestant, mark.Ordinal))
                .ToDictionary(group => group.Key, group => group.OrderBy(mark => mark.Position).Select(mark => new EssayMark(mark.Position, mark.Points)).ToValueList())
            : [];
        foreach (var contestant in rows.GroupBy(row => row.Contestant))
        {
            var attempts = contestant.Select(row => row.ToAttempt(marks.GetValueOrDefault((row.Contestant, row.Ordinal)))).ToArray();
            var (was, would) = (attempts.Select(attempt => attempt.MarkedAnew(place.Rules)).ToArray(), attempts.Select(attempt => attempt.MarkedAnew(after)).ToArray());
            var since = registered.GetValueOrDefault(contestant.Key);
            tried.Attempts += was.Zip(would).Count(pair => pair.First.Grade != pair.Second.Grade);
            if (Standing.Of(place.Rules, since, was) is { } standing && Standing.Of(after, since, would) is { } other && standing != other)
            {
                tried.Add(standing, other);
            }
        }
    }
}

/// <summary>Standings of a round as they would be, where they would be others.</summary>
internal sealed class StandingsTried
{
    /// <summary>Attempts that would be marked otherwise.</summary>
    public long Attempts { get; set; }

    public Dictionary<ContestantId, Standing> Standings { get; } = [];

    public long Gain { get; private set; }

    public long Lose { get; private set; }

    /// <summary>What that adds to the counts of each division.</summary>
    public Dictionary<short, Tally> Counts { get; } = [];

    public void Add(Standing before, Standing after)
    {
        Standings[after.Contestant] = after;
        Gain += after.Score > before.Score ? 1 : 0;
        Lose += after.Score < before.Score ? 1 : 0;
        Counts[after.Division] = Counts.GetValueOrDefault(after.Division) + Tally.Of(after) - Tally.Of(before);
    }
}
