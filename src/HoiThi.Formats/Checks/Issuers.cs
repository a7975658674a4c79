using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Sign-in goes over an encrypted connection, but for a provider on the same machine.</summary>
internal static class Issuers
{
    public static void Check(IdentityProvider provider, Scope scope)
    {
        var safe = Uri.TryCreate(provider.Issuer, UriKind.Absolute, out var issuer)
            && (issuer.Scheme == Uri.UriSchemeHttps || (issuer.Scheme == Uri.UriSchemeHttp && issuer.IsLoopback));
        if (!safe)
        {
            scope.Add("issuer", $"the issuer is '{provider.Issuer}'", "an address that begins with https://, or http:// on loopback");
        }
    }
}
