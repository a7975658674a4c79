using HoiThi.Core.Attempts;
using HoiThi.Load.Machinery;
using HoiThi.Server.Contests;
using HoiThi.Server.Results;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Load.Faults;

/// <summary>Compares what was acknowledged with what is stored. May run while the load goes on: promises only grow.</summary>
public static class LedgerCheck
{
    /// <summary>Everything that is missing, there twice, or does not add up; each reported to the ledger.</summary>
    /// <returns>How much was compared.</returns>
    public static async Task<CheckFigures> Run(Installation installation, Ledger ledger)
    {
        var promised = ledger.Snapshot();
        await using var services = installation.Services();
        await using var database = services.GetRequiredService<Database>();
        await using var context = await services.GetRequiredService<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
        var contestants = (await context.Contestants.Select(row => row.Id).ToListAsync()).ToHashSet();
        var attempts = await context.Attempts.AsNoTracking().ToDictionaryAsync(row => (row.Contestant, row.Round, row.Ordinal));
        var secrets = services.GetRequiredService<Secrets>();
        foreach (var person in promised)
        {
            if (person.Contestant is { } id && !contestants.Contains(id))
            {
                ledger.Violate($"contestant {id.Value}: the registration is lost");
            }

            if (person.Attempt is { } attempt)
            {
                Compare(person, attempts.GetValueOrDefault((attempt.Contestant, attempt.Round, attempt.Ordinal))?.ToAttempt(), secrets, ledger);
            }
        }

        foreach (var twice in attempts.Keys.Where(key => key.Ordinal != 1))
        {
            ledger.Violate($"contestant {twice.Contestant.Value}: attempt {twice.Ordinal}, though only one was asked for");
        }

        await Reconcile(services, ledger);
        return new CheckFigures(
            promised.Count(person => person.Contestant is not null),
            promised.Sum(person => person.Saved?.Answered ?? 0),
            promised.Count(person => person.Submitted));
    }

    private static void Compare(Acknowledged person, Attempt? stored, Secrets secrets, Ledger ledger)
    {
        if (stored is null)
        {
            ledger.Violate($"attempt {person.Attempt}: the start is lost");
            return;
        }

        for (var position = 0; position < (person.Saved?.Length ?? 0); position++)
        {
            var (promised, held) = (person.Saved!.SequenceAt(position), stored.Answers.SequenceAt(position));
            if (held < promised || (held == promised && stored.Answers.MaskAt(position) != person.Saved.MaskAt(position)))
            {
                ledger.Violate($"attempt {person.Attempt}: the answer at {position} is lost");
            }
        }

        if (person.Submitted && stored.State != AttemptState.Submitted)
        {
            ledger.Violate($"attempt {person.Attempt}: the submission is lost, the attempt is {stored.State}");
        }
        else if (person.Receipt is { } receipt && receipt != secrets.ReceiptOf(stored))
        {
            ledger.Violate($"attempt {person.Attempt}: the receipt was {receipt}, now it is {secrets.ReceiptOf(stored)}");
        }
    }

    private static async Task Reconcile(ServiceProvider services, Ledger ledger)
    {
        var catalog = services.GetRequiredService<ContestCatalog>();
        await catalog.RefreshAsync();
        foreach (var contest in catalog.All)
        {
            await services.GetRequiredService<Reconciliation>().RunAsync(contest, difference => ledger.Violate($"reconcile: {difference}"));
        }
    }
}

/// <summary>How much a check compared.</summary>
public readonly record struct CheckFigures(int Registrations, int Answers, int Submissions);
