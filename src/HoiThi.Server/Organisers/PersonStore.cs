using System.Security.Cryptography;
using System.Text;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace HoiThi.Server.Organisers;

/// <summary>Identity's store, but with the secrets of the second factor encrypted and recovery codes hashed.</summary>
public sealed class PersonStore(HoiThiContext context, IDataProtectionProvider protection)
    : UserOnlyStore<PersonRow, HoiThiContext, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, IdentityUserPasskey<Guid>>(context)
{
    private readonly IDataProtector protector = protection.CreateProtector("authenticator key");

    public override Task SetAuthenticatorKeyAsync(PersonRow user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, protector.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(PersonRow user, CancellationToken cancellationToken) =>
        await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } stored ? protector.Unprotect(stored) : null;

    public override Task ReplaceCodesAsync(PersonRow user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => HashOf(user, code)), cancellationToken);

    public override Task<bool> RedeemCodeAsync(PersonRow user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, HashOf(user, code), cancellationToken);

    private static string HashOf(PersonRow user, string code)
    {
        var plain = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id:N}\n{plain}")));
    }
}
