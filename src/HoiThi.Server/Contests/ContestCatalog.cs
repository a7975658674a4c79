using System.Collections.Frozen;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Core.Units;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contests.People;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Contests;

/// <summary>All contests of the installation in memory, kept up to date with the database.</summary>
public sealed partial class ContestCatalog(
    IDbContextFactory<HoiThiContext> contexts, Database database, ILogger<ContestCatalog> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private FrozenDictionary<string, LiveContest> bySlug = FrozenDictionary<string, LiveContest>.Empty;
    private FrozenDictionary<short, LiveContest> byNumber = FrozenDictionary<short, LiveContest>.Empty;

    /// <summary>All contests, for the console.</summary>
    public IReadOnlyList<LiveContest> All => bySlug.Values;

    /// <summary>Those that the public sees.</summary>
    public IEnumerable<LiveContest> Published => bySlug.Values.Where(contest => contest.Phase != ContestPhase.Draft);

    /// <summary>The contest of a public address; one that is not published is not there.</summary>
    public LiveContest? Find(string slug) => Known(slug) is { Phase: not ContestPhase.Draft } contest ? contest : null;

    /// <summary>The contest of an address of the console.</summary>
    public LiveContest? Known(string slug) => bySlug.GetValueOrDefault(slug);

    public LiveContest? Find(short number) => byNumber.GetValueOrDefault(number);

    /// <summary>Reads the contests whose version has changed.</summary>
    public async Task RefreshAsync(CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var rows = await context.Contests.AsNoTracking().ToListAsync(cancel);
        if (rows.Count == byNumber.Count && rows.TrueForAll(row => IsKnown(byNumber.GetValueOrDefault(row.Number), row)))
        {
            return;
        }

        var contests = new List<LiveContest>(rows.Count);
        foreach (var row in rows)
        {
            var known = byNumber.GetValueOrDefault(row.Number);
            contests.Add(IsKnown(known, row) ? known! : await Load(context, row, cancel));
        }

        bySlug = contests.ToFrozenDictionary(contest => contest.Definition.Slug, StringComparer.Ordinal);
        byNumber = contests.ToFrozenDictionary(contest => contest.Number);
        LogRefreshed(contests.Count);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var notices = new ContestNotices(database);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await notices.WaitAsync(Poll, stoppingToken);
                await RefreshAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The contests in memory go on as they are; the next poll tries again.
                LogFailed(exception);
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    private static bool IsKnown(LiveContest? known, ContestRow row) => known?.Version == row.Version && known.Phase == PhaseOf(row);

    private static ContestPhase PhaseOf(ContestRow row) =>
        row.Published is null ? ContestPhase.Draft : row.Archived is null ? ContestPhase.Published : ContestPhase.Archived;

    private static async Task<LiveContest> Load(HoiThiContext context, ContestRow row, CancellationToken cancel)
    {
        var units = await context.Units.AsNoTracking().Where(unit => unit.Contest == row.Number).OrderBy(unit => unit.Number).ToListAsync(cancel);
        var sets = await context.QuestionSets.AsNoTracking().Where(set => set.Contest == row.Number).ToListAsync(cancel);
        var corrections = await context.KeyCorrections.AsNoTracking().Where(each => each.Contest == row.Number).OrderBy(each => each.Version).ToListAsync(cancel);

        // Editing makes many versions; only the last, and those that sealed sets were made by, are needed.
        var named = sets.Select(set => set.ContestVersion).Append(row.Version).Distinct().ToArray();
        var versions = await context.ContestVersions.AsNoTracking().Where(v => v.Contest == row.Number && named.Contains(v.Version)).ToListAsync(cancel);
        var definitions = versions.ToDictionary(v => v.Version, v => ContestYaml.Read(v.Definition, $"{row.Slug} version {v.Version}").Require());
        var definition = definitions[row.Version];
        var files = await context.ContestFiles.AsNoTracking().Where(file => file.Contest == row.Number)
            .Select(file => new { file.Path, Length = (long)file.Content.Length }).ToListAsync(cancel);
        return new LiveContest(
            row.Number,
            row.Version,
            definition,
            new UnitTree(units.Select(unit => new Unit(unit.Code, unit.Parent, unit.Kind, new LocalText(unit.NameVi, unit.NameEn), unit.Headcount)).ToValueList()),
            definition.Rounds.Select(round => RoundOf(round.Number)).ToValueList(),
            files.ToFrozenDictionary(file => file.Path, file => file.Length, StringComparer.Ordinal))
        {
            Lists = await PersonLists.LoadAsync(context, row.Number, cancel),
            Published = (await context.PublishedResults.AsNoTracking().Where(result => result.Contest == row.Number).Select(result => (int)result.Round).ToListAsync(cancel)).ToFrozenSet(),
            Phase = PhaseOf(row),
            Notices = NoticesOf(corrections),
        };

        LiveRound RoundOf(int number)
        {
            var ofRound = SetsOf(number);
            var corrected = corrections.Where(each => each.Round == number).Select(each => KeyCorrections.Open(each, ofRound)).ToValueList();
            return new LiveRound(Enumerable.Range(0, Math.Max(1, definition.Divisions.Count))
                .Select(division => RoundRules.Of(definition, row.Number, number, ofRound, division) with { Corrections = corrected }).ToValueList());
        }

        ValueList<SealedSet> SetsOf(int round) => sets
            .Where(set => set.Round == round)
            .OrderBy(set => set.Version)
            .Select(set => QuestionSets.Open(set, definitions[set.ContestVersion]))
            .ToValueList();
    }

    private static ValueList<KeyNotice> NoticesOf(List<KeyCorrectionRow> corrections) => [.. corrections.GroupBy(row => (row.Round, row.Corrects))
        .Select(set => set.MaxBy(row => row.Version)!)
        .Select(last => new KeyNotice(last.Round, KeyCorrections.Read(last.Rulings).Count, last.Moment, last.Reason))
        .Where(notice => notice.Questions > 0)];

    [LoggerMessage(LogLevel.Information, "{Count} contests in memory")]
    private partial void LogRefreshed(int count);

    [LoggerMessage(LogLevel.Warning, "The contests could not be read; those in memory go on")]
    private partial void LogFailed(Exception exception);
}
