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

    private static string? OpenIdSecretOf(string slug) =>
        Environment.GetEnvironmentVariable($"HOITHI_OPENID_SECRET_{slug.ToUpperInvariant().Replace('-', '_')}")
        ?? Environment.GetEnvironmentVariable("HOITHI_OPENID_SECRET");
}
