using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HoiThi.Server.Security;

/// <summary>What stands in a link that works once. The database keeps only its hash: who reads it cannot follow the link.</summary>
internal static class LinkToken
{
    /// <summary>A new one: 32 random bytes as base64url.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is stored of it.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
