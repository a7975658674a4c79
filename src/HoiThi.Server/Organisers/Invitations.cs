using System.Security.Cryptography;
using HoiThi.Server.Audit;
using HoiThi.Server.Contests;
using HoiThi.Server.Mail;
using HoiThi.Server.Security;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Organisers;

/// <summary>
/// Links that let somebody in once: an invitation to a role, or (without a role) a new start for somebody whose password
/// or second factor is lost. The database keeps their hashes only.
/// </summary>
public sealed class Invitations(HoiThiContext context, ContestCatalog catalog, MailSender mail, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    /// <summary>Makes a link within the transaction that is open, with its line in the audit log.</summary>
    /// <returns>What stands in the link.</returns>
    public async Task<string> CreateAsync(Actor actor, string email, string name, RoleGrant? grant)
    {
        var token = LinkToken.Create();
        var now = time.GetUtcNow();
        context.Invitations.Add(new InvitationRow
        {
            TokenHash = LinkToken.HashOf(token),
            Email = email.Trim(),
            Name = name.Trim(),
            Contest = grant?.Contest ?? 0,
            Role = grant?.Role.ToString(),
            Unit = grant?.Unit ?? 0,
            InvitedBy = actor.Person,
            Created = now.ToUnixTimeMilliseconds(),
            Expires = (now + Lifetime).ToUnixTimeMilliseconds(),
        });
        await context.AppendAsync(actor, now, new AuditEntry(
            grant?.Contest ?? 0, grant is null ? "person.new-start" : "person.invite", email.Trim(), After: grant is null ? null : new { role = grant.Role.ToString(), unit = CodeOf(grant) }));
        return token;
    }

    /// <summary>The invitation of a link that still counts, or null.</summary>
    public async Task<InvitationRow?> FindAsync(string token)
    {
        var (hash, now) = (LinkToken.HashOf(token), time.GetUtcNow().ToUnixTimeMilliseconds());
        return await context.Invitations.SingleOrDefaultAsync(row => row.TokenHash == hash && row.Used == null && row.Expires > now);
    }

    /// <summary>Sends the link by mail; false where that cannot be done, and the link is to be shown.</summary>
    public Task<bool> SendAsync(HttpRequest request, string email, string name, RoleGrant? grant, string link)
    {
        var contest = grant is { Contest: > 0 } ? catalog.Find(grant.Contest)?.Definition.Title.Vi : null;
        var what = grant is null
            ? "Theo yêu cầu, tài khoản của bạn trên hệ thống hội thi trực tuyến được thiết lập lại."
            : $"Bạn được mời làm {Language.Vietnamese.Role(grant.Role)}{(contest is null ? " trên hệ thống hội thi trực tuyến" : $" của “{contest}”")}.";
        var text = $"""
            Kính gửi {name},

            {what}
            Mở liên kết sau để đặt mật khẩu và thiết lập xác thực hai lớp. Liên kết dùng được một lần, trong 3 ngày:

            {link}

            Nếu không chờ đợi thư này, bạn chỉ cần bỏ qua.
            ({request.Host})
            """;
        return mail.SendAsync(email, contest is null ? "Tài khoản hội thi trực tuyến" : $"Lời mời: {contest}", text);
    }

    public static string LinkOf(HttpRequest request, string token) => $"{request.Scheme}://{request.Host}/manage/invitation/{token}";

    private string CodeOf(RoleGrant grant) => grant.Unit > 0 ? catalog.Find(grant.Contest)?.Units[grant.Unit].Code ?? "" : "";
}
