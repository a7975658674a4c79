using System.Text.Json;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>Everything that is known of one contestant, as far as the visitor may know it.</summary>
public sealed class StoryTeller(IDbContextFactory<HoiThiContext> contexts, Places places, Secrets secrets, BlockList blocks, TimeProvider time)
{
    /// <summary>The story, or null where there is no such contestant for this visitor.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="id">The contestant.</param>
    /// <param name="done">What was done before.</param>
    /// <param name="whole">Whether personal data are shown in full; the caller has logged why.</param>
    public async Task<StoryView?> TellAsync(Visit visit, Guid id, string? done = null, bool whole = false)
    {
        var (contest, key) = (visit.Contest, new ContestantId(id));
        await using var context = await contexts.CreateDbContextAsync();
        var row = await context.Contestants.AsNoTracking().SingleOrDefaultAsync(each => each.Id == key && each.Contest == contest.Number);
        if (row is null || (visit.Units is { } units && !units.Contains(row.Unit)))
        {
            return null;
        }

        var attempts = await context.Attempts.AsNoTracking().Where(each => each.Contestant == key).OrderBy(each => each.Round).ThenBy(each => each.Ordinal).ToListAsync();
        var standings = await context.Standings.AsNoTracking().Where(each => each.Contestant == key && each.Round > 0).OrderBy(each => each.Round).ToListAsync();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var shown = new List<PlaceLine>();
        foreach (var standing in standings)
        {
            if (contest.Round(standing.Round, standing.Division) is { } rules)
            {
                var (place, people) = await places.Of(rules, standing.RankKey, now >= rules.Settled);
                shown.Add(new PlaceLine(contest.Definition.Rounds[standing.Round - 1].Title, place, people));
            }
        }

        var data = JsonSerializer.Deserialize<Dictionary<string, string>>(secrets.Decrypt(key, row.Private)) ?? [];
        var fields = contest.Definition.Registration.Fields.Where(field => data.ContainsKey(field.Code))
            .Select(field => new DataLine(field.Label, whole ? data[field.Code] : ContestantMask.Of(field.Type, data[field.Code]))).ToValueList();
        var entrance = contest.Definition.Entrances.FirstOrDefault(each => each.Code == row.Entrance)?.Name;
        return new StoryView(
            id, row.Name, contest.Units[row.Unit].Code, contest.UnitPath(row.Unit, visit.Language.English), contest.Local(row.Registered), entrance, fields, whole,
            attempts.Where(each => each.Round <= contest.Definition.Rounds.Count).Select(each => LineOf(contest, contest.Definition.Rounds[each.Round - 1], each.ToAttempt())).ToValueList(), shown.ToValueList(), blocks.Has(key), $"{row.Name} ({id.ToString("N")[..8]})", null, null, ConsoleForm.Empty, done)
        {
            Fields = contest.Definition.Registration.Fields.Where(field => field.Type is not (FieldType.FullName or FieldType.Unit)).ToValueList(),
            Extra = new ExtraTime(row.ExtraPercent, row.ExtraMinutes),
            Merged = (await context.ContestantMerges.AsNoTracking().Where(each => each.Kept == key).OrderBy(each => each.Moment).ToListAsync())
                .Select(each => new MergedLine(each.Name, contest.Local(each.Moment), each.Reason)).ToValueList(),
        };
    }

    private AttemptLine LineOf(LiveContest contest, Round round, Attempt attempt) => new(
        attempt.Id.ToString(),
        round,
        attempt.Id.Ordinal,
        attempt.State,
        contest.Local(attempt.Started),
        attempt.Submitted is { } submitted ? contest.Local(submitted) : null,
        attempt.TimeTaken,
        attempt.Grade?.Score,
        attempt.Grade?.Correct,
        attempt.Answers.Length,
        Enumerable.Range(0, attempt.Answers.Length).Count(position => attempt.Answers.MaskAt(position) != 0),
        attempt.Counts ? secrets.ReceiptOf(attempt) : null);
}
