using System.Globalization;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Server.Organisers;
using HoiThi.Server.Questions.Pages;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions;

/// <summary>Writing a question: a new one, or the next form of one that is there.</summary>
internal static class EditorEndpoints
{
    // All texts at their longest in both languages, each letter as three bytes of a form, and an image.
    private const int FormLimit = BankImages.Limit + (4 << 20);
    private const int MostImages = 9;

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(QuestionEndpoints.Bank + "/new", QuestionEndpoints.Editors, New),
        ConsoleRoute.Post(QuestionEndpoints.Bank + "/new", QuestionEndpoints.Editors, Create),
        ConsoleRoute.Get(QuestionEndpoints.Bank + "/{number:int}/edit", QuestionEndpoints.Editors, Edit),
        ConsoleRoute.Post(QuestionEndpoints.Bank + "/{number:int}/edit", QuestionEndpoints.Editors, Save),
    ];

    private static async Task<IResult> New(HttpContext http, Visit visit, HoiThiContext context) =>
        ConsolePage.Of<EditorPage>(http, new EditorView(null, "", await context.TopicsAsync(visit.Contest.Number), QuestionForm.Of(null, []), [], NewVersion: false));

    private static async Task<IResult> Create(HttpContext http, Visit visit, HoiThiContext context, TimeProvider time)
    {
        if (await FormBody.Read(http.Request, FormLimit) is not { } form)
        {
            return Reply.BadRequest();
        }

        var contest = visit.Contest.Number;
        var topics = await context.TopicsAsync(contest);
        var (question, tags, topic, errors) = QuestionForm.Check(form, null, topics);
        var images = await ImagesAsync(context, contest, form, question, errors);
        if (errors.Count == 0)
        {
            question = await WithTopicAsync(context, contest, question with { Images = images.Count > 0 ? images : null }, topic);
            var (number, error) = await context.CreateAsync(visit.Actor, time.GetUtcNow(), contest, question, tags);
            if (error is null)
            {
                return ConsolePage.To(visit.To($"/questions/{number}"), "created");
            }

            errors.Add(error);
        }

        return ConsolePage.Of<EditorPage>(http, new EditorView(null, "", topics, ConsoleForm.Of(form, errors), images, NewVersion: false), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Edit(HttpContext http, Visit visit, int number, HoiThiContext context)
    {
        if (await NewestAsync(context, visit.Contest.Number, number) is not { } row)
        {
            return QuestionEndpoints.NotFound(http);
        }

        var question = BankStore.Read(row.Content);
        var form = QuestionForm.Of(question, Tags.Split(row.Tags));
        var values = new Dictionary<string, string>(form.Values, StringComparer.Ordinal) { ["seen"] = SeenOf(row) };
        return ConsolePage.Of<EditorPage>(http, new EditorView(
            number, row.Code, await context.TopicsAsync(visit.Contest.Number), new ConsoleForm(values, []), question.Images ?? [], await IsKeptAsync(context, row)));
    }

    private static async Task<IResult> Save(HttpContext http, Visit visit, int number, HoiThiContext context, TimeProvider time)
    {
        var contest = visit.Contest.Number;
        if (await FormBody.Read(http.Request, FormLimit) is not { } form || await NewestAsync(context, contest, number) is not { } row)
        {
            return QuestionEndpoints.NotFound(http);
        }

        var topics = await context.TopicsAsync(contest);
        var (question, tags, topic, errors) = QuestionForm.Check(form, row.Code, topics);
        var images = await ImagesAsync(context, contest, form, question, errors);
        if (errors.Count == 0)
        {
            question = await WithTopicAsync(context, contest, question with { Images = images.Count > 0 ? images : null }, topic);
            if (await context.EditAsync(visit.Actor, time.GetUtcNow(), contest, number, SeenIn(form["seen"].ToString()), question, tags) is not null)
            {
                return ConsolePage.To(visit.To($"/questions/{number}"), "saved");
            }

            errors.Add(ConsoleForm.Wrong(
                null,
                "Người khác vừa sửa câu này. Nội dung bạn nhập còn nguyên bên dưới; hãy mở câu hỏi ở thẻ khác để so, rồi lưu lại nếu vẫn muốn thay.",
                "Somebody else has just changed this question. What you typed is still below; look at the question in another tab, then save again to replace it."));
        }

        var kept = ConsoleForm.Of(form, errors);
        var values = new Dictionary<string, string>(kept.Values, StringComparer.Ordinal) { ["seen"] = SeenOf(row) };
        return ConsolePage.Of<EditorPage>(http, new EditorView(
            number, row.Code, topics, new ConsoleForm(values, kept.Errors), images, await IsKeptAsync(context, row)), StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<BankQuestionRow?> NewestAsync(HoiThiContext context, short contest, int number) =>
        context.BankQuestions.AsNoTracking().SingleOrDefaultAsync(row => row.Contest == contest && row.Number == number && row.Newest);

    private static async Task<bool> IsKeptAsync(HoiThiContext context, BankQuestionRow row) => row.State != QuestionState.Draft.Name()
        || await context.BankUses.AnyAsync(use => use.Contest == row.Contest && use.Number == row.Number && use.Version == row.Version);

    /// <summary>What of a question a form was made from: its version, and when that was written.</summary>
    private static string SeenOf(BankQuestionRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Version}-{row.Written}");

    private static (int Version, long Written) SeenIn(string seen) =>
        seen.Split('-') is [var version, var written] && int.TryParse(version, out var number) && long.TryParse(written, out var moment) ? (number, moment) : (0, 0);

    private static async Task<Question> WithTopicAsync(HoiThiContext context, short contest, Question question, string? topic)
    {
        if (topic is null)
        {
            return question;
        }

        var code = (await BankTopics.OfAsync(context, contest)).Take(topic);
        await context.SaveChangesAsync();
        return question with { Topic = code };
    }

    /// <summary>
    /// The images that the form keeps, and the one that it brings. That is kept at once, so that it is there after a mistake in
    /// another field; nothing refers to it before the question is saved.
    /// </summary>
    private static async Task<ValueList<Image>> ImagesAsync(HoiThiContext context, short contest, IFormCollection form, Question question, List<FieldError> errors)
    {
        var images = new List<Image>();
        foreach (var index in Enumerable.Range(0, MostImages).Where(index => form[$"image-file-{index}"].ToString().Length > 0 && form[$"image-gone-{index}"] != "yes"))
        {
            var name = BankImages.NameOf(form[$"image-file-{index}"].ToString());
            if (await context.BankImages.AnyAsync(row => row.Contest == contest && row.Name == name))
            {
                images.Add(ImageOf(BankImages.Folder + name, form[$"image-place-{index}"].ToString(), form[$"image-alt-{index}"].ToString()));
            }
        }

        if (form.Files.GetFile("image") is { Length: > 0 } file)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            var bytes = content.ToArray();
            if (BankImages.Problem(bytes) is { } problem)
            {
                errors.Add(new FieldError("image", "image", problem));
            }
            else if (images.Count == MostImages)
            {
                errors.Add(ConsoleForm.Wrong("image", $"Một câu có nhiều nhất {MostImages} hình.", $"A question has at most {MostImages} images."));
            }
            else
            {
                var row = BankImages.RowOf(contest, bytes);
                await context.KeepAsync([row]);
                images.Add(ImageOf(BankImages.Folder + row.Name, form["image-place"].ToString(), form["image-alt"].ToString()));
            }
        }

        if (images.Exists(image => image.Choice > question.Choices.Count) && errors.Count == 0)
        {
            errors.Add(ConsoleForm.Wrong("image", "Có hình đặt ở phương án không còn trong câu hỏi.", "An image stands in a choice that is not there."));
        }

        return [.. images];
    }

    private static Image ImageOf(string file, string place, string alt)
    {
        var text = Formats.Banks.BankText.Line(alt);
        return new Image(
            file,
            int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var choice) && choice is >= 1 and <= QuestionForm.MostChoices ? choice : null,
            text.Length == 0 ? null : new LocalText(text.Length > 500 ? text[..500] : text));
    }
}
