using MailKit.Security;
using MimeKit;

namespace HoiThi.Server.Contestants.Email;

/// <summary>The mail server that letters are given to.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is protected.</param>
/// <param name="User">Whom to sign in as, or null.</param>
/// <param name="Password">With which password, or null.</param>
/// <param name="From">Who the letters are from.</param>
public sealed record MailOptions(string Host, int Port, SecureSocketOptions Security, string? User, string? Password, MailboxAddress From)
{
    /// <summary>smtps://user:password@host:465, or smtp://user:password@host:587 with STARTTLS.</summary>
    public const string ServerVariable = "HOITHI_SMTP";

    /// <summary>Hội thi &lt;hoithi@haiphong.gov.vn&gt;.</summary>
    public const string FromVariable = "HOITHI_SMTP_FROM";

    /// <summary>The options in the environment; null where there are none.</summary>
    /// <exception cref="FormatException">They are there and not understood.</exception>
    public static MailOptions? FromEnvironment() => Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } server
        ? Parse(server, Environment.GetEnvironmentVariable(FromVariable)) : null;

    /// <summary>Reads options.</summary>
    /// <exception cref="FormatException">They are not understood.</exception>
    public static MailOptions Parse(string server, string? from)
    {
        if (!Uri.TryCreate(server, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps"))
        {
            throw new FormatException($"{ServerVariable} is not smtp://… or smtps://….");
        }

        if (!MailboxAddress.TryParse(from, out var sender))
        {
            throw new FormatException($"{FromVariable} is '{from}'; expected an address, as in Hội thi <hoithi@haiphong.gov.vn>.");
        }

        // Without protection only to this very machine, where a relay of its own waits.
        var security = uri.Scheme == "smtps" ? SecureSocketOptions.SslOnConnect : uri.IsLoopback ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;
        var user = uri.UserInfo.Split(':', 2);
        return new MailOptions(
            uri.Host,
            uri.Port > 0 ? uri.Port : uri.Scheme == "smtps" ? 465 : 587,
            security,
            user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            sender);
    }
}
