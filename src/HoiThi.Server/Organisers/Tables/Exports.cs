using HoiThi.Core;
using HoiThi.Server.Audit;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Organisers.Tables;

/// <summary>What goes into a file: exactly the rows of a table's filter, on all its pages.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Heads">The heads of the columns.</param>
/// <param name="Total">How many rows there are.</param>
/// <param name="Rows">Reads them, one after another, from the context that it is given.</param>
public sealed record ExportSource(string Name, ValueList<string> Heads, long Total, Func<HoiThiContext, IEnumerable<object?[]>> Rows)
{
    /// <summary>The exported columns of rows that are in memory or come one by one.</summary>
    public static ExportSource Of<TRow>(string name, Language language, IReadOnlyList<TableColumn<TRow>> columns, long total, Func<HoiThiContext, IEnumerable<TRow>> rows)
    {
        var exported = columns.Where(column => column.Exported).ToArray();
        return new ExportSource(
            name,
            exported.Select(column => language.Say(column.Title)).ToValueList(),
            total,
            context => rows(context).Select(row => Array.ConvertAll(exported, column => column.Value(row))));
    }
}

/// <summary>
/// Gives tables out as Excel files. A small one is made at once; a large one is made beside, with its progress in the
/// database, where also the finished file lies: its page can be left, come back to, and opened at any node.
/// </summary>
public sealed partial class Exports(IDbContextFactory<HoiThiContext> contexts, TimeProvider time, ILogger<Exports> log)
{
    /// <summary>Up to so many rows nobody waits for long.</summary>
    public const int AtOnce = 5_000;

    /// <summary>How long a finished file can be fetched.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>A running export that says nothing for so long has lost its node.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    private const int PartSize = 256 * 1024;
    private const int SayEvery = 2_000;

    /// <summary>The file, or the way to the page of its progress. The audit log has who took what.</summary>
    public async Task<IResult> AnswerAsync(Visit visit, ExportSource source, string act)
    {
        var now = time.GetUtcNow();
        var contest = visit.Live?.Number ?? 0;
        await using var context = await contexts.CreateDbContextAsync();
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.AppendAsync(visit.Actor, now, new AuditEntry(contest, act, source.Name, After: new { rows = source.Total, query = visit.Query }));
        if (source.Total <= AtOnce)
        {
            await transaction.CommitAsync();
            var file = ExcelFile.Scratch();
            ExcelFile.Write(file, "HoiThi", source.Heads, source.Rows(context));
            file.Position = 0;
            return Reply.File(file, ExcelFile.ContentType, source.Name + ".xlsx");
        }

        var export = new ExportRow
        {
            Id = Guid.NewGuid(),
            Person = visit.Person,
            Contest = contest,
            Name = source.Name + ".xlsx",
            Total = source.Total,
            Written = 0,
            State = "running",
            Created = now.ToUnixTimeMilliseconds(),
            Seen = now.ToUnixTimeMilliseconds(),
        };
        context.Exports.Add(export);
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
        _ = Task.Run(() => MakeAsync(export.Id, source));
        return ConsolePage.To($"/manage/exports/{export.Id}");
    }

    /// <summary>The file's parts, first to last.</summary>
    public async Task CopyToAsync(Guid export, Stream target, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var parts = context.ExportParts.AsNoTracking().Where(part => part.Export == export).OrderBy(part => part.Part).Select(part => part.Content);
        await foreach (var part in parts.AsAsyncEnumerable().WithCancellation(cancel))
        {
            await target.WriteAsync(part, cancel);
        }
    }

    private async Task MakeAsync(Guid id, ExportSource source)
    {
        try
        {
            await using var file = ExcelFile.Scratch();
            await using (var context = await contexts.CreateDbContextAsync())
            {
                ExcelFile.Write(file, "HoiThi", source.Heads, Counted(id, source.Rows(context)));
            }

            await KeepAsync(id, file);
        }
        catch (Exception exception)
        {
            LogFailed(exception, source.Name);
            await SayAsync(id, set => set.SetProperty(row => row.State, "failed"));
        }
    }

    private IEnumerable<object?[]> Counted(Guid id, IEnumerable<object?[]> rows)
    {
        var written = 0L;
        foreach (var row in rows)
        {
            yield return row;
            if (++written % SayEvery == 0)
            {
                var now = written;
                SayAsync(id, set => set.SetProperty(each => each.Written, now)).GetAwaiter().GetResult();
            }
        }
    }

    private async Task KeepAsync(Guid id, FileStream file)
    {
        file.Position = 0;
        var old = (time.GetUtcNow() - Kept).ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync();
        await context.ExportParts.Where(part => context.Exports.Any(export => export.Id == part.Export && export.Created < old)).ExecuteDeleteAsync();
        await context.Exports.Where(export => export.Created < old).ExecuteDeleteAsync();
        var buffer = new byte[PartSize];
        for (var part = 0; await file.ReadAtLeastAsync(buffer, PartSize, throwOnEndOfStream: false) is > 0 and var length; part++)
        {
            context.ExportParts.Add(new ExportPartRow(id, part, buffer[..length]));
            await context.SaveChangesAsync();
            context.ChangeTracker.Clear();
        }

        await SayAsync(id, set => set.SetProperty(row => row.State, "done").SetProperty(row => row.Written, row => row.Total));
    }

    private async Task SayAsync(Guid id, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<ExportRow>> set)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync();
        await context.Exports.Where(row => row.Id == id).ExecuteUpdateAsync(setters =>
        {
            set(setters);
            setters.SetProperty(row => row.Seen, now);
        });
    }

    [LoggerMessage(LogLevel.Error, "The export {Name} could not be made")]
    private partial void LogFailed(Exception exception, string name);
}
