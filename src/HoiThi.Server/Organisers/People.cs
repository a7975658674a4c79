using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Organisers;

/// <summary>The people of the console: their passwords and second factors, by ASP.NET Core Identity.</summary>
public sealed class People(HoiThiContext context, UserManager<PersonRow> users, IUserStore<PersonRow> store, TimeProvider time)
{
    private const string Provider = "HoiThi";
    private const string StepName = "TotpStep";

    /// <summary>How many recovery codes there are at first.</summary>
    public const int RecoveryCodes = 10;

    public UserManager<PersonRow> Users => users;

    public Task<PersonRow?> ByEmail(string email) => users.FindByEmailAsync(email.Trim());

    public Task<PersonRow?> ById(Guid id) => users.FindByIdAsync(id.ToString());

    /// <summary>A person without a password, who cannot sign in before one is set.</summary>
    public async Task<PersonRow> AddAsync(string email, string name)
    {
        var address = email.Trim();
        var person = new PersonRow { Id = Guid.NewGuid(), UserName = address, Email = address, Name = name.Trim(), Created = time.GetUtcNow().ToUnixTimeMilliseconds() };
        var result = await users.CreateAsync(person);
        return result.Succeeded ? person : throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
    }

    /// <summary>
    /// Checks a password. Too many wrong ones lock the account for a while; an unknown address takes as long and is
    /// answered as a wrong password.
    /// </summary>
    public async Task<(PersonRow? Person, bool LockedOut)> CheckPasswordAsync(string email, string password)
    {
        if (await ByEmail(email) is not { PasswordHash: not null } person)
        {
            users.PasswordHasher.HashPassword(new PersonRow(), password);
            return (null, false);
        }

        if (await users.IsLockedOutAsync(person))
        {
            return (null, true);
        }

        if (await users.CheckPasswordAsync(person, password) && person.Disabled is null)
        {
            return (person, false);
        }

        await users.AccessFailedAsync(person);
        return (null, await users.IsLockedOutAsync(person));
    }

    /// <summary>Checks a code of the app or a recovery code, each of which counts once; wrong ones lock as passwords do.</summary>
    public async Task<bool> CheckCodeAsync(PersonRow person, string code)
    {
        if (await users.IsLockedOutAsync(person) || person.Disabled is not null)
        {
            return false;
        }

        if (await IsRightAsync(person, code))
        {
            await users.ResetAccessFailedCountAsync(person);
            return true;
        }

        await users.AccessFailedAsync(person);
        return false;
    }

    public async Task<bool> HasSecondFactorAsync(PersonRow person) => person.TwoFactorEnabled || (await users.GetPasskeysAsync(person)).Count > 0;

    /// <summary>Makes the app with this key a second factor, if the code is of it.</summary>
    public async Task<bool> EnableTotpAsync(PersonRow person, string key, string code)
    {
        if (Totp.Verify(key, code, time.GetUtcNow(), 0) is not { } step)
        {
            return false;
        }

        await ((IUserAuthenticatorKeyStore<PersonRow>)store).SetAuthenticatorKeyAsync(person, key, CancellationToken.None);
        await users.SetAuthenticationTokenAsync(person, Provider, StepName, step.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await users.SetTwoFactorEnabledAsync(person, enabled: true);
        return true;
    }

    /// <summary>New recovery codes; the old ones are worth nothing any more.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(PersonRow person) =>
        [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes))!];

    public Task<int> CountRecoveryCodesAsync(PersonRow person) => users.CountRecoveryCodesAsync(person);

    /// <summary>Sets a password, whatever it was; all problems with it in words of Identity's codes.</summary>
    public async Task<IReadOnlyList<string>> SetPasswordAsync(PersonRow person, string password)
    {
        var problems = new List<string>();
        foreach (var validator in users.PasswordValidators)
        {
            problems.AddRange((await validator.ValidateAsync(users, person, password)).Errors.Select(error => error.Code));
        }

        if (problems.Count == 0)
        {
            person.PasswordHash = users.PasswordHasher.HashPassword(person, password);
            await users.UpdateSecurityStampAsync(person);
        }

        return problems;
    }

    /// <summary>Takes the second factors away, so that new ones are set up at the next sign-in.</summary>
    public async Task RemoveSecondFactorsAsync(PersonRow person)
    {
        foreach (var passkey in await users.GetPasskeysAsync(person))
        {
            await users.RemovePasskeyAsync(person, passkey.CredentialId);
        }

        await users.SetTwoFactorEnabledAsync(person, enabled: false);
        await users.GenerateNewTwoFactorRecoveryCodesAsync(person, 0);
    }

    /// <summary>Ends all sessions of a person but one.</summary>
    public Task<int> EndSessionsAsync(Guid person, Guid? but = null) => context.ConsoleSessions
        .Where(row => row.Person == person && row.Revoked == null && row.Id != but)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.Revoked, time.GetUtcNow().ToUnixTimeMilliseconds()));

    private async Task<bool> IsRightAsync(PersonRow person, string code)
    {
        if (person.TwoFactorEnabled && await users.GetAuthenticatorKeyAsync(person) is { } key)
        {
            var used = long.TryParse(await users.GetAuthenticationTokenAsync(person, Provider, StepName), out var last) ? last : 0;
            if (Totp.Verify(key, code, time.GetUtcNow(), used) is { } step)
            {
                await users.SetAuthenticationTokenAsync(person, Provider, StepName, step.ToString(System.Globalization.CultureInfo.InvariantCulture));
                return true;
            }
        }

        return (await users.RedeemTwoFactorRecoveryCodeAsync(person, code)).Succeeded;
    }
}
