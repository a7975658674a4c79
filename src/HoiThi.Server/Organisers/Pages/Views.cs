using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Organisers.Tables;
using Microsoft.AspNetCore.Components;

namespace HoiThi.Server.Organisers.Pages;

/// <param name="To">Where to go then.</param>
/// <param name="Form">What was sent.</param>
/// <param name="Provider">The name of the provider through which one can sign in, or null.</param>
public sealed record SignInView(string To, ConsoleForm Form, string? Provider);

/// <param name="To">Where to go then.</param>
/// <param name="Totp">Whether there is an app that gives codes.</param>
/// <param name="Passkey">Whether there is a passkey.</param>
/// <param name="Form">What was sent.</param>
public sealed record SecondFactorView(string To, bool Totp, bool Passkey, ConsoleForm Form);

/// <param name="Email">Who is invited.</param>
/// <param name="Name">The name that the inviter gave, or that is known.</param>
/// <param name="Role">To what; null: a new start.</param>
/// <param name="Contest">In which contest; null: on the whole site.</param>
/// <param name="Unit">A coordinator's unit.</param>
/// <param name="Known">Whether there is an account already.</param>
/// <param name="NeedsPassword">Whether a password is to be set.</param>
/// <param name="Form">What was sent.</param>
public sealed record InvitationView(string Email, string Name, Role? Role, LocalText? Contest, LocalText? Unit, bool Known, bool NeedsPassword, ConsoleForm Form)
{
    /// <summary>The way to accept through the provider, and its name; null where there is none.</summary>
    public (string Address, string Name)? Provider { get; init; }
}

/// <param name="Key">The key, to type where no code can be read.</param>
/// <param name="Qr">The same as a QR code.</param>
/// <param name="SealedKey">The key as the form carries it.</param>
/// <param name="Form">What was sent.</param>
public sealed record WelcomeView(string Key, MarkupString Qr, string SealedKey, ConsoleForm Form);

public sealed record AccountView(
    bool Totp, int RecoveryCodes, ValueList<PasskeyLine> Passkeys, ValueList<SessionLine> Sessions, ConsoleForm Form, string? Done)
{
    /// <summary>The provider's name, or null where there is none.</summary>
    public string? Provider { get; init; }

    /// <summary>Whether the account is bound to it.</summary>
    public bool Bound { get; init; }
}

public sealed record PasskeyLine(string Id, string Name, DateTime Created);

public sealed record SessionLine(Guid Id, string Device, string Address, DateTime Seen, bool Own);

public sealed record PeopleView(TableView<PersonLine> People, ValueList<WaitingLine> Waiting, IReadOnlyList<Role> Roles, ConsoleForm Form, string? Done);

public sealed record PersonLine(Guid Id, string Name, string Email, bool SecondFactor, bool Disabled, DateTime? Seen, ValueList<GrantLine> Grants);

/// <param name="Contest">The contest's number; 0 is the site.</param>
/// <param name="Role">The role.</param>
/// <param name="Unit">The number of a coordinator's unit.</param>
/// <param name="Slug">The contest's slug, on the page of the site.</param>
/// <param name="UnitName">The unit's name, on the page of the contest.</param>
public sealed record GrantLine(short Contest, Role Role, int Unit, string? Slug, LocalText? UnitName);

public sealed record WaitingLine(string Name, string Email, Role Role, DateTime Expires);

/// <param name="Link">The link to hand over, or null where it was sent by mail.</param>
public sealed record InvitationSentView(string Email, string Name, Role? Role, string? Link, string Back);
