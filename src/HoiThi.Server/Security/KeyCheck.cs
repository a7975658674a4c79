using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Security;

/// <summary>Refuses to run with another key than the one the database was written with: nobody could be recognised.</summary>
public static class KeyCheck
{
    private const string Name = "key fingerprint";

    public static async Task RunAsync(HoiThiContext context, Secrets secrets)
    {
        // Nodes that start together on an empty database take turns, or all but one would fail to write it.
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.TakeTurnAsync();
        var stored = await context.Settings.AsNoTracking().SingleOrDefaultAsync(setting => setting.Name == Name);
        if (stored is null)
        {
            context.Settings.Add(new SettingRow(Name, secrets.Fingerprint));
            await context.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        else if (stored.Value != secrets.Fingerprint)
        {
            throw new WrongKeyException();
        }
    }
}

/// <summary>The key is not that of the database.</summary>
public sealed class WrongKeyException() : Exception(
    $"The key (hoithi.key in the data folder, or {Secrets.Variable}) is not the one this database was written with. Restore the right key.");
