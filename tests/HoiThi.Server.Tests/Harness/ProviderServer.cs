using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace HoiThi.Server.Tests.Harness;

/// <summary>
/// A real OpenID Connect provider (OpenIddict) on this machine, for all tests of a class. Whoever comes is signed in at once
/// as the person that the test names.
/// </summary>
public sealed class ProviderServer : IAsyncLifetime
{
    public const string ClientId = "hoi-thi";
    public const string Secret = "bí mật của nút & + %";
    private readonly HashSet<string> usedCodes = new(StringComparer.Ordinal);
    private WebApplication? app;

    /// <summary>Its address.</summary>
    public string Issuer => app!.Urls.First() + "/";

    /// <summary>Who is signed in there: the claims of the next person who comes.</summary>
    public Dictionary<string, string> Person { get; set; } = [];

    /// <summary>Claims that stand in the user info only, and not in the token.</summary>
    public HashSet<string> OnlyInUserInfo { get; } = new(StringComparer.Ordinal);

    /// <summary>Changes the nonce that goes into the token, as somebody would who plays back another's answer.</summary>
    public bool SpoilNonce { get; set; }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetUserInfoEndpointUris("connect/userinfo");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email, Scopes.Phone);
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            server.EnableDegradedMode();
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || (context.RedirectUri?.EndsWith("/join/provider/return", StringComparison.Ordinal) != true && context.RedirectUri?.EndsWith("/manage/sign-in/provider/return", StringComparison.Ordinal) != true))
                {
                    context.Reject(Errors.InvalidClient);
                }

                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != Secret)
                {
                    context.Reject(Errors.InvalidClient);
                }
                else if (!usedCodes.Add(context.Request.Code!))
                {
                    context.Reject(Errors.InvalidGrant);
                }

                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                var identity = new ClaimsIdentity("test");
                foreach (var (claim, value) in Person)
                {
                    if (value is "true" or "false")
                    {
                        identity.SetClaim(claim, value == "true");
                    }
                    else
                    {
                        identity.SetClaim(claim, value);
                    }
                }

                identity.SetScopes(context.Request.GetScopes());
                identity.SetDestinations(claim => OnlyInUserInfo.Contains(claim.Type)
                    ? [Destinations.AccessToken] : [Destinations.IdentityToken, Destinations.AccessToken]);
                context.Principal = new ClaimsPrincipal(identity);
                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<HandleUserInfoRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                context.Subject = context.AccessTokenPrincipal!.GetClaim(Claims.Subject);
                foreach (var claim in context.AccessTokenPrincipal!.Claims.Where(claim => Person.ContainsKey(claim.Type) && claim.Type != Claims.Subject))
                {
                    context.Claims[claim.Type] = claim.Value;
                }

                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<ProcessSignInContext>(handler => handler.UseInlineHandler(context =>
            {
                if (SpoilNonce && context.EndpointType == OpenIddictServerEndpointType.Token)
                {
                    context.IdentityTokenPrincipal?.SetClaim(Claims.Nonce, "another");
                }

                return ValueTask.CompletedTask;
            }).SetOrder(OpenIddictServerHandlers.GenerateIdentityToken.Descriptor.Order - 1));
        });
        builder.Services.AddAuthentication();
        app = builder.Build();
        app.UseAuthentication();
        await app.StartAsync();

        // It makes its keys at the first request, which takes seconds on a busy machine.
        using var client = new HttpClient();
        (await client.GetAsync(new Uri($"{Issuer}.well-known/openid-configuration"))).EnsureSuccessStatusCode();
        (await client.GetAsync(new Uri($"{Issuer}.well-known/jwks"))).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }
}
