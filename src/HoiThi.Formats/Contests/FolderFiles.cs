using System.Text;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>Reads files of a contest's folder, and no file outside of it.</summary>
/// <param name="directory">The folder.</param>
internal sealed class FolderFiles(string directory)
{
    // Windows' old code pages would become nonsense silently: better a mistake with its line.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a file is there that does not have to be.</summary>
    public bool Has(string file) => Of.File.Matches(file) && File.Exists(Path.Combine(directory, file));

    /// <summary>The full path of a file, or null after a mistake about it was added.</summary>
    /// <param name="file">The file, relative to the folder.</param>
    /// <param name="findings">Where the file is named.</param>
    /// <param name="path">The key that names it.</param>
    public string? Find(string file, Findings findings, string path)
    {
        var full = Path.GetFullPath(file, Path.GetFullPath(directory));
        if (!Of.File.Matches(file) || IsThroughLink(file))
        {
            findings.Add(path, $"'{file}' leads out of the contest's folder", "a file in the folder or below it, without links");
            return null;
        }

        if (!File.Exists(full))
        {
            findings.Add(path, $"there is no file '{file}'", "a file in the contest's folder");
            return null;
        }

        return full;
    }

    /// <summary>The text of a file, or null after a mistake about it was added.</summary>
    public string? Text(string file, Findings findings, string path)
    {
        if (Find(file, findings, path) is not { } full)
        {
            return null;
        }

        var bytes = File.ReadAllBytes(full);
        try
        {
            return Utf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException fault)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(fault.Index, 0, bytes.Length)).Count((byte)'\n');
            findings.Add(path, $"'{file}' is not UTF-8 in its line {line}", "a text in UTF-8");
            return null;
        }
    }

    /// <summary>Whether a part of the path is a link, which could lead anywhere.</summary>
    private bool IsThroughLink(string file)
    {
        var at = Path.GetFullPath(directory);
        foreach (var part in file.Split('/'))
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }
}
