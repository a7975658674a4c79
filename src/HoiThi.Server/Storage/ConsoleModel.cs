using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Storage;

/// <summary>Which class is which table of the console (script 005).</summary>
internal static class ConsoleModel
{
    public static void AddConsole(this ModelBuilder model)
    {
        model.Entity<PersonRow>(person =>
        {
            person.ToTable("person").HasKey(row => row.Id);
            person.Property(row => row.ConcurrencyStamp).IsConcurrencyToken();
        });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("person_claim").HasKey(row => row.Id);
        model.Entity<IdentityUserLogin<Guid>>().ToTable("person_login").HasKey(row => new { row.LoginProvider, row.ProviderKey });
        model.Entity<IdentityUserToken<Guid>>().ToTable("person_token").HasKey(row => new { row.UserId, row.LoginProvider, row.Name });
        model.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("person_passkey").HasKey(row => row.CredentialId);
            passkey.OwnsOne(row => row.Data).ToJson("data");
        });
        model.Entity<ConsoleSessionRow>().ToTable("console_session").HasKey(row => row.Id);
        model.Entity<RoleGrantRow>().ToTable("role_grant").HasKey(row => new { row.Person, row.Contest, row.Role, row.Unit });
        model.Entity<InvitationRow>().ToTable("invitation").HasKey(row => row.TokenHash);
        model.Entity<ProtectionKeyRow>().ToTable("protection_key").HasKey(row => row.Name);
        model.Entity<AuditRow>().ToTable("audit").HasKey(row => row.Number);
        model.Entity<ProposalRow>().ToTable("proposal").HasKey(row => row.Id);
        model.Entity<TwoPersonActRow>().ToTable("two_person_act").HasKey(row => new { row.Contest, row.Act });
        model.Entity<ContestantBlockRow>().ToTable("contestant_block").HasKey(row => row.Contestant);
    }
}
