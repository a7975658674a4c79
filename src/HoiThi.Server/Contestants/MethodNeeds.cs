using HoiThi.Core.Contests;
using HoiThi.Server.Mail;

namespace HoiThi.Server.Contestants;

/// <summary>What a contest's way of coming in needs of this installation.</summary>
public sealed class MethodNeeds(MailSender mail, ServerOptions options)
{
    /// <summary>What is lacking, in words for the operator; empty where people can join.</summary>
    public IEnumerable<string> Of(Contest contest)
    {
        if (contest.Registration.Method == JoinMethod.Email && !mail.IsSet)
        {
            yield return $"{contest.Slug}: people confirm by e-mail, and no mail server is set (HOITHI_SMTP_HOST, see docs/operator.md); nobody can join until it is.";
        }

        if (contest.Registration.Method is JoinMethod.Email && options.Address is null)
        {
            yield return $"{contest.Slug}: letters need the address of this site for their links ({ServerOptions.AddressVariable}, as in https://hoithi.example.vn); nobody can join until it is set.";
        }

        if (contest.Registration.Method == JoinMethod.OpenId && options.OpenIdSecret(contest.Slug) is null)
        {
            yield return $"{contest.Slug}: people sign in through {contest.Registration.Provider!.Issuer} without a client secret; if the provider gave you one, set HOITHI_OPENID_SECRET (see docs/operator.md).";
        }
    }
}
