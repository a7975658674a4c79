using System.Threading.Channels;
using HoiThi.Core.Simulation;
using HoiThi.Formats.Contests;
using HoiThi.Server.Audit;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Setup;

/// <summary>
/// Simulations that organisers ask for, one after another in the background. How far one is and what it came to stands in
/// the database, so that any node shows it and its page can be left.
/// </summary>
public sealed partial class SimulationDesk(IDbContextFactory<HoiThiContext> contexts, ContestStore store, TimeProvider time, ILogger<SimulationDesk> log) : BackgroundService
{
    /// <summary>The most people of one simulation here; the command line takes more.</summary>
    public const int MostPeople = 200_000;

    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(15);
    private readonly Channel<(short Contest, int Number, string Slug)> asked = Channel.CreateBounded<(short, int, string)>(20);

    /// <summary>Asks for a simulation; its number, or null where one of the contest is on its way or too many wait.</summary>
    public async Task<int?> AskAsync(Visit visit, int people, long seed)
    {
        var contest = visit.Contest;
        await using var context = await contexts.CreateDbContextAsync();
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.TakeTurnAsync(CancellationToken.None);
        var now = time.GetUtcNow();
        var lost = now.Subtract(Lost).ToUnixTimeMilliseconds();
        if (await context.Simulations.AnyAsync(row => row.Contest == contest.Number && row.Finished == null && row.Asked > lost))
        {
            return null;
        }

        var number = (await context.Simulations.Where(row => row.Contest == contest.Number).MaxAsync(row => (int?)row.Number) ?? 0) + 1;
        context.Simulations.Add(new SimulationRow
        {
            Contest = contest.Number,
            Number = number,
            Version = contest.Version,
            People = people,
            Seed = seed,
            Asked = now.ToUnixTimeMilliseconds(),
            Rounds = contest.Definition.Rounds.Count,
        });
        await context.AppendAsync(visit.Actor, now, new AuditEntry(contest.Number, "contest.simulate", contest.Definition.Slug, After: new { people, seed }));
        await context.SaveChangesAsync();
        if (!asked.Writer.TryWrite((contest.Number, number, contest.Definition.Slug)))
        {
            return null;
        }

        await transaction.CommitAsync();
        return number;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (contest, number, slug) in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await PlayAsync(contest, number, slug, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
                await StoreAsync(contest, number, row => (row.Failure, row.Finished) = (exception.Message, time.GetUtcNow().ToUnixTimeMilliseconds()));
            }
        }
    }

    private async Task PlayAsync(short contest, int number, string slug, CancellationToken cancel)
    {
        // The transaction that asks may still be on its way.
        for (var tries = 0; tries < 50 && !await StoreAsync(contest, number, _ => { }); tries++)
        {
            await Task.Delay(100, cancel);
        }

        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.Simulations.AsNoTracking().SingleOrDefaultAsync(row => row.Contest == contest && row.Number == number, cancel) is not { } row
            || await store.ExportAsync(slug, cancel) is not { } bundle)
        {
            return;
        }

        var done = 0;
        var playing = Task.Run(() => Simulator.Run(bundle.ToSimulation(), row.People, (ulong)row.Seed, threads: 1, round => Volatile.Write(ref done, round)), cancel);
        while (await Task.WhenAny(playing, Task.Delay(500, cancel)) != playing)
        {
            await StoreAsync(contest, number, each => each.Done = Volatile.Read(ref done));
        }

        var report = await playing;
        await StoreAsync(contest, number, each =>
        {
            each.Done = each.Rounds;
            each.ReportVi = TextOf(report, Language.Vietnamese);
            each.ReportEn = TextOf(report, Language.ByChoiceEnglish);
            each.Finished = time.GetUtcNow().ToUnixTimeMilliseconds();
        });
    }

    private static string TextOf(SimulationReport report, Language language)
    {
        using var text = new StringWriter(language.Culture());
        SimulationText.Write(text, report, language);
        return text.ToString();
    }

    private async Task<bool> StoreAsync(short contest, int number, Action<SimulationRow> change)
    {
        await using var context = await contexts.CreateDbContextAsync();
        if (await context.Simulations.SingleOrDefaultAsync(row => row.Contest == contest && row.Number == number) is not { } row)
        {
            return false;
        }

        change(row);
        await context.SaveChangesAsync();
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "A simulation failed")]
    private partial void LogFailed(Exception exception);
}
