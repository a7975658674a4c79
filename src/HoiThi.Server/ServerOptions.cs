using HoiThi.Server.Storage;

namespace HoiThi.Server;

/// <summary>What an installation is told from outside.</summary>
/// <param name="DataFolder">Where the key, and on SQLite the database, are.</param>
/// <param name="Database">Which database.</param>
/// <param name="Urls">Where to listen, separated by semicolons.</param>
public sealed record ServerOptions(string DataFolder, DatabaseOptions Database, string Urls = "http://127.0.0.1:8080")
{
    /// <summary>The environment variable with the address at which visitors reach the site, as in https://hoithi.haiphong.gov.vn.</summary>
    public const string AddressVariable = "HOITHI_ADDRESS";

    /// <summary>
    /// The address at which visitors reach the site. Letters and providers are told this one and not what a request says,
    /// which anybody can make say something else.
    /// </summary>
    public Uri? Address { get; init; } =
        Environment.GetEnvironmentVariable(AddressVariable) is { Length: > 0 } text ? new Uri(text.TrimEnd('/') + "/") : null;

    /// <summary>Client secrets at OpenID Connect providers, by the contest's slug; asked for one contest after the other.</summary>
    public Func<string, string?> OpenIdSecret { get; init; } = OpenIdSecretOf;

    /// <summary>The OpenID Connect provider of the people of the console, or null: <c>HOITHI_CONSOLE_OPENID_*</c>.</summary>
    public ConsoleProvider? ConsoleProvider { get; init; } = ConsoleProvider.Of(Environment.GetEnvironmentVariable);

    private static string? OpenIdSecretOf(string slug) =>
        Environment.GetEnvironmentVariable($"HOITHI_OPENID_SECRET_{slug.ToUpperInvariant().Replace('-', '_')}")
        ?? Environment.GetEnvironmentVariable("HOITHI_OPENID_SECRET");
}

/// <summary>An OpenID Connect provider through which people of the console may sign in.</summary>
/// <param name="Issuer"><c>HOITHI_CONSOLE_OPENID_ISSUER</c>: https, or http on loopback.</param>
/// <param name="ClientId"><c>HOITHI_CONSOLE_OPENID_CLIENT_ID</c>.</param>
/// <param name="Secret"><c>HOITHI_CONSOLE_OPENID_SECRET</c>, or null.</param>
/// <param name="Name"><c>HOITHI_CONSOLE_OPENID_NAME</c>: its name on the button.</param>
/// <param name="SecondFactorAcr">
/// <c>HOITHI_CONSOLE_OPENID_ACR</c>: the <c>acr</c> by which the provider says that it has asked for a second factor. Left
/// out, the provider stands for the password only, and everybody's own second factor is asked as well.
/// </param>
public sealed record ConsoleProvider(string Issuer, string ClientId, string? Secret, string Name, string? SecondFactorAcr)
{
    /// <summary>The provider that the settings name, or null where they name none.</summary>
    public static ConsoleProvider? Of(Func<string, string?> setting) =>
        setting("HOITHI_CONSOLE_OPENID_ISSUER") is { Length: > 0 } issuer && setting("HOITHI_CONSOLE_OPENID_CLIENT_ID") is { Length: > 0 } client
            ? new ConsoleProvider(
                issuer, client, Filled(setting("HOITHI_CONSOLE_OPENID_SECRET")), Filled(setting("HOITHI_CONSOLE_OPENID_NAME")) ?? new Uri(issuer).Host, Filled(setting("HOITHI_CONSOLE_OPENID_ACR")))
            : null;

    private static string? Filled(string? text) => text is { Length: > 0 } ? text : null;
}
