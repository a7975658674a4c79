using HoiThi.Server.Audit;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Organisers;

/// <summary>Who has which role; every change with its line in the audit log, in the caller's transaction.</summary>
public static class Grants
{
    public static async Task GrantAsync(this HoiThiContext context, Actor actor, DateTimeOffset now, PersonRow person, RoleGrant grant)
    {
        var role = grant.Role.ToString();
        if (await context.RoleGrants.AnyAsync(row => row.Person == person.Id && row.Contest == grant.Contest && row.Role == role && row.Unit == grant.Unit))
        {
            return;
        }

        context.RoleGrants.Add(new RoleGrantRow(person.Id, grant.Contest, role, grant.Unit, now.ToUnixTimeMilliseconds(), actor.Person));
        await context.AppendAsync(actor, now, new AuditEntry(grant.Contest, "role.grant", person.Email!, After: new { role, unit = grant.Unit }));
    }

    /// <summary>Takes a role away.</summary>
    /// <returns>False where it would leave the site without an administrator, or the person has no such role.</returns>
    public static async Task<bool> RevokeAsync(this HoiThiContext context, Actor actor, DateTimeOffset now, PersonRow person, RoleGrant grant)
    {
        var role = grant.Role.ToString();
        if (grant.Role == Role.Administrator && !await context.HasOtherAdministratorAsync(person.Id))
        {
            return false;
        }

        var gone = await context.RoleGrants
            .Where(row => row.Person == person.Id && row.Contest == grant.Contest && row.Role == role && row.Unit == grant.Unit).ExecuteDeleteAsync();
        if (gone > 0)
        {
            await context.AppendAsync(actor, now, new AuditEntry(grant.Contest, "role.revoke", person.Email!, Before: new { role, unit = grant.Unit }));
        }

        return gone > 0;
    }

    /// <summary>Whether somebody else can still sign in as an administrator.</summary>
    public static Task<bool> HasOtherAdministratorAsync(this HoiThiContext context, Guid than)
    {
        var administrator = nameof(Role.Administrator);
        return context.RoleGrants.Where(row => row.Role == administrator && row.Person != than)
            .Join(context.People.Where(person => person.Disabled == null && (person.PasswordHash != null || context.Set<Microsoft.AspNetCore.Identity.IdentityUserLogin<Guid>>().Any(login => login.UserId == person.Id))), row => row.Person, person => person.Id, (row, _) => row)
            .AnyAsync();
    }
}
