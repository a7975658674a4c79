using System.IO.Compression;

namespace HoiThi.Formats.Banks.Files;

/// <summary>Packs an office document again without the time of its making, so that the same bank gives the same bytes.</summary>
internal static class OfficePackage
{
    private static readonly DateTimeOffset Date = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Timeless(byte[] package)
    {
        using var bytes = new MemoryStream();
        using (var read = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var write = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in read.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = write.CreateEntry(entry.FullName);
                copy.LastWriteTime = Date;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return bytes.ToArray();
    }
}
