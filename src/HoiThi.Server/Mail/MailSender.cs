using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace HoiThi.Server.Mail;

/// <summary>How mail leaves the installation: the settings <c>HOITHI_SMTP_*</c> of the environment.</summary>
/// <param name="Host"><c>HOITHI_SMTP_HOST</c>; without it no mail is sent.</param>
/// <param name="Port"><c>HOITHI_SMTP_PORT</c>, 587 if left out.</param>
/// <param name="User"><c>HOITHI_SMTP_USER</c>, or null for a server that asks nobody.</param>
/// <param name="Password"><c>HOITHI_SMTP_PASSWORD</c>.</param>
/// <param name="From"><c>HOITHI_SMTP_FROM</c>, e.g. <c>Hội thi &lt;hoithi@example.vn&gt;</c>.</param>
/// <param name="Security"><c>HOITHI_SMTP_TLS</c>: <c>starttls</c> (the default), <c>tls</c>, or <c>none</c> for a server on this machine.</param>
public sealed record MailOptions(string? Host, int Port, string? User, string? Password, string From, SecureSocketOptions Security)
{
    public static MailOptions Of(Func<string, string?> setting)
    {
        var host = setting("HOITHI_SMTP_HOST") is { Length: > 0 } named ? named : null;
        return new MailOptions(
            host,
            int.TryParse(setting("HOITHI_SMTP_PORT"), out var port) ? port : 587,
            setting("HOITHI_SMTP_USER") is { Length: > 0 } user ? user : null,
            setting("HOITHI_SMTP_PASSWORD"),
            setting("HOITHI_SMTP_FROM") is { Length: > 0 } from ? from : $"hoithi@{host ?? "localhost"}",
            setting("HOITHI_SMTP_TLS") switch
            {
                "none" => SecureSocketOptions.None,
                "tls" => SecureSocketOptions.SslOnConnect,
                _ => SecureSocketOptions.StartTls,
            });
    }
}

/// <summary>Sends a message of a few lines; whoever calls says what to do where it cannot be sent.</summary>
public sealed partial class MailSender(MailOptions options, ILogger<MailSender> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Whether there is a server to send by.</summary>
    public bool IsSet => options.Host is not null;

    /// <summary>Sends a text; false where there is no server or it did not take the message.</summary>
    public async Task<bool> SendAsync(string to, string subject, string text, CancellationToken cancel = default)
    {
        if (options.Host is null || !MailboxAddress.TryParse(to, out var address))
        {
            return false;
        }

        using var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.Add(address);
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(options.Host, options.Port, options.Security, cancel);
            if (options.User is not null)
            {
                await client.AuthenticateAsync(options.User, options.Password ?? "", cancel);
            }

            await client.SendAsync(message, cancel);
            await client.DisconnectAsync(quit: true, cancel);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception.GetType().Name);
            return false;
        }
    }

    // Neither the address nor the text, and not the exception, which may carry both: a log is no place for them.
    [LoggerMessage(LogLevel.Warning, "A message could not be sent by the SMTP server: {Kind}")]
    private partial void LogFailed(string kind);
}
