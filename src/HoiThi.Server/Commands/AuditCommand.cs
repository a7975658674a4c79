using System.CommandLine;
using HoiThi.Server.Audit;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Commands;

internal static class AuditCommand
{
    public static Command Create()
    {
        var verify = new Command("verify", "Checks the chain of the audit log and says the first broken line.");
        var storage = new StorageOptions();
        storage.AddTo(verify);
        verify.SetAction(async (parsed, cancel) =>
        {
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            await using var context = await services.GetRequiredService<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync(cancel);
            var verdict = await AuditLog.VerifyAsync(context, cancel);
            if (verdict.Broken is { } broken)
            {
                await Console.Error.WriteLineAsync($"Line {broken} is broken; the {verdict.Whole} before it are whole.");
                return CommandLine.Failed;
            }

            Console.WriteLine($"{verdict.Whole} lines, all whole. Head: {verdict.Head}");
            return CommandLine.Done;
        });
        return new Command("audit", "The audit log.") { verify };
    }
}
