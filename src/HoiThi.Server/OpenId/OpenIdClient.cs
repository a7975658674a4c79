using System.Buffers.Text;
using System.Collections.Concurrent;
using System.IdentityModel.Tokens.Jwt;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HoiThi.Core.Contests;
using HoiThi.Server.Security;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace HoiThi.Server.OpenId;

/// <summary>
/// Signing in through an OpenID Connect provider, a contest's or that of the console: the code flow with PKCE, state and nonce. It is not ASP.NET's
/// handler, because providers belong to contests, which come and go while the server runs, and because what is remembered
/// between the two steps is in the browser, encrypted, so that any node can take the second.
/// </summary>
public sealed class OpenIdClient(Secrets secrets, TimeProvider time) : IDisposable
{
    private const string Purpose = "open-id";
    private readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) }) { Timeout = TimeSpan.FromSeconds(15) };
    private readonly ConcurrentDictionary<string, ConfigurationManager<OpenIdConnectConfiguration>> providers = new(StringComparer.Ordinal);

    /// <summary>How long somebody may take at the provider.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(20);

    /// <summary>Where to send the browser, and what it has to remember.</summary>
    /// <exception cref="OpenIdException">The provider does not answer.</exception>
    public async Task<(Uri Address, string Remembered)> Begin(OpenIdParty party, Uri returnTo, string? carried)
    {
        var provider = party.Provider;
        var configuration = await ConfigurationOf(provider);
        var trip = new Trip(party.Number, Chance(), Chance(), Chance(), carried, (time.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds());
        var request = new OpenIdConnectMessage
        {
            IssuerAddress = configuration.AuthorizationEndpoint,
            ClientId = provider.ClientId,
            ResponseType = OpenIdConnectResponseType.Code,
            ResponseMode = OpenIdConnectResponseMode.Query,
            Scope = string.Join(' ', ScopesFor(provider, configuration)),
            RedirectUri = returnTo.AbsoluteUri,
            State = trip.State,
            Nonce = trip.Nonce,
        };
        request.SetParameter("code_challenge", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(trip.Verifier))));
        request.SetParameter("code_challenge_method", "S256");
        return (new Uri(request.CreateAuthenticationRequestUrl()), secrets.Seal(Purpose, JsonSerializer.Serialize(trip)));
    }

    /// <summary>What the provider says of the person who has come back.</summary>
    /// <exception cref="OpenIdException">It was not this browser that went, or the provider did not confirm it.</exception>
    public async Task<(Dictionary<string, string> Claims, string? Carried)> Complete(
        OpenIdParty party, Uri returnTo, string? remembered, string? state, string? code)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (secrets.Unseal(Purpose, remembered) is not { } text || JsonSerializer.Deserialize<Trip>(text) is not { } trip
            || trip.Party != party.Number || now >= trip.Expires || string.IsNullOrEmpty(code)
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state ?? ""), Encoding.UTF8.GetBytes(trip.State)))
        {
            throw new OpenIdException("The answer belongs to no question of this browser.");
        }

        var provider = party.Provider;
        var configuration = await ConfigurationOf(provider);
        var answer = await Redeem(party, provider, configuration, returnTo, code, trip);
        var token = await Validate(provider, configuration, answer, trip);
        var claims = ClaimsOf(token);
        if (answer.AccessToken is { Length: > 0 } access && configuration.UserInfoEndpoint is { Length: > 0 } address
            && provider.Claims.Any(claim => !claims.ContainsKey(claim.Claim)))
        {
            foreach (var (name, value) in await UserInfo(address, access, claims["sub"]))
            {
                claims.TryAdd(name, value);
            }
        }

        return (claims, trip.Carried);
    }

    public void Dispose() => http.Dispose();

    private async Task<OpenIdConnectConfiguration> ConfigurationOf(IdentityProvider provider)
    {
        var address = provider.Issuer.TrimEnd('/') + "/.well-known/openid-configuration";
        var manager = providers.GetOrAdd(address, each => new ConfigurationManager<OpenIdConnectConfiguration>(
            each, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(http) { RequireHttps = !new Uri(each).IsLoopback }));
        try
        {
            var configuration = await manager.GetConfigurationAsync();
            return configuration.Issuer.TrimEnd('/') == provider.Issuer.TrimEnd('/')
                ? configuration
                : throw new OpenIdException($"The provider calls itself {configuration.Issuer} and not {provider.Issuer}.");
        }
        catch (InvalidOperationException exception)
        {
            throw new OpenIdException("The provider does not answer.", exception);
        }
    }

    private async Task<OpenIdConnectMessage> Redeem(
        OpenIdParty party, IdentityProvider provider, OpenIdConnectConfiguration configuration, Uri returnTo, string code, Trip trip)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = returnTo.AbsoluteUri,
            ["client_id"] = provider.ClientId,
            ["code_verifier"] = trip.Verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, configuration.TokenEndpoint);
        if (party.Secret is { } secret)
        {
            // As the provider takes it; client_secret_basic is what it takes where it does not say (RFC 8414 §2).
            if (configuration.TokenEndpointAuthMethodsSupported is { Count: > 0 } methods && !methods.Contains("client_secret_basic"))
            {
                form["client_secret"] = secret;
            }
            else
            {
                request.Headers.Authorization = new AuthenticationHeaderValue(
                    "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(provider.ClientId)}:{Uri.EscapeDataString(secret)}")));
            }
        }

        request.Content = new FormUrlEncodedContent(form);
        try
        {
            using var response = await http.SendAsync(request);
            var answer = new OpenIdConnectMessage(await response.Content.ReadAsStringAsync());
            return response.IsSuccessStatusCode ? answer : throw new OpenIdException($"The provider does not take the code: {answer.Error}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or JsonException or ArgumentException)
        {
            throw new OpenIdException("The provider does not take the code.", exception);
        }
    }

    private async Task<JsonWebToken> Validate(
        IdentityProvider provider, OpenIdConnectConfiguration configuration, OpenIdConnectMessage answer, Trip trip)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(answer.IdToken, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            ValidAudience = provider.ClientId,
            IssuerSigningKeys = configuration.SigningKeys,
            LifetimeValidator = (from, until, _, parameters) => until > now - parameters.ClockSkew && (from is null || from < now + parameters.ClockSkew),
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token)
        {
            throw new OpenIdException("The provider's token is not valid.", result.Exception);
        }

        try
        {
            new OpenIdConnectProtocolValidator { RequireStateValidation = false, RequireTimeStampInNonce = false }.ValidateTokenResponse(new()
            {
                ClientId = provider.ClientId,
                ProtocolMessage = answer,
                ValidatedIdToken = JwtSecurityTokenConverter.Convert(token),
                Nonce = trip.Nonce,
            });
        }
        catch (OpenIdConnectProtocolException exception)
        {
            throw new OpenIdException("The provider's token is not the answer to our question.", exception);
        }

        return token;
    }

    private async Task<Dictionary<string, string>> UserInfo(string address, string access, string subject)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access);
        try
        {
            using var response = await http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            var claims = json.RootElement.EnumerateObject().Where(claim => claim.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null))
                .ToDictionary(claim => claim.Name, claim => claim.Value.ToString(), StringComparer.Ordinal);
            return claims.GetValueOrDefault("sub") == subject ? claims : throw new OpenIdException("The provider tells of somebody else.");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or JsonException)
        {
            throw new OpenIdException("The provider does not tell who it is.", exception);
        }
    }

    private static Dictionary<string, string> ClaimsOf(JsonWebToken token) => token.Claims.GroupBy(claim => claim.Type, StringComparer.Ordinal)
        .ToDictionary(claim => claim.Key, claim => claim.First().Value, StringComparer.Ordinal);

    // Only what the form needs is asked for, and only what the provider knows.
    private static IEnumerable<string> ScopesFor(IdentityProvider provider, OpenIdConnectConfiguration configuration)
    {
        var wanted = provider.Claims.Select(claim => claim.Claim switch
        {
            "sub" => "openid",
            "email" or "email_verified" => "email",
            "phone_number" or "phone_number_verified" => "phone",
            "address" => "address",
            _ => "profile",
        });
        return wanted.Where(scope => configuration.ScopesSupported is not { Count: > 0 } known || known.Contains(scope))
            .Prepend("openid").Distinct(StringComparer.Ordinal);
    }

    private static string Chance() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private sealed record Trip(short Party, string State, string Nonce, string Verifier, string? Carried, long Expires);
}

/// <summary>Who sends people to a provider.</summary>
/// <param name="Number">A contest's number; 0 is the console.</param>
/// <param name="Provider">The provider, and which claims are wanted.</param>
/// <param name="Secret">The client's secret there, or null.</param>
public sealed record OpenIdParty(short Number, IdentityProvider Provider, string? Secret);

/// <summary>Somebody could not be signed in through a provider.</summary>
public sealed class OpenIdException(string message, Exception? reason = null) : Exception(message, reason);
