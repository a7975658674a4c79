using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Server.Attempts;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Contests;
using HoiThi.Server.Mail;
using HoiThi.Server.Security;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Contestants.Email;

/// <summary>
/// Links that prove an address. A registration waits in its link, encrypted, and takes nobody's place until the link is
/// opened; the database keeps only the hash of what stands in a link.
/// </summary>
public sealed class EmailLinks(
    IDbContextFactory<HoiThiContext> contexts, Secrets secrets, ServerOptions options, MailSender mail, LetterSignal signal, AttemptWriter writer, Accounts accounts)
{
    /// <summary>The most letters to one address in an hour, whoever asks for them.</summary>
    public const int LettersPerHour = 5;

    /// <summary>How long a registration can be confirmed.</summary>
    public static TimeSpan ConfirmLifetime { get; } = TimeSpan.FromHours(24);

    /// <summary>How long a link signs in.</summary>
    public static TimeSpan SignInLifetime { get; } = TimeSpan.FromMinutes(30);

    /// <summary>A link is used once; a double tap, or a retry on a bad network, within this is that same use.</summary>
    public static TimeSpan SameUse { get; } = TimeSpan.FromMinutes(1);

    /// <summary>What is said when an address has had its letters.</summary>
    public static FieldError TooMany { get; } = new("too-many-letters", null, new LocalText(
        $"Đã gửi {LettersPerHour} thư đến địa chỉ này trong một giờ. Hãy xem cả hộp thư rác, hoặc chờ một giờ rồi thử lại.",
        $"{LettersPerHour} letters went to this address within an hour. Look into the spam folder too, or try again in an hour."));

    /// <summary>Whether letters can be sent: there are a mail server and an address for their links.</summary>
    public bool Ready => mail.IsSet && options.Address is not null;

    /// <summary>Sends the link that makes a registration valid; false where the address has had too many.</summary>
    public Task<bool> Confirm(LiveContest contest, NewContestant contestant, string address, Language language, DateTimeOffset now) =>
        Add(contest, contestant.Id, address, contestant, ConfirmLifetime, now, link => Letter.Confirm(contest.Definition, contestant.Name, link, language));

    /// <summary>Sends a link that signs in; false where the address has had too many.</summary>
    public Task<bool> SignIn(LiveContest contest, ContestantId id, string name, string address, Language language, DateTimeOffset now) =>
        Add(contest, id, address, null, SignInLifetime, now, link => Letter.SignIn(contest.Definition, name, link, language));

    /// <summary>Whether a link is valid now; nothing is used up by looking, as programs that read mail do.</summary>
    public async Task<bool> IsValid(LiveContest contest, string token, DateTimeOffset now)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await FindAsync(context, contest, token, now) is not null;
    }

    /// <summary>Uses a link.</summary>
    /// <returns>Who it signs in, and whether it registered; null where it is not valid, or somebody else has registered meanwhile.</returns>
    public async Task<(ContestantId Contestant, bool Registered)?> Use(LiveContest contest, string token, DateTimeOffset now)
    {
        await using var context = await contexts.CreateDbContextAsync();
        if (await FindAsync(context, contest, token, now) is not { } row)
        {
            return null;
        }

        // The row first: if this machine stops here, the link is still there to be used again, and registers nobody twice.
        if (row.Draft is { } draft && !await Register(contest, row, JsonSerializer.Deserialize<NewContestant>(secrets.Decrypt(row.Contestant, draft))!, now))
        {
            return null;
        }

        await context.EmailLinks.Where(each => each.TokenHash == row.TokenHash && each.Used == null)
            .ExecuteUpdateAsync(each => each.SetProperty(link => link.Used, now.ToUnixTimeMilliseconds()));
        return (row.Contestant, row.Draft is not null);
    }

    private async Task<bool> Register(LiveContest contest, EmailLinkRow row, NewContestant contestant, DateTimeOffset now)
    {
        var stored = await writer.Register(contestant with { Registered = now.ToUnixTimeMilliseconds() });
        return CryptographicOperations.FixedTimeEquals(stored, contestant.CodeHash)
            || (await accounts.Find(contest, contestant.Id) is { } account && AddressOf(contest.Definition, account) is { } address
                && secrets.Stamp(address).AsSpan().SequenceEqual(row.Address));
    }

    /// <summary>The address that a contestant's letters go to, or null.</summary>
    public static string? AddressOf(Contest contest, Account account) =>
        contest.Registration.Fields.FirstOrDefault(field => field is { Type: FieldType.Email, Required: true, Ask: FieldAsk.Before }) is { } field
            ? account.Values.GetValueOrDefault(field.Code) : null;

    private static async Task<EmailLinkRow?> FindAsync(HoiThiContext context, LiveContest contest, string token, DateTimeOffset now)
    {
        var (hash, moment) = (LinkToken.HashOf(token), now.ToUnixTimeMilliseconds());
        var since = moment - (long)SameUse.TotalMilliseconds;
        return await context.EmailLinks.AsNoTracking().SingleOrDefaultAsync(row =>
            row.TokenHash == hash && row.Contest == contest.Number && row.Expires > moment && (row.Used == null || row.Used > since));
    }

    private async Task<bool> Add(
        LiveContest contest, ContestantId id, string address, NewContestant? draft, TimeSpan lifetime, DateTimeOffset now, Func<Uri, Letter> write)
    {
        var token = LinkToken.Create();
        var link = new Uri(options.Address!, $"competition/{contest.Definition.Slug}/join/link/{token}");
        var letter = write(link) with { To = address };
        var (stamp, moment) = (secrets.Stamp(address), now.ToUnixTimeMilliseconds());
        var hour = moment / 3_600_000;
        while (true)
        {
            await using var context = await contexts.CreateDbContextAsync();
            var last = await context.EmailLinks.Where(row => row.Address == stamp && row.Hour == hour).MaxAsync(row => (short?)row.Ordinal) ?? 0;
            if (last >= LettersPerHour)
            {
                return false;
            }

            context.EmailLinks.Add(new EmailLinkRow(
                LinkToken.HashOf(token), contest.Number, id, stamp, hour, (short)(last + 1),
                draft is null ? null : secrets.Encrypt(id, JsonSerializer.Serialize(draft)), secrets.Encrypt(id, JsonSerializer.Serialize(letter)),
                0, moment, moment + (long)lifetime.TotalMilliseconds, null));
            try
            {
                await context.SaveChangesAsync();
                signal.Raise();
                return true;
            }
            catch (DbUpdateException) when (last + 1 <= LettersPerHour)
            {
                // Another letter to the address took this number; the limit is the key's, so count again.
                if (!await context.EmailLinks.AnyAsync(row => row.Address == stamp && row.Hour == hour && row.Ordinal == last + 1))
                {
                    throw;
                }
            }
        }
    }
}
