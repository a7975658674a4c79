using HoiThi.Core.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Contestants;

/// <summary>What is stored of one contestant, and what changes of it after joining.</summary>
public sealed class Accounts(IDbContextFactory<HoiThiContext> contexts, Secrets secrets, TimeProvider time)
{
    /// <summary>A contestant, or null.</summary>
    public async Task<Account?> Find(LiveContest contest, ContestantId id)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.Contestants.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Contest == contest.Number) is { } row
            ? new Account(row, ValuesOf(contest, row)) : null;
    }

    /// <summary>Fills in or changes fields; those of another tab are kept.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="id">Whose they are.</param>
    /// <param name="change">Takes the stored values and returns those to store; called again where another change came first.</param>
    public async Task Change(LiveContest contest, ContestantId id, Func<IReadOnlyDictionary<string, string>, Dictionary<string, string>> change)
    {
        while (await Find(contest, id) is { } account)
        {
            var values = change(account.Values);
            var changed = values.Keys.Union(account.Values.Keys, StringComparer.Ordinal)
                .Where(code => values.GetValueOrDefault(code) != account.Values.GetValueOrDefault(code)).Order(StringComparer.Ordinal).ToArray();
            if (changed.Length == 0)
            {
                return;
            }

            var (stored, name) = (account.Row.Private, Registration.Of(contest, values).Name);
            var replaced = secrets.Encrypt(id, Registration.Private(contest, values));
            await using var context = await contexts.CreateDbContextAsync();
            await using var transaction = await context.Database.BeginTransactionAsync();
            if (await context.Contestants.Where(row => row.Id == id && row.Private == stored)
                .ExecuteUpdateAsync(row => row.SetProperty(each => each.Private, replaced).SetProperty(each => each.Name, name)) == 1)
            {
                await Record(context, id, "data", string.Join(' ', changed));
                await transaction.CommitAsync();
                return;
            }
        }
    }

    /// <summary>Replaces what somebody signs in by; false where there is no such contestant.</summary>
    /// <param name="id">Whose it is.</param>
    /// <param name="credential">The hash of a personal code, or of a password.</param>
    /// <param name="about">Who did it, as in operator.</param>
    public async Task<bool> Replace(ContestantId id, byte[] credential, string about)
    {
        await using var context = await contexts.CreateDbContextAsync();
        await using var transaction = await context.Database.BeginTransactionAsync();
        if (await context.Contestants.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(each => each.CodeHash, credential)) == 0)
        {
            return false;
        }

        await Record(context, id, "credential", about);
        await transaction.CommitAsync();
        return true;
    }

    // Within a transaction that has changed the contestant's row, so that no other takes the number.
    private async Task Record(HoiThiContext context, ContestantId id, string kind, string about)
    {
        var last = await context.ContestantEvents.Where(row => row.Contestant == id).MaxAsync(row => (int?)row.Ordinal) ?? 0;
        context.ContestantEvents.Add(new ContestantEventRow(id, last + 1, time.GetUtcNow().ToUnixTimeMilliseconds(), kind, about));
        await context.SaveChangesAsync();
    }

    private Dictionary<string, string> ValuesOf(LiveContest contest, ContestantRow row)
    {
        var values = Registration.ReadPrivate(secrets.Decrypt(row.Id, row.Private));
        foreach (var field in contest.Definition.Registration.Fields)
        {
            if (field.Type == Core.Contests.FieldType.FullName)
            {
                values[field.Code] = row.Name;
            }
            else if (field.Type == Core.Contests.FieldType.Unit)
            {
                values[field.Code] = contest.Units[row.Unit].Code;
            }
        }

        return values;
    }
}

/// <summary>A contestant as stored.</summary>
/// <param name="Row">The row.</param>
/// <param name="Values">All fields that are filled in, decrypted, the name and the unit among them.</param>
public sealed record Account(ContestantRow Row, IReadOnlyDictionary<string, string> Values);
