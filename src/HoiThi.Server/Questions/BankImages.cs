using System.Security.Cryptography;
using HoiThi.Core.Contests;
using HoiThi.Formats.Banks;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions;

/// <summary>Images of questions: kept once, under the hash of their content.</summary>
internal static class BankImages
{
    /// <summary>The most bytes of an image: a paper is read on phones.</summary>
    public const int Limit = 2 << 20;

    /// <summary>Where images stand in a contest's folder.</summary>
    public const string Folder = "images/";

    /// <summary>What is wrong with an image, or null.</summary>
    public static LocalText? Problem(byte[] content) => content.Length switch
    {
        0 => new LocalText("Tệp hình trống.", "The image is empty."),
        > Limit => new LocalText("Hình lớn hơn 2 MB; hãy thu nhỏ rồi tải lại.", "The image has more than 2 MB; make it smaller."),
        _ when ImageKind.Of(content) is null => new LocalText("Tệp này không phải hình PNG, JPEG, GIF hay WebP.", "This is no PNG, JPEG, GIF or WebP."),
        _ => null,
    };

    /// <summary>The row of an image that has no problem.</summary>
    public static BankImageRow RowOf(short contest, byte[] content)
    {
        var type = ImageKind.Of(content)!;
        return new BankImageRow(contest, Convert.ToHexStringLower(SHA256.HashData(content))[..40] + ImageKind.Extension(type), type, content);
    }

    /// <summary>Keeps images that are not there yet.</summary>
    public static async Task KeepAsync(this HoiThiContext context, IReadOnlyCollection<BankImageRow> images)
    {
        var names = images.Select(image => image.Name).ToList();
        var contest = images.FirstOrDefault()?.Contest ?? 0;
        var known = await context.BankImages.AsNoTracking().Where(row => row.Contest == contest && names.Contains(row.Name)).Select(row => row.Name).ToListAsync();
        context.BankImages.AddRange(images.DistinctBy(image => image.Name, StringComparer.Ordinal).Where(image => !known.Contains(image.Name, StringComparer.Ordinal)));
        await context.SaveChangesAsync();
    }

    /// <summary>Puts the images of questions among the files of the contest, so that the contest as a folder has them.</summary>
    public static async Task PublishImagesAsync(this HoiThiContext context, short contest, IReadOnlyCollection<string> contents)
    {
        var files = contents.SelectMany(content => BankStore.Read(content).Images ?? []).Select(image => image.File).Distinct(StringComparer.Ordinal).ToList();
        var known = await context.ContestFiles.AsNoTracking().Where(row => row.Contest == contest && files.Contains(row.Path)).Select(row => row.Path).ToListAsync();
        foreach (var file in files.Except(known, StringComparer.Ordinal))
        {
            var name = NameOf(file);
            if (await context.BankImages.AsNoTracking().SingleOrDefaultAsync(row => row.Contest == contest && row.Name == name) is { } image)
            {
                context.ContestFiles.Add(new ContestFileRow { Contest = contest, Path = file, Content = image.Content });
            }
        }
    }

    /// <summary>The name of an image that a question refers to.</summary>
    public static string NameOf(string file) => file[(file.LastIndexOf('/') + 1)..];
}
