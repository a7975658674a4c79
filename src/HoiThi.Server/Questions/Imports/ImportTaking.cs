using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;
using HoiThi.Server.Audit;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions.Imports;

/// <summary>Takes the good questions of a file into the bank: all of them in one transaction, and once.</summary>
internal static class ImportTaking
{
    /// <summary>Takes what is ready and not left out.</summary>
    /// <returns>How many came in; null where the import was over already.</returns>
    public static async Task<int?> TakeAsync(this HoiThiContext context, Actor actor, DateTimeOffset now, short contest, Guid id)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.TakeBankTurnAsync();
        var import = await context.BankImports.SingleAsync(row => row.Id == id && row.Contest == contest);
        if (import.Ended is not null)
        {
            return null;
        }

        var head = ImportJson.Read<ImportHead>(import.Reading);
        var items = await context.BankImportItems.AsNoTracking().Where(row => row.Import == id && row.Ready && !row.LeftOut).OrderBy(row => row.Ordinal).ToListAsync();
        var topics = await BankTopics.OfAsync(context, contest);
        var images = await ImagesAsync(context, contest, id);
        await context.KeepAsync(images.Values);
        var codes = await QuestionWriting.CodesAsync(context, contest);
        var number = await QuestionWriting.NextNumberAsync(context, contest);
        var taken = new List<string>();
        foreach (var item in items)
        {
            var answers = item.Answers is null ? ImportAnswers.None : ImportJson.Read<ImportAnswers>(item.Answers);
            var read = answers.Apply(ImportJson.Read<ReadQuestion>(item.Item));
            var question = read.Question;
            var topic = answers.Topic ?? topics.Take(head.Topics.First(each => each.Code == question.Topic));
            var code = codes.Contains(question.Code) ? QuestionWriting.FreeCode(codes, BankOptions.Default.CodePrefix, number) : question.Code;
            codes.Add(code);
            taken.Add(code);
            question = question with { Code = code, Topic = topic, Images = ImagesOf(read, images) };
            context.BankQuestions.Add(BankEntry.RowOf(contest, number, 1, question, [], actor.Person, now.ToUnixTimeMilliseconds()));
            context.BankSearch.Add(BankEntry.SearchOf(contest, number, question));
            number++;
        }

        (import.Ended, import.Taken, import.Content) = (now.ToUnixTimeMilliseconds(), taken.Count, null);
        await context.AppendAsync(actor, now, new AuditEntry(
            contest, "bank.import", import.FileName, After: new { questions = taken.Count, first = taken.FirstOrDefault(), last = taken.LastOrDefault() }));
        await transaction.CommitAsync();
        return taken.Count;
    }

    private static async Task<Dictionary<string, BankImageRow>> ImagesAsync(HoiThiContext context, short contest, Guid id)
    {
        var rows = await context.BankImportImages.AsNoTracking().Where(row => row.Import == id).ToListAsync();
        return rows.Where(row => BankImages.Problem(row.Content) is null).ToDictionary(row => row.Name, row => BankImages.RowOf(contest, row.Content), StringComparer.Ordinal);
    }

    private static ValueList<Image>? ImagesOf(ReadQuestion read, Dictionary<string, BankImageRow> images)
    {
        var found = read.Images.Where(image => images.ContainsKey(image.Attachment) && (image.Choice ?? 0) < Math.Max(1, read.Question.Choices.Count))
            .Select(image => new Image(BankImages.Folder + images[image.Attachment].Name, image.Choice + 1)).Take(9).ToValueList();
        return found.Count == 0 ? null : found;
    }
}
