using System.Text.Json;
using HoiThi.Server.Mail;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Contestants.Email;

/// <summary>Says that a letter waits, so that it goes at once and not at the next look.</summary>
public sealed class LetterSignal : IDisposable
{
    private readonly SemaphoreSlim waiting = new(0, 1);

    public void Raise()
    {
        lock (waiting)
        {
            if (waiting.CurrentCount == 0)
            {
                waiting.Release();
            }
        }
    }

    public void Dispose() => waiting.Dispose();

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => waiting.WaitAsync(atMost, cancel);
}

/// <summary>
/// Gives waiting letters to the mail server. They wait in the database, so none is lost when a node stops; a node takes a
/// letter by moving its time on, so that another does not send it too.
/// </summary>
public sealed partial class SendLetters(
    IDbContextFactory<HoiThiContext> contexts, Secrets secrets, MailSender mail, LetterSignal signal, TimeProvider time, ILogger<SendLetters> log)
    : BackgroundService
{
    private const int Batch = 100;
    private const int AtOnce = 4;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Keep = TimeSpan.FromDays(1);

    /// <summary>Sends what is due.</summary>
    /// <returns>How many letters were given to the mail server.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        if (!mail.IsSet)
        {
            return 0;
        }

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var due = await context.EmailLinks.AsNoTracking().Where(row => row.Letter != null && row.Due <= now).OrderBy(row => row.Due).Take(Batch).ToListAsync(cancel);
        var sent = 0;
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (row, stop) =>
        {
            if (await Send(row, now, stop))
            {
                Interlocked.Increment(ref sent);
            }
        });
        return sent;
    }

    private async Task<bool> Send(EmailLinkRow row, long now, CancellationToken cancel)
    {
        // A minute, two, four … after each failure; what nobody could open any more is not sent.
        var next = now + (60_000L << Math.Min(row.Tries, (short)6));
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var own = context.EmailLinks.Where(each => each.TokenHash == row.TokenHash && each.Letter != null);
        if (await own.Where(each => each.Due == row.Due)
            .ExecuteUpdateAsync(each => each.SetProperty(link => link.Due, next).SetProperty(link => link.Tries, (short)(row.Tries + 1)), cancel) == 0)
        {
            return false;
        }

        var letter = JsonSerializer.Deserialize<Letter>(secrets.Decrypt(row.Contestant, row.Letter!))!;
        var sent = row.Expires > now && await mail.SendAsync(letter.To, letter.Subject, letter.Text, cancel);
        if (sent || row.Expires <= now)
        {
            await own.ExecuteUpdateAsync(each => each.SetProperty(link => link.Letter, (byte[]?)null), cancel);
        }

        return sent;
    }

    /// <summary>Forgets links that are long over.</summary>
    public async Task<int> ForgetAsync(CancellationToken cancel = default)
    {
        var before = (time.GetUtcNow() - Keep).ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.EmailLinks.Where(row => row.Expires < before).ExecuteDeleteAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var forgotten = time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(Look, stoppingToken);
            try
            {
                while (await RunAsync(stoppingToken) > 0)
                {
                    // More may have come meanwhile.
                }

                if (time.GetElapsedTime(forgotten) > TimeSpan.FromHours(1))
                {
                    await ForgetAsync(stoppingToken);
                    forgotten = time.GetTimestamp();
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogBroken(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Letters could not be read; they are tried again")]
    private partial void LogBroken(Exception exception);
}
