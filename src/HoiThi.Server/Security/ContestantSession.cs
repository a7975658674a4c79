using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using HoiThi.Core.Attempts;
using HoiThi.Server.Site;

namespace HoiThi.Server.Security;

/// <summary>
/// Who is signed in to a contest: a cookie of contest, contestant, moment and signature. Any node can check it, none
/// keeps it. It is not ASP.NET's data protection because it is read by every request of the hot path (0.5 µs).
/// </summary>
public sealed class ContestantSession(Secrets secrets, TimeProvider time)
{
    private const string Prefix = "contestant-";
    private const int ContentSize = 2 + 16 + 8;
    private const int SignatureSize = 32;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);
    private readonly SeenTokens seen = new();

    /// <summary>The contestant who is signed in to the contest, or null.</summary>
    public ContestantId? Read(HttpRequest request, short contest)
    {
        Span<char> name = stackalloc char[24];
        name = name.TryWrite(CultureInfo.InvariantCulture, $"{Prefix}{contest}", out var length) ? name[..length] : default;
        var text = request.Cookie(name);
        return text.IsEmpty ? null : seen.Of(text) is { } known ? StillSignedIn(known, contest) : Check(text, contest);
    }

    private ContestantId? Check(ReadOnlySpan<char> text, short contest)
    {
        Span<byte> bytes = stackalloc byte[ContentSize + SignatureSize];
        if (text.Length != Base64Url.GetEncodedLength(bytes.Length)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var written)
            || written != bytes.Length)
        {
            return null;
        }

        Span<byte> signature = stackalloc byte[SignatureSize];
        secrets.Sign(bytes[..ContentSize], signature);
        if (!CryptographicOperations.FixedTimeEquals(signature, bytes[ContentSize..]))
        {
            return null;
        }

        var known = new SignedToken(
            text.ToString(),
            BinaryPrimitives.ReadInt16BigEndian(bytes),
            new ContestantId(new Guid(bytes[2..18], bigEndian: true)),
            DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes[18..])));
        seen.Keep(known);
        return StillSignedIn(known, contest);
    }

    private ContestantId? StillSignedIn(SignedToken token, short contest) =>
        token.Contest == contest && time.GetUtcNow() - token.Issued < Lifetime ? token.Contestant : null;

    /// <summary>Signs a contestant in.</summary>
    public void Write(HttpResponse response, short contest, ContestantId contestant) => response.Cookies.Append(
        Name(contest),
        Token(contest, contestant),
        Options(response.HttpContext.Request, Lifetime));

    /// <summary>The value of the cookie.</summary>
    public string Token(short contest, ContestantId contestant)
    {
        Span<byte> bytes = stackalloc byte[ContentSize + SignatureSize];
        BinaryPrimitives.WriteInt16BigEndian(bytes, contest);
        contestant.Value.TryWriteBytes(bytes[2..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bytes[18..], time.GetUtcNow().ToUnixTimeMilliseconds());
        secrets.Sign(bytes[..ContentSize], bytes[ContentSize..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Signs out.</summary>
    public static void Clear(HttpResponse response, short contest) => response.Cookies.Delete(Name(contest));

    /// <summary>The cookie's name; one a contest, so that several can be open at once.</summary>
    public static string Name(short contest) => Prefix + contest.ToString(CultureInfo.InvariantCulture);

    /// <summary>How the cookies of a contestant are kept: not readable by scripts, not sent by other sites.</summary>
    public static CookieOptions Options(HttpRequest request, TimeSpan lifetime) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lifetime,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
    };
}
