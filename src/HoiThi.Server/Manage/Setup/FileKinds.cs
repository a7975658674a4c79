namespace HoiThi.Server.Manage.Setup;

/// <summary>Kinds of files that organisers upload: told by their extension, and believed only when their first bytes agree.</summary>
internal static class FileKinds
{
    public const int DocumentLimit = 20 * 1024 * 1024;
    public const int PictureLimit = 2 * 1024 * 1024;

    private static readonly (string Extension, byte[] Start)[] Documents =
    [
        (".pdf", "%PDF-"u8.ToArray()),
        (".docx", [0x50, 0x4B, 0x03, 0x04]),
        (".xlsx", [0x50, 0x4B, 0x03, 0x04]),
        (".pptx", [0x50, 0x4B, 0x03, 0x04]),
        (".zip", [0x50, 0x4B, 0x03, 0x04]),
        (".doc", [0xD0, 0xCF, 0x11, 0xE0]),
        (".xls", [0xD0, 0xCF, 0x11, 0xE0]),
        (".ppt", [0xD0, 0xCF, 0x11, 0xE0]),
    ];

    private static readonly (string Extension, byte[] Start)[] Pictures =
    [
        (".png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        (".jpg", [0xFF, 0xD8, 0xFF]),
        (".jpeg", [0xFF, 0xD8, 0xFF]),
        (".webp", "RIFF"u8.ToArray()),
    ];

    public static string DocumentExtensions => string.Join(',', Documents.Concat(Pictures).Select(kind => kind.Extension));

    public static string PictureExtensions => string.Join(',', Pictures.Select(kind => kind.Extension));

    public static bool IsDocument(string extension, ReadOnlySpan<byte> content) => Is(Documents, extension, content) || IsPicture(extension, content);

    public static bool IsPicture(string extension, ReadOnlySpan<byte> content) =>
        Is(Pictures, extension, content) && (extension != ".webp" || (content.Length > 12 && content[8..12].SequenceEqual("WEBP"u8)));

    private static bool Is((string Extension, byte[] Start)[] kinds, string extension, ReadOnlySpan<byte> content)
    {
        foreach (var kind in kinds)
        {
            if (kind.Extension == extension && content.StartsWith(kind.Start))
            {
                return true;
            }
        }

        return false;
    }
}
