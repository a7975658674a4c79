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
                await Console.Error.WriteLineAsync(Explain(verdict, broken));
                return CommandLine.Failed;
            }

            Console.WriteLine($"{verdict.Whole} lines, all whole. Head: {verdict.Head}");
            return CommandLine.Done;
        });
        return new Command("audit", "The audit log.") { verify };
    }

    /// <summary>What must have happened, and what to do with it.</summary>
    private static string Explain(AuditVerdict verdict, long broken)
    {
        var next = verdict.Next!;
        var said = $"line {next.Number} now says: {DateTimeOffset.FromUnixTimeMilliseconds(next.Moment):yyyy-MM-dd HH:mm:ss} UTC, {next.Who}, {next.Act}, {next.Subject}";
        return verdict.Break == AuditBreak.Missing
            ? $"""
              It is missing: after line {verdict.Whole} comes line {next.Number}. {(next.Number - broken == 1 ? "One line was" : $"{next.Number - broken} lines were")} taken out; {said}.
              What was in it stands in every file of the log that was exported before, and in the database's backups.
              """
            : $"""
              Its hash is not that of its text and of line {verdict.Whole}: one of its fields was changed after it was written, or the line before was put in the place of another.
              As it is, {said}.
              Compare it with an exported file or a backup: the first line whose fields or hash differ is the one that was changed. Lines after it prove nothing.
              """;
    }
}
