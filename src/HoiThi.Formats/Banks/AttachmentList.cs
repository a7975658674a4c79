using System.Security.Cryptography;

namespace HoiThi.Formats.Banks;

/// <summary>The images of a file: each kept once, under a name without folders.</summary>
internal sealed class AttachmentList
{
    private readonly Dictionary<string, BankAttachment> byHash = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<BankAttachment> All => byHash.Values;

    /// <summary>The name under which an image is kept; null for bytes that are no image of a kind that browsers show.</summary>
    public string? Add(string name, byte[] bytes)
    {
        if (TypeOf(bytes) is not { } type)
        {
            return null;
        }

        var hash = Convert.ToHexString(SHA256.HashData(bytes));
        if (!byHash.TryGetValue(hash, out var known))
        {
            known = new BankAttachment(Free(Safe(name)), type, bytes);
            byHash.Add(hash, known);
        }

        return known.Name;
    }

    // By content: a name or a declared type may say anything. SVG can hold scripts, so it is not among them.
    private static string? TypeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, 0x50, 0x4E, 0x47, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x47, 0x49, 0x46, 0x38, ..] => "image/gif",
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => "image/webp",
        _ => null,
    };

    private static string Safe(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var safe = string.Concat(last.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')).TrimStart('.');
        return safe.Length == 0 ? "image" : safe[^Math.Min(safe.Length, 80)..];
    }

    private string Free(string name)
    {
        var free = name;
        for (var number = 2; !names.Add(free); number++)
        {
            free = $"{number}-{name}";
        }

        return free;
    }
}
