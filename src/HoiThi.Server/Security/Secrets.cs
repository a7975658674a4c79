using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HoiThi.Core.Attempts;

namespace HoiThi.Server.Security;

/// <summary>
/// The one secret of an installation and what is derived from it (HKDF-SHA-256, one key a purpose). All nodes share it;
/// who loses it loses the citizen IDs, phones and e-mails, so it is kept and backed up apart from the database.
/// </summary>
public sealed class Secrets : IDisposable
{
    public const string Variable = "HOITHI_KEY";
    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] identity;
    private readonly byte[] session;
    private readonly byte[] code;
    private readonly byte[] receipt;
    private readonly byte[] address;
    private readonly AesGcm personal;
    private readonly AesGcm carried;
    private readonly AesGcm keys;

    /// <summary>Derives the keys.</summary>
    /// <param name="master">32 random bytes.</param>
    public Secrets(byte[] master)
    {
        identity = Derive(master, "identity");
        session = Derive(master, "session");
        code = Derive(master, "personal code");
        receipt = Derive(master, "receipt");
        address = Derive(master, "address");
        personal = new AesGcm(Derive(master, "personal data"), TagSize);
        carried = new AesGcm(Derive(master, "carried"), TagSize);
        keys = new AesGcm(Derive(master, "protection keys"), TagSize);
        Fingerprint = Convert.ToHexStringLower(Derive(master, "fingerprint").AsSpan(0, 8));
    }

    /// <summary>Tells keys apart without telling anything about them; the database keeps that of its own key.</summary>
    public string Fingerprint { get; }

    /// <summary>The id of the person with <paramref name="identityValue"/> in a contest.</summary>
    public ContestantId IdOf(string contest, string identityValue) => ContestantId.Of(identity, contest, identityValue);

    /// <summary>The hash that signs a session.</summary>
    public void Sign(ReadOnlySpan<byte> content, Span<byte> signature) => HMACSHA256.HashData(session, content, signature);

    /// <summary>
    /// The personal code of a contestant who registers with a form: eight letters and digits that cannot be mistaken for
    /// each other. The same form gives the same code, so a registration sent twice shows the code it showed first.
    /// </summary>
    public string CodeOf(ContestantId id, string form) =>
        Letters(HMACSHA256.HashData(code, Encoding.UTF8.GetBytes($"new\n{id.Value}\n{form}")), 8);

    /// <summary>
    /// The code of the receipt for a submission: sixteen letters and digits that only this installation can make, over
    /// the attempt, its answers and the moment it was submitted; made again from the stored attempt, it must be the same.
    /// </summary>
    public string ReceiptOf(Attempt attempt) => Letters(
        HMACSHA256.HashData(receipt, Encoding.UTF8.GetBytes(
            $"{attempt.DrawnAs}\n{attempt.SetVersion}\n{attempt.Submitted}\n{Convert.ToHexString(attempt.Answers.ToBytes())}\n{attempt.Answers.Prediction}")),
        16);

    /// <summary>What is stored of a personal code. Case and spaces do not matter.</summary>
    public byte[] HashOfCode(ContestantId id, string personalCode)
    {
        var plain = string.Concat(personalCode.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return HMACSHA256.HashData(code, Encoding.UTF8.GetBytes($"hash\n{id.Value}\n{plain}"))[..16];
    }

    /// <summary>Stands for an address or another thing to be counted, without telling it.</summary>
    public byte[] Stamp(string text) => HMACSHA256.HashData(address, Encoding.UTF8.GetBytes(text))[..16];

    /// <summary>Encrypts the personal data of a contestant: format, nonce, tag, AES-256-GCM; bound to the contestant.</summary>
    public byte[] Encrypt(ContestantId id, string text) => Encrypt(personal, text, id.Value.ToByteArray(bigEndian: true));

    /// <summary>Decrypts what <see cref="Encrypt(ContestantId, string)"/> made.</summary>
    /// <exception cref="CryptographicException">It was made for another contestant or with another key, or was changed.</exception>
    public string Decrypt(ContestantId id, ReadOnlySpan<byte> data) => Decrypt(personal, data, id.Value.ToByteArray(bigEndian: true));

    /// <summary>Encrypts what a page or a browser carries for us from one step to the next; bound to its purpose.</summary>
    public string Seal(string purpose, string text) => Base64Url.EncodeToString(Encrypt(carried, text, Encoding.UTF8.GetBytes(purpose)));

    /// <summary>Opens what <see cref="Seal"/> closed for the same purpose; null for anything else.</summary>
    public string? Unseal(string purpose, string? data)
    {
        if (string.IsNullOrEmpty(data) || !Base64Url.IsValid(data))
        {
            return null;
        }

        try
        {
            return Decrypt(carried, Base64Url.DecodeFromChars(data), Encoding.UTF8.GetBytes(purpose));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Encrypt(AesGcm key, string text, byte[] bound)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var result = new byte[1 + NonceSize + TagSize + plain.Length];
        result[0] = Format;
        var nonce = result.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        lock (key)
        {
            key.Encrypt(nonce, plain, result.AsSpan(1 + NonceSize + TagSize), result.AsSpan(1 + NonceSize, TagSize), bound);
        }

        return result;
    }

    private static string Decrypt(AesGcm key, ReadOnlySpan<byte> data, byte[] bound)
    {
        if (data.Length < 1 + NonceSize + TagSize || data[0] != Format)
        {
            throw new CryptographicException("This was not encrypted here.");
        }

        var plain = new byte[data.Length - 1 - NonceSize - TagSize];
        lock (key)
        {
            key.Decrypt(data.Slice(1, NonceSize), data[(1 + NonceSize + TagSize)..], data.Slice(1 + NonceSize, TagSize), plain, bound);
        }

        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Encrypts a key that the database keeps for all nodes; bound to its purpose.</summary>
    public byte[] EncryptKey(string purpose, byte[] key)
    {
        var result = new byte[NonceSize + TagSize + key.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceSize));
        lock (keys)
        {
            keys.Encrypt(
                result.AsSpan(0, NonceSize), key, result.AsSpan(NonceSize + TagSize), result.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(purpose));
        }

        return result;
    }

    /// <summary>Decrypts what <see cref="EncryptKey"/> made.</summary>
    /// <exception cref="CryptographicException">It was made for another purpose or with another key, or was changed.</exception>
    public byte[] DecryptKey(string purpose, ReadOnlySpan<byte> data)
    {
        if (data.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("This is no encrypted key.");
        }

        var plain = new byte[data.Length - NonceSize - TagSize];
        lock (keys)
        {
            keys.Decrypt(data[..NonceSize], data[(NonceSize + TagSize)..], data.Slice(NonceSize, TagSize), plain, Encoding.UTF8.GetBytes(purpose));
        }

        return plain;
    }

    public void Dispose()
    {
        personal.Dispose();
        carried.Dispose();
        keys.Dispose();
    }

    /// <summary>Letters and digits that cannot be mistaken for each other.</summary>
    private static string Letters(ReadOnlySpan<byte> hash, int length)
    {
        const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

        // The hash is one number, its least byte first, and the letters are its digits; divided limb by limb as on paper.
        Span<uint> number = stackalloc uint[HMACSHA256.HashSizeInBytes / sizeof(uint)];
        for (var limb = 0; limb < number.Length; limb++)
        {
            number[limb] = BinaryPrimitives.ReadUInt32LittleEndian(hash[(limb * sizeof(uint))..]);
        }

        Span<char> letters = stackalloc char[length];
        for (var index = 0; index < length; index++)
        {
            var rest = 0UL;
            for (var limb = number.Length - 1; limb >= 0; limb--)
            {
                rest = (rest << 32) | number[limb];
                number[limb] = (uint)(rest / (uint)Alphabet.Length);
                rest %= (uint)Alphabet.Length;
            }

            letters[index] = Alphabet[(int)rest];
        }

        return letters.ToString();
    }

    private static byte[] Derive(byte[] master, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: Encoding.UTF8.GetBytes("hoithi " + purpose));
}
