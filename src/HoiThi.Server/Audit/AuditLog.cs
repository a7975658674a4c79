using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Audit;

/// <summary>
/// What organisers did, in order and for ever. Every line carries SHA-256 over the hash of the line before it and its own
/// text, so that a line that was changed, taken out or put in shows at that line and at no later one can be mended.
/// </summary>
public static class AuditLog
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private const int HashSize = 32;

    /// <summary>Writes a line within the transaction of the act that it is about: both happen, or neither.</summary>
    /// <param name="context">A context with an open transaction.</param>
    /// <param name="actor">Who.</param>
    /// <param name="now">When.</param>
    /// <param name="entry">What.</param>
    public static async Task AppendAsync(this HoiThiContext context, Actor actor, DateTimeOffset now, AuditEntry entry, CancellationToken cancel = default)
    {
        // Whoever brings an open transaction of his own (the hot path) has switched EF's off.
        if (context.Database.CurrentTransaction is null && context.Database.AutoTransactionBehavior != AutoTransactionBehavior.Never)
        {
            throw new InvalidOperationException("An act and its line in the audit log are one transaction.");
        }

        // One writer at a time over all nodes; a transaction on SQLite has the write lock from its start.
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7240233)", cancel);
        }

        var last = await context.Audit.AsNoTracking().OrderByDescending(row => row.Number).Select(row => new { row.Number, row.Hash }).FirstOrDefaultAsync(cancel);
        var line = new AuditRow(
            (last?.Number ?? 0) + 1,
            now.ToUnixTimeMilliseconds(),
            actor.Person,
            actor.Name,
            actor.Address,
            entry.Contest,
            entry.Act,
            entry.Subject,
            Text(entry.Before),
            Text(entry.After),
            entry.Reason,
            []);
        context.Audit.Add(line with { Hash = HashOf(last?.Hash ?? new byte[HashSize], line) });
        await context.SaveChangesAsync(cancel);
    }

    /// <summary>Where the chain breaks first, and how it does; or that it is whole.</summary>
    public static async Task<AuditVerdict> VerifyAsync(HoiThiContext context, CancellationToken cancel = default)
    {
        var (count, before) = (0L, new byte[HashSize]);
        await foreach (var line in context.Audit.AsNoTracking().OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            if (line.Number != count)
            {
                return new AuditVerdict(count - 1, count) { Break = AuditBreak.Missing, Next = line };
            }

            if (!CryptographicOperations.FixedTimeEquals(HashOf(before, line), line.Hash))
            {
                return new AuditVerdict(count - 1, line.Number) { Break = AuditBreak.Changed, Next = line };
            }

            before = line.Hash;
        }

        return new AuditVerdict(count, null, Convert.ToHexStringLower(before));
    }

    /// <summary>The hash of a line: that of the line before, then its fields as a JSON array, which no two lines share.</summary>
    internal static byte[] HashOf(byte[] before, AuditRow line)
    {
        var text = JsonSerializer.Serialize(
            new string?[]
            {
                line.Number.ToString(CultureInfo.InvariantCulture),
                line.Moment.ToString(CultureInfo.InvariantCulture),
                line.Person?.ToString("D"),
                line.Who,
                line.Address,
                line.Contest.ToString(CultureInfo.InvariantCulture),
                line.Act,
                line.Subject,
                line.Before,
                line.After,
                line.Reason,
            },
            Json);
        return SHA256.HashData([.. before, .. Encoding.UTF8.GetBytes(text)]);
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        _ => JsonSerializer.Serialize(value, Json),
    };
}

/// <summary>Who acts: a person of the console, the command line, or the clock.</summary>
/// <param name="Person">The person's id; null for the command line and the clock.</param>
/// <param name="Name">A name that says who it was when the person is gone.</param>
/// <param name="Address">From which network address; empty where there is none.</param>
public sealed record Actor(Guid? Person, string Name, string Address)
{
    public static Actor CommandLine { get; } = new(null, "command line", "");

    public static Actor Clock { get; } = new(null, "clock", "");
}

/// <summary>An act.</summary>
/// <param name="Contest">The contest's number; 0 is the site.</param>
/// <param name="Act">What was done, e.g. <c>attempt.void</c>.</param>
/// <param name="Subject">To what or whom.</param>
/// <param name="Before">What was before: a text, or a value that becomes JSON.</param>
/// <param name="After">What is now.</param>
/// <param name="Reason">Why, in the words of who did it.</param>
public sealed record AuditEntry(short Contest, string Act, string Subject, object? Before = null, object? After = null, string? Reason = null);

/// <summary>What a check of the log found.</summary>
/// <param name="Whole">How many lines from the first are whole.</param>
/// <param name="Broken">The number of the first broken line, or null.</param>
/// <param name="Head">The hash of the last line of a whole log: noted elsewhere, it shows when lines are cut off the end.</param>
public sealed record AuditVerdict(long Whole, long? Broken, string? Head = null)
{
    /// <summary>How it breaks; of no meaning where it is whole.</summary>
    public AuditBreak Break { get; init; }

    /// <summary>The line at which it shows, as it now is; null where it is whole.</summary>
    public AuditRow? Next { get; init; }
}

/// <summary>How a chain breaks.</summary>
public enum AuditBreak
{
    /// <summary>A line, and perhaps more after it, is not there.</summary>
    Missing,

    /// <summary>A line's hash is not that of the line before and its own text.</summary>
    Changed,
}
