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
        if (ImageKind.Of(bytes) is not { } type)
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
