using System.CommandLine;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Commands;

internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the database to the schema of this version.");
        var storage = new StorageOptions();
        storage.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = CommandServices.Create(storage.Read(parsed));
            await using var context = await services.GetRequiredService<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync(cancel);
            var applied = await Schema.MigrateAsync(context, services.GetRequiredService<Database>().Kind);
            Console.WriteLine(applied == 0 ? "The database is up to date." : $"{applied} schema scripts applied.");
            return CommandLine.Done;
        });
        return command;
    }
}
