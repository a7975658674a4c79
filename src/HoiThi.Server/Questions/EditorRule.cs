using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions;

/// <summary>
/// Four eyes (ADR 0010): who wrote a version neither reviews nor approves it, unless nobody else could. Who reviewed it may
/// approve it, so that two people are enough.
/// </summary>
internal static class EditorRule
{
    /// <summary>Whether the contest has nobody else who could review.</summary>
    public static async Task<bool> IsAloneAsync(this HoiThiContext context, short contest)
    {
        var (editor, organiser, administrator) = (nameof(Role.QuestionEditor), nameof(Role.Organiser), nameof(Role.Administrator));
        var people = await context.RoleGrants.AsNoTracking()
            .Where(grant => (grant.Contest == contest && (grant.Role == editor || grant.Role == organiser)) || (grant.Contest == 0 && grant.Role == administrator))
            .Where(grant => context.People.Any(person => person.Id == grant.Person && person.Disabled == null))
            .Select(grant => grant.Person).Distinct().CountAsync();
        return people <= 1;
    }
}
