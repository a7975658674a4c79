using HoiThi.Core.Attempts;
using Microsoft.AspNetCore.Identity;

namespace HoiThi.Server.Storage;

/// <summary>Somebody who works in the console; the columns that Identity needs, and what it lacks.</summary>
public sealed class PersonRow : IdentityUser<Guid>
{
    public string Name { get; set; } = "";

    public long Created { get; set; }

    /// <summary>Since when this person cannot sign in.</summary>
    public long? Disabled { get; set; }
}

public sealed class ConsoleSessionRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    /// <summary>Whether the second factor is set up and was given.</summary>
    public required bool Complete { get; set; }

    public required long Created { get; init; }

    public required long Seen { get; set; }

    public required string Address { get; set; }

    public required string Device { get; init; }

    public long? Revoked { get; set; }
}

public sealed record RoleGrantRow(Guid Person, short Contest, string Role, int Unit, long Granted, Guid? GrantedBy);

public sealed class InvitationRow
{
    public required byte[] TokenHash { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public required short Contest { get; init; }

    public string? Role { get; init; }

    public required int Unit { get; init; }

    public Guid? InvitedBy { get; init; }

    public required long Created { get; init; }

    public required long Expires { get; init; }

    public long? Used { get; set; }
}

public sealed record ProtectionKeyRow(string Name, string Xml);

public sealed record AuditRow(
    long Number,
    long Moment,
    Guid? Person,
    string Who,
    string Address,
    short Contest,
    string Act,
    string Subject,
    string? Before,
    string? After,
    string? Reason,
    byte[] Hash);

public sealed class ProposalRow
{
    public required Guid Id { get; init; }

    public required short Contest { get; init; }

    public required string Act { get; init; }

    public required string Subject { get; init; }

    public required string Payload { get; init; }

    public required string Reason { get; init; }

    public required Guid ProposedBy { get; init; }

    public required long Proposed { get; init; }

    public Guid? DecidedBy { get; set; }

    public long? Decided { get; set; }

    public string? Outcome { get; set; }
}

public sealed record TwoPersonActRow(short Contest, string Act);

public sealed record ContestantBlockRow(ContestantId Contestant, short Contest, long Blocked);
