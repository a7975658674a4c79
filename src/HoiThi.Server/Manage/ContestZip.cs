using System.IO.Compression;
using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;

namespace HoiThi.Server.Manage;

/// <summary>
/// A contest's folder as a zip. What somebody uploads is read with suspicion: how much comes out of it is counted while
/// it comes out, whatever its directory claims, and no name leads out of the folder.
/// </summary>
public static class ContestZip
{
    /// <summary>The most bytes of an upload.</summary>
    public const long UploadLimit = 64L * 1024 * 1024;

    private const int EntryLimit = 2_000;
    private const long FileLimit = 64L * 1024 * 1024;
    private const long TotalLimit = 256L * 1024 * 1024;
    private const int PathLimit = 200;
    private const int UnixTypeMask = 0xF000;
    private const int UnixLink = 0xA000;

    /// <summary>Unpacks into a folder; what is wrong in words, or null.</summary>
    /// <param name="zip">The upload.</param>
    /// <param name="folder">An empty folder.</param>
    public static async Task<LocalText?> UnpackAsync(Stream zip, string folder, CancellationToken cancel = default)
    {
        try
        {
            await using var archive = await ZipArchive.CreateAsync(zip, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancel);
            if (archive.Entries.Count > EntryLimit)
            {
                return new LocalText($"Tệp zip có quá {EntryLimit} mục.", $"The zip has more than {EntryLimit} entries.");
            }

            var left = TotalLimit;
            foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/') && !IsJunk(entry.FullName)))
            {
                if (!IsPlain(entry))
                {
                    return new LocalText($"Tên tệp trong zip không hợp lệ: “{Shown(entry.FullName)}”.", $"A name in the zip leads out of the folder or is no plain file: “{Shown(entry.FullName)}”.");
                }

                left = await CopyAsync(entry, Path.Combine(folder, entry.FullName), Math.Min(left, FileLimit), cancel) is { } written ? left - written : -1;
                if (left < 0)
                {
                    return new LocalText("Nội dung tệp zip quá lớn khi giải nén.", "What is in the zip is too large when unpacked.");
                }
            }

            return null;
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or EndOfStreamException or ArgumentException)
        {
            return new LocalText("Đây không phải tệp zip, hoặc tệp bị hỏng.", "This is no zip file, or it is damaged.");
        }
        catch (IOException)
        {
            return new LocalText("Tệp zip có hai mục trùng tên hoặc tên không dùng được.", "The zip has two entries of one name, or a name that cannot be used.");
        }
    }

    /// <summary>Where <c>contest.yaml</c> is: at the top, or in the only folder there.</summary>
    public static string RootOf(string folder) =>
        !File.Exists(Path.Combine(folder, ContestYaml.FileName)) && Directory.GetDirectories(folder) is [var only] && Directory.GetFiles(folder).Length == 0 ? only : folder;

    /// <summary>Packs a contest.</summary>
    public static async Task<byte[]> PackAsync(ContestBundle bundle, CancellationToken cancel = default)
    {
        using var folder = new ScratchFolder();
        ContestFolder.Write(bundle, folder.Path);
        using var zip = new MemoryStream();
        await ZipFile.CreateFromDirectoryAsync(folder.Path, zip, cancel);
        return zip.ToArray();
    }

    private static bool IsPlain(ZipArchiveEntry entry)
    {
        var type = (entry.ExternalAttributes >> 16) & UnixTypeMask;
        var name = entry.FullName;
        return type != UnixLink
            && name.Length <= PathLimit
            && !name.Contains('\\', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal) && !name.Any(char.IsControl)
            && name.Split('/').All(part => part.Length > 0 && part is not ("." or ".."));
    }

    /// <summary>What other systems add of themselves.</summary>
    private static bool IsJunk(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.EndsWith("/.DS_Store", StringComparison.Ordinal) || name == ".DS_Store" || name.EndsWith("/Thumbs.db", StringComparison.Ordinal);

    /// <summary>The bytes written; null where there are more than the limit.</summary>
    private static async Task<long?> CopyAsync(ZipArchiveEntry entry, string path, long limit, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var content = await entry.OpenAsync(cancel);
        await using var file = new FileStream(path, FileMode.CreateNew);
        var buffer = new byte[81_920];
        var written = 0L;
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            written += read;
            if (written > limit)
            {
                return null;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return written;
    }

    private static string Shown(string name) => string.Concat(name.Where(letter => !char.IsControl(letter)).Take(60));
}

/// <summary>A folder that is gone when it is disposed of.</summary>
public sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hoithi-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
