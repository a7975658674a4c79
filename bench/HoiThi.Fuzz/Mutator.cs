using System.IO.Compression;
using System.Text;

namespace HoiThi.Fuzz;

/// <summary>Changes files: in single places, by parts of other files, and within the parts of a package.</summary>
public sealed class Mutator(Random random)
{
    private const int MostBytes = 1 << 20;

    private static readonly byte[][] Pieces =
    [
        .. ((string[])[
            "<", ">", "&", "\"", "</", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "]]>", "<![CDATA[", "{", "}", "=", "~", "#", "::", "\\", "%50%", "->", "\n", "\n\n", "\r", "\t", ",", ";", "\"\"",
            "ANSWER: Z", "A. ", "B) ", "Câu 1:", "Câu 99999:", "Đáp án: ", "1-A 2-B", "\0", "\uFEFF", "e\u0301", "😀", "\u202E", "999999999999999999999", "-1", "0", "1e308", "NaN", "1,5", "24:00", "9999-12-31",
            "2024-02-30", "../../x", "$CATEGORY: ", "[html]", "<p>", "<img src=\"../../../etc/passwd\">", "w:val=\"", "numId", "<w:br/>", "<w:tbl>", "</w:p>", "[", "]", "- ", ": ", "? ", "| ", "> ", "&a ", "*a ", "!!int ",
            "'", "''", "null", "true", "~", "<<: ", "---\n", "...\n", "%YAML 1.2\n", "# ",
        ]).Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>A file changed in one to six places.</summary>
    /// <param name="file">The file.</param>
    /// <param name="other">Another one, parts of which may be put in.</param>
    public byte[] Change(byte[] file, byte[] other)
    {
        for (var changes = random.Next(1, 7); changes > 0; changes--)
        {
            file = IsPackage(file) && random.Next(10) > 0 ? InPackage(file, other) : Once(file, IsPackage(other) ? Pieces[0] : other);
        }

        return file;
    }

    private static bool IsPackage(byte[] bytes) => bytes is [0x50, 0x4B, 0x03, 0x04, ..];

    private byte[] Once(byte[] bytes, byte[] other)
    {
        var from = random.Next(bytes.Length + 1);
        var length = Math.Min(bytes.Length - from, (int)(Math.Pow(random.NextDouble(), 3) * 400));
        var (before, middle, after) = (bytes[..from], bytes[from..(from + length)], bytes[(from + length)..]);
        byte[] changed = random.Next(10) switch
        {
            0 or 1 => [.. before, .. Piece(), .. middle, .. after],
            2 => [.. before, .. Piece(), .. after],
            3 => [.. before, .. after],
            4 => [.. before, .. Repeated(middle, random.Next(2, 10)), .. after],
            5 => [.. before, .. Repeated(random.Next(2) == 0 ? Piece() : middle, random.Next(100, 3_000)), .. after],
            6 => [.. before, (byte)random.Next(256), .. middle.Skip(1), .. after],
            7 => [.. before, .. PartOf(other), .. after],
            8 => before,
            _ => [.. before, .. middle.Reverse(), .. after],
        };
        return changed.Length > MostBytes ? changed[..MostBytes] : changed;
    }

    private byte[] Piece() => Pieces[random.Next(Pieces.Length)];

    private static byte[] Repeated(byte[] bytes, int times) => [.. Enumerable.Repeat(bytes, times).SelectMany(each => each)];

    private byte[] PartOf(byte[] other)
    {
        var from = random.Next(other.Length + 1);
        return other[from..Math.Min(other.Length, from + random.Next(1, 2_000))];
    }

    // Most changes of packed bytes end in the unpacker; those of an unpacked part reach the reader.
    private byte[] InPackage(byte[] bytes, byte[] other)
    {
        try
        {
            using var read = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            using var packed = new MemoryStream();
            using (var write = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            {
                var chosen = random.Next(Math.Max(1, read.Entries.Count));
                foreach (var (index, entry) in read.Entries.Index())
                {
                    using var from = entry.Open();
                    using var content = new MemoryStream();
                    from.CopyTo(content);
                    using var to = write.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                    to.Write(index == chosen || entry.FullName is "word/document.xml" ? Once(content.ToArray(), PartIn(other, entry.FullName)) : content.ToArray());
                }
            }

            return packed.ToArray();
        }
        catch (Exception exception) when (exception is InvalidDataException or ArgumentException or IOException or NotSupportedException)
        {
            return Once(bytes, Pieces[0]);
        }
    }

    private static byte[] PartIn(byte[] package, string name)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
            using var part = zip.GetEntry(name)?.Open();
            using var content = new MemoryStream();
            part?.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception exception) when (exception is InvalidDataException or ArgumentException or IOException or NotSupportedException)
        {
            return [];
        }
    }
}
