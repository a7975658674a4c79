using HoiThi.Formats.Banks.Files;

namespace HoiThi.Formats.Banks.Qti;

/// <summary>Where the files of an item are found.</summary>
/// <param name="Zip">The package; null for a single file.</param>
/// <param name="Path">The item's file in it; null for a single file.</param>
internal sealed record QtiSource(SafeZip? Zip, string? Path)
{
    /// <summary>Keeps images with a question.</summary>
    public void Attach(Draft draft, IEnumerable<string> images, int? choice, BankBuilder builder)
    {
        foreach (var image in images)
        {
            var path = PathOf(image.Replace("$IMS-CC-FILEBASE$/", "", StringComparison.Ordinal));
            var bytes = path is null ? null : Zip!.TryRead(path);
            if (bytes is null || builder.Attach(path!, bytes) is not { } kept)
            {
                draft.Problems.Add(QuestionProblems.ImageMissing(draft.Place, image));
            }
            else
            {
                draft.Images.Add(new QuestionImage(kept, choice));
            }
        }
    }

    // By the standard a path begins at the item's file; some systems write it from the root of the package.
    private string? PathOf(string image) => Zip is null || Path is null
        ? null
        : new[] { SafeZip.Resolve(Path, image), SafeZip.Resolve("", image) }.FirstOrDefault(path => path is not null && Zip.Has(path));
}
