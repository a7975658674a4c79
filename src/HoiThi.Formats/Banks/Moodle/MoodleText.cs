using System.Xml.Linq;
using HoiThi.Formats.Banks.Files;

namespace HoiThi.Formats.Banks.Moodle;

/// <summary>A text of Moodle's XML with the images that are packed beside it in Base64.</summary>
internal sealed record MoodleText(string Text, List<string> Images, Dictionary<string, string> Files)
{
    private const string Packed = "@@PLUGINFILE@@/";

    public static MoodleText Of(XElement? element)
    {
        var raw = element?.Child("text")?.Value ?? "";
        var (text, images) = element.Value("format") is null or "html" or "moodle_auto_format" ? HtmlText.Of(raw) : (BankText.Clean(raw), []);
        var files = element?.Children("file")
            .GroupBy(file => file.Value("name") ?? "", file => file.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal) ?? [];
        return new(text, images, files);
    }

    /// <summary>Keeps its images with a question.</summary>
    public void Attach(Draft draft, int? choice, BankBuilder builder)
    {
        foreach (var source in Images)
        {
            var name = Uri.UnescapeDataString(source.StartsWith(Packed, StringComparison.Ordinal) ? source[Packed.Length..] : source);
            var kept = Files.TryGetValue(name, out var base64) && TryDecode(base64) is { } bytes ? builder.Attach(name, bytes) : null;
            if (kept is null)
            {
                draft.Problems.Add(QuestionProblems.ImageMissing(draft.Place, name));
            }
            else
            {
                draft.Images.Add(new QuestionImage(kept, choice));
            }
        }
    }

    private static byte[]? TryDecode(string base64)
    {
        var bytes = new byte[(base64.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(base64.Trim(), bytes, out var count) ? bytes[..count] : null;
    }
}
