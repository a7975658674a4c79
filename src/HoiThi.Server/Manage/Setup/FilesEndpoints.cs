using System.Text;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Search;
using HoiThi.Formats.Contests;
using HoiThi.Formats.People;
using HoiThi.Server.Manage.Setup.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Setup;

/// <summary>What stands in files beside <c>contest.yaml</c>: documents to download, the banner, lists of people.</summary>
internal static class FilesEndpoints
{
    private const string Files = ConsoleRoute.Contest + "/setup/files";

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(Files, SetupEndpoints.Organisers, Show),
        ConsoleRoute.Post(Files + "/document", SetupEndpoints.Organisers, AddDocument),
        ConsoleRoute.Post(Files + "/document/remove", SetupEndpoints.Organisers, RemoveDocument),
        ConsoleRoute.Post(Files + "/banner", SetupEndpoints.Organisers, SetBanner),
        ConsoleRoute.Post(Files + "/list", SetupEndpoints.Organisers, UploadList),
    ];

    private static Task<IResult> Show(HttpContext http, Visit visit, HoiThiContext context, string? done) => Page(http, visit, context, ConsoleForm.Empty, [], done);

    private static async Task<IResult> Page(HttpContext http, Visit visit, HoiThiContext context, ConsoleForm form, ValueList<string> mistakes, string? done = null)
    {
        var downloads = await context.DocumentDownloads.AsNoTracking().Where(row => row.Contest == visit.Contest.Number).ToDictionaryAsync(row => row.Path, row => row.Count, StringComparer.Ordinal);
        var people = visit.Contest.Lists.ToDictionary(list => list.Key, list => list.Value.Count, StringComparer.Ordinal);
        return ConsolePage.Of<FilesPage>(
            http, new FilesView(visit.Contest, downloads, people, mistakes, form, done), form.Errors.Count + mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> AddDocument(HttpContext http, Visit visit, SetupSaving saving, HoiThiContext context)
    {
        var (form, file, content) = await UploadAsync(http, FileKinds.DocumentLimit);
        var title = form?["title"].ToString().Trim() ?? "";
        var english = form?["english"].ToString().Trim() ?? "";
        var extension = Path.GetExtension(file?.FileName ?? "").ToLowerInvariant();
        if (form is null || file is null || !FileKinds.IsDocument(extension, content))
        {
            return await Wrong("document", $"Hãy chọn một tệp {FileKinds.DocumentExtensions}, đến 20 MB; nội dung phải đúng loại.", $"Choose a file {FileKinds.DocumentExtensions} of up to 20 MB; its content must be of that kind.");
        }

        if (title.Length is 0 or > 200)
        {
            return await Wrong("title", "Tài liệu cần tên, đến 200 ký tự.", "A document has a title of up to 200 characters.");
        }

        var bundle = await saving.NowAsync(visit);
        var path = Free(bundle, "documents/" + NameOf(Path.GetFileNameWithoutExtension(file.FileName)), extension);
        var document = new Document(new LocalText(title, english.Length == 0 ? null : english), path);
        if (bundle.Contest.Documents.Any(each => each.Title == document.Title && SameBytes(bundle, each.File, content)))
        {
            return ConsolePage.To(visit.To("/setup/files"), "saved");
        }

        var changed = (bundle with { Contest = bundle.Contest with { Documents = [.. bundle.Contest.Documents, document] } }).WithFile(path, content);
        return await SavedAsync(visit, saving, changed, "document.add", null, document, refused => Wrong("document", refused.Vi, refused.In(english: true)));

        Task<IResult> Wrong(string field, string vi, string en) => Page(http, visit, context, form is null ? new ConsoleForm(ConsoleForm.Empty.Values, [ConsoleForm.Wrong(field, vi, en)]) : ConsoleForm.Of(form, ConsoleForm.Wrong(field, vi, en)), []);
    }

    private static async Task<IResult> RemoveDocument(HttpContext http, Visit visit, SetupSaving saving, HoiThiContext context)
    {
        if (await FormBody.Read(http.Request) is not { } form)
        {
            return Reply.BadRequest();
        }

        var file = form["file"].ToString();
        var bundle = await saving.NowAsync(visit);
        if (bundle.Contest.Documents.FirstOrDefault(each => each.File == file) is not { } document)
        {
            return ConsolePage.To(visit.To("/setup/files"), "saved");
        }

        var changed = bundle.With(bundle.Contest with { Documents = bundle.Contest.Documents.Where(each => each != document).ToValueList() }).Bundle!;
        return await SavedAsync(visit, saving, changed, "document.remove", document, null, refused => Page(http, visit, context, ConsoleForm.Of(form, new FieldError("wrong", "document", refused)), []));
    }

    private static async Task<IResult> SetBanner(HttpContext http, Visit visit, SetupSaving saving, HoiThiContext context)
    {
        var (form, file, content) = await UploadAsync(http, FileKinds.PictureLimit);
        var remove = form?["act"].ToString() == "remove";
        var extension = Path.GetExtension(file?.FileName ?? "").ToLowerInvariant();
        if (form is null || (!remove && (file is null || !FileKinds.IsPicture(extension, content))))
        {
            return await Page(http, visit, context, new ConsoleForm(ConsoleForm.Empty.Values, [ConsoleForm.Wrong("banner", "Hãy chọn một ảnh PNG, JPEG hoặc WebP, đến 2 MB.", "Choose a PNG, JPEG or WebP picture of up to 2 MB.")]), []);
        }

        var bundle = await saving.NowAsync(visit);
        var path = remove ? null : "images/banner" + extension;
        var added = path is null ? bundle : bundle.WithFile(path, content);
        var changed = added.With(bundle.Contest with { Banner = path }).Bundle!;
        return await SavedAsync(visit, saving, changed, "banner.set", bundle.Contest.Banner, path, refused => Page(http, visit, context, new ConsoleForm(ConsoleForm.Empty.Values, [new FieldError("wrong", "banner", refused)]), []));
    }

    private static async Task<IResult> UploadList(HttpContext http, Visit visit, SetupSaving saving, HoiThiContext context)
    {
        var (form, file, content) = await UploadAsync(http, FileKinds.DocumentLimit);
        var bundle = await saving.NowAsync(visit);
        var index = form is null ? -1 : bundle.Contest.Lists.ToList().FindIndex(list => list.Code == form["list"].ToString());
        if (form is null || file is null || index < 0)
        {
            return await Page(http, visit, context, new ConsoleForm(ConsoleForm.Empty.Values, [ConsoleForm.Wrong("list", "Hãy chọn một tệp CSV (UTF-8) cho danh sách.", "Choose a CSV file (UTF-8) for the list.")]), []);
        }

        var reading = PeopleCsv.Read(Encoding.UTF8.GetString(content).TrimStart('\uFEFF'), Path.GetFileName(file.FileName));
        var mistakes = reading.Mistakes;
        if (reading.Succeeded)
        {
            var changed = bundle with { Lists = bundle.Lists.Select((list, place) => place == index ? reading.Value : list).ToValueList() };
            mistakes = changed.Check();
            if (mistakes.Count == 0)
            {
                return await SavedAsync(visit, saving, changed, "list.upload", null, new { list = bundle.Contest.Lists[index].Code, people = reading.Value.Count },
                    refused => Page(http, visit, context, ConsoleForm.Of(form, new FieldError("wrong", "list", refused)), []));
            }
        }

        var language = visit.Language;
        return await Page(http, visit, context, ConsoleForm.Empty, mistakes.Select(mistake => $"{mistake.File}:{mistake.Line}: {language.Mistake(mistake)}").ToValueList());
    }

    private static async Task<IResult> SavedAsync(Visit visit, SetupSaving saving, ContestBundle changed, string act, object? before, object? after, Func<LocalText, Task<IResult>> again)
    {
        if (changed.Check() is [var mistake, ..])
        {
            return await again(new LocalText(visit.Language.Mistake(mistake), mistake.ToString()));
        }

        return await saving.SaveAsync(visit, changed, act, before, after) is { } refused ? await again(refused) : ConsolePage.To(visit.To("/setup/files"), "saved");
    }

    private static async Task<(IFormCollection? Form, IFormFile? File, byte[] Content)> UploadAsync(HttpContext http, int limit)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = limit + (64 * 1024);
        }

        if (!http.Request.HasFormContentType)
        {
            return (null, null, []);
        }

        var form = await http.Request.ReadFormAsync();
        if (form.Files is not [{ Length: > 0 } file] || file.Length > limit)
        {
            return (form, null, []);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return (form, file, content.ToArray());
    }

    /// <summary>A file's name as it stands in addresses: no diacritics, no spaces.</summary>
    private static string NameOf(string name) => SearchText.Fold(name).Replace(' ', '-') is { Length: > 0 } folded ? folded[..Math.Min(folded.Length, 80)] : "tai-lieu";

    private static string Free(ContestBundle bundle, string path, string extension)
    {
        var free = path + extension;
        for (var number = 2; bundle.Files.Any(file => file.Path == free); number++)
        {
            free = $"{path}-{number}{extension}";
        }

        return free;
    }

    private static bool SameBytes(ContestBundle bundle, string path, byte[] content)
    {
        using var stored = bundle.Files.First(file => file.Path == path).Open();
        using var bytes = new MemoryStream();
        stored.CopyTo(bytes);
        return bytes.ToArray().AsSpan().SequenceEqual(content);
    }
}
