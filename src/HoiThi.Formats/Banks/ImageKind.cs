namespace HoiThi.Formats.Banks;

/// <summary>What an image is by its first bytes: a name or a declared type may say anything.</summary>
public static class ImageKind
{
    /// <summary>The media type of an image that browsers show, or null. SVG can hold scripts, so it is not among them.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, 0x50, 0x4E, 0x47, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x47, 0x49, 0x46, 0x38, ..] => "image/gif",
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => "image/webp",
        _ => null,
    };

    /// <summary>The extension that goes with a type of <see cref="Of"/>, as in <c>.png</c>.</summary>
    public static string Extension(string mediaType) => mediaType == "image/jpeg" ? ".jpg" : $".{mediaType["image/".Length..]}";
}
