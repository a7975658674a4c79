using System.Xml.Linq;
using HoiThi.Formats.Banks.Files;

namespace HoiThi.Formats.Banks.Word;

/// <summary>Keeps the images that a document shows.</summary>
internal sealed class WordImages(SafeZip zip, XElement? relations, BankBuilder builder)
{
    private const string Document = "word/document.xml";

    private readonly Dictionary<string, string?> kept = new(StringComparer.Ordinal);

    /// <summary>The name under which the image of a drawing is kept; null for a drawing without one.</summary>
    public string? Keep(XElement drawing, BankPlace place)
    {
        var id = drawing.DescendantsAndSelf().Select(element => element.Name.LocalName switch
        {
            "blip" => element.Value("embed"),
            "imagedata" => element.Value("id"),
            _ => null,
        }).FirstOrDefault(found => found is not null);
        if (id is null)
        {
            return null;
        }

        if (!kept.TryGetValue(id, out var name))
        {
            kept.Add(id, name = Read(id, place));
        }

        return name;
    }

    private string? Read(string id, BankPlace place)
    {
        var relation = relations?.Elements().FirstOrDefault(each => each.Value("Id") == id);
        var target = relation.Value("Target") ?? "";
        if (relation.Value("TargetMode") == "External")
        {
            // It stands on another machine, which is never asked.
            builder.Add(QuestionProblems.Told(place, "image-elsewhere", "Có hình liên kết từ nơi khác, không nằm trong tệp.", "An image is linked from elsewhere and not in the file."));
            return null;
        }

        var path = target.StartsWith('/') ? SafeZip.PathIn(target[1..]) : SafeZip.Resolve(Document, target);
        if (path is null || zip.TryRead(path) is not { } bytes)
        {
            builder.Add(QuestionProblems.ImageMissing(place, target));
            return null;
        }

        var name = builder.Attach(path, bytes);
        if (name is null)
        {
            builder.Add(QuestionProblems.Told(
                place,
                "image-kind",
                $"Hình “{BankText.Beginning(path)}” thuộc loại trình duyệt không hiển thị được (EMF, WMF…); hãy chèn lại dưới dạng PNG.",
                $"The image '{BankText.Beginning(path)}' is of a kind that browsers do not show (EMF, WMF …); insert it again as PNG."));
        }

        return name;
    }
}
