using System.Globalization;
using System.Text;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;
using Microsoft.AspNetCore.Http.Features;

namespace HoiThi.Server.Manage;

/// <summary>Texts of a contest: its pages in Markdown, with a preview, and its news.</summary>
internal static class TextEndpoints
{
    private const int TextLimit = 200_000;
    private static readonly Access Organisers = Access.Of(Role.Administrator, Role.Organiser);

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(ConsoleRoute.Contest + "/texts", Organisers, Show, new MenuItem("Nội dung trang", "Texts and news", MenuGroup.Preparation)),
        ConsoleRoute.Post(ConsoleRoute.Contest + "/texts/news", Organisers, AddNews),
        ConsoleRoute.Post(ConsoleRoute.Contest + "/texts/news/remove", Organisers, RemoveNews),
        ConsoleRoute.Get(ConsoleRoute.Contest + "/texts/{page}", Organisers, Edit),
        ConsoleRoute.Post(ConsoleRoute.Contest + "/texts/{page}", Organisers, Save),
    ];

    private static IResult Show(HttpContext http, Visit visit, TimeProvider time, string? done) =>
        ConsolePage.Of<TextsPage>(http, new TextsView(visit.Contest.Definition, Today(visit, time), ConsoleForm.Empty, done));

    private static async Task<IResult> Edit(HttpContext http, Visit visit, string page, string? lang, ContestStore store)
    {
        if (PageOf(visit, page) is not { } found || await store.ExportAsync(visit.Contest.Definition.Slug) is not { } bundle)
        {
            return Reply.NotFound();
        }

        var english = lang == "en";
        var text = await TextOf(bundle, FileOf(found, english));
        return ConsolePage.Of<TextEditor>(http, new TextEditorView(found, english, text, null, ConsoleForm.Empty));
    }

    private static async Task<IResult> Save(HttpContext http, Visit visit, string page, ContestCatalog catalog, ContestStore store, TimeProvider time)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = TextLimit * 8;
        }

        if (PageOf(visit, page) is not { } found || !http.Request.HasFormContentType || await store.ExportAsync(visit.Contest.Definition.Slug) is not { } bundle)
        {
            return Reply.NotFound();
        }

        var form = await http.Request.ReadFormAsync();
        var english = form["lang"] == "en";
        var text = form["text"].ToString().ReplaceLineEndings("\n");
        if (form["act"] == "preview" || text.Length is 0 or > TextLimit)
        {
            var errors = text.Length is 0 or > TextLimit
                ? new[] { ConsoleForm.Wrong("text", $"Nội dung có từ 1 đến {TextLimit} ký tự.", $"The text has 1 to {TextLimit} characters.") } : [];
            var view = new TextEditorView(found, english, text, ContestText.Of(text), new ConsoleForm(ConsoleForm.Empty.Values, errors.ToValueList()));
            return ConsolePage.Of<TextEditor>(http, view, errors.Length > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }

        var file = FileOf(found, english);
        var before = await TextOf(bundle, file);
        var bytes = Encoding.UTF8.GetBytes(text);
        var files = bundle.Files.Where(each => each.Path != file).Append(new ContestFile(file, () => new MemoryStream(bytes))).ToValueList();
        var error = await ContestEndpoints.TakeInAsync(visit, bundle with { Files = files }, catalog, store, time, "text.edit", new { file, text = before }, new { file, text });
        return error is null
            ? ConsolePage.To(visit.To("/texts"), "saved")
            : ConsolePage.Of<TextEditor>(http, new TextEditorView(found, english, text, null, new ConsoleForm(ConsoleForm.Empty.Values, [error])), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> AddNews(HttpContext http, Visit visit, ContestCatalog catalog, ContestStore store, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form || await store.ExportAsync(visit.Contest.Definition.Slug) is not { } bundle)
        {
            return Reply.BadRequest();
        }

        var item = new NewsItem(
            DateOnly.TryParseExact(form["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : Today(visit, time),
            TextIn(form, "title"),
            TextIn(form, "text"));
        if (item.Title.Vi.Length is 0 or > 200 || item.Text.Vi.Length is 0 or > 2_000)
        {
            return Again(ConsoleForm.Wrong("title", "Tin cần tiêu đề (đến 200 ký tự) và nội dung (đến 2.000 ký tự).", "News has a heading (up to 200 characters) and a text (up to 2,000)."));
        }

        // Newest first, as contest.yaml has it; of one day the one that came last.
        var news = bundle.Contest.News.Prepend(item).OrderByDescending(each => each.Date).ToValueList();
        var changed = bundle with { Contest = bundle.Contest with { News = news } };
        if (changed.Check() is { Count: > 0 } mistakes)
        {
            return Again(ConsoleForm.Wrong("title", mistakes[0].ToString(), mistakes[0].ToString()));
        }

        var error = await ContestEndpoints.TakeInAsync(visit, changed, catalog, store, time, "news.add", after: item);
        return error is null ? ConsolePage.To(visit.To("/texts"), "saved") : Again(error);

        IResult Again(FieldError wrong) => ConsolePage.Of<TextsPage>(
            http, new TextsView(visit.Contest.Definition, Today(visit, time), ConsoleForm.Of(form, [wrong]), null), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> RemoveNews(HttpContext http, Visit visit, ContestCatalog catalog, ContestStore store, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form
            || await store.ExportAsync(visit.Contest.Definition.Slug) is not { } bundle
            || bundle.Contest.News.FirstOrDefault(each => each.Title.Vi == form["title"] && each.Date.ToString("O", CultureInfo.InvariantCulture) == form["date"]) is not { } gone)
        {
            return Reply.NotFound();
        }

        var changed = bundle with { Contest = bundle.Contest with { News = bundle.Contest.News.Where(each => each != gone).ToValueList() } };
        await ContestEndpoints.TakeInAsync(visit, changed, catalog, store, time, "news.remove", before: gone, after: "");
        return ConsolePage.To(visit.To("/texts"), "saved");
    }

    private static LocalText TextIn(IFormCollection form, string name) =>
        new(form[name].ToString().ReplaceLineEndings(" ").Trim(), form[name + "-en"].ToString().ReplaceLineEndings(" ").Trim() is { Length: > 0 } english ? english : null);

    private static ContestPage? PageOf(Visit visit, string page) => visit.Contest.Definition.Pages.FirstOrDefault(each => each.Slug == page);

    private static string FileOf(ContestPage page, bool english) => english ? ContestFolder.EnglishFile(page) : page.File;

    private static async Task<string> TextOf(ContestBundle bundle, string file)
    {
        if (bundle.Files.FirstOrDefault(each => each.Path == file) is not { } found)
        {
            return "";
        }

        using var reader = new StreamReader(found.Open());
        return await reader.ReadToEndAsync();
    }

    private static DateOnly Today(Visit visit, TimeProvider time) => DateOnly.FromDateTime(visit.Contest.Local(time.GetUtcNow().ToUnixTimeMilliseconds()));
}
