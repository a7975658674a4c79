using System.Text.Json;
using HoiThi.Server.Security;

namespace HoiThi.Server.Contestants;

/// <summary>
/// A registration on its way, which the page carries from one step to the next: encrypted, so that nobody changes it, and
/// kept by no node.
/// </summary>
/// <param name="Contest">The contest's number.</param>
/// <param name="Given">Fields that are checked already: told by a roster or a provider, or the whole form.</param>
/// <param name="Complete">Whether the whole form has been checked and only the division is to be chosen.</param>
/// <param name="Credential">What is stored to sign in by, where it is made already.</param>
/// <param name="Expires">When it is no longer taken, ms since 1970.</param>
public sealed record Draft(short Contest, Dictionary<string, string> Given, bool Complete, byte[]? Credential, long Expires)
{
    private const string Purpose = "draft";

    /// <summary>How long a form may lie open.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(3);

    public string Seal(Secrets secrets) => secrets.Seal(Purpose, JsonSerializer.Serialize(this));

    /// <summary>The draft that a form carries; null where there is none, or it is of another contest or too old.</summary>
    public static Draft? Open(Secrets secrets, string? text, short contest, long now) =>
        secrets.Unseal(Purpose, text) is { } json && JsonSerializer.Deserialize<Draft>(json) is { } draft && draft.Contest == contest && now < draft.Expires
            ? draft : null;
}
