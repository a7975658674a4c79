using System.Security.Cryptography;
using System.Text;
using HoiThi.Formats.Banks;
using HoiThi.Server.Audit;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions.Imports;

/// <summary>Keeps what was read from a file, so that it can be left and come back to, on another node too.</summary>
internal static class ImportStore
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The id under which a file of somebody is kept; the same file sent twice is one import until that is over.</summary>
    public static async Task<(Guid Id, bool Known)> IdOfAsync(this HoiThiContext context, short contest, Guid person, string name, byte[] content)
    {
        var hash = SHA256.HashData(content);
        for (var attempt = 0; ; attempt++)
        {
            var id = new Guid(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{contest} {person} {attempt} {name}"), .. hash])[..16]);
            var known = await context.BankImports.AsNoTracking().Where(row => row.Id == id).Select(row => new { row.Ended }).SingleOrDefaultAsync();
            if (known?.Ended is null)
            {
                return (id, known is not null);
            }
        }
    }

    /// <summary>Keeps a reading under its id; what is there under it is replaced, with the answers where they still fit.</summary>
    public static async Task KeepAsync(
        this HoiThiContext context, Actor actor, DateTimeOffset now, (Guid Id, short Contest, string Name, byte[] Content) file, ImportOptions options, BankReading reading, bool keepAnswers)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.TakeBankTurnAsync();
        await ForgetOldAsync(context, file.Contest, now);
        var head = await context.BankImports.SingleOrDefaultAsync(row => row.Id == file.Id);
        if (head?.Ended is not null)
        {
            return;
        }

        var answers = keepAnswers
            ? await context.BankImportItems.AsNoTracking().Where(row => row.Import == file.Id && row.Answers != null).ToDictionaryAsync(row => row.Ordinal, row => row.Answers)
            : [];
        await ForgetAsync(context, row => row == file.Id);
        var summary = ImportJson.Write(new ImportHead(reading.Format, reading.Topics, reading.Problems, reading.Unsupported, reading.Questions.Count));
        if (head is null)
        {
            context.BankImports.Add(new BankImportRow
            {
                Id = file.Id,
                Contest = file.Contest,
                Person = actor.Person!.Value,
                Created = now.ToUnixTimeMilliseconds(),
                FileName = file.Name,
                Content = file.Content,
                Options = ImportJson.Write(options),
                Reading = summary,
            });
            await context.AppendAsync(actor, now, new AuditEntry(file.Contest, "bank.read", file.Name, After: new { questions = reading.Questions.Count, ready = reading.Questions.Count(read => read.Ready) }));
        }
        else
        {
            (head.Options, head.Reading) = (ImportJson.Write(options), summary);
        }

        await AddItemsAsync(context, file.Contest, file.Id, reading, answers);
        context.BankImportImages.AddRange(reading.Attachments.Select(image => new BankImportImageRow(file.Id, image.Name, image.MediaType, image.Bytes.ToArray())));
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>By <see cref="BankEntry.LikenessOf"/>, the codes of the bank's questions.</summary>
    public static async Task<Dictionary<string, string>> LikenessAsync(this HoiThiContext context, short contest)
    {
        var rows = await (from search in context.BankSearch.AsNoTracking()
                          join question in context.BankQuestions.AsNoTracking() on new { search.Contest, search.Number } equals new { question.Contest, question.Number }
                          where search.Contest == contest && question.Newest
                          select new { search.Likeness, question.Code }).ToListAsync();
        return rows.DistinctBy(row => row.Likeness, StringComparer.Ordinal).ToDictionary(row => row.Likeness, row => row.Code, StringComparer.Ordinal);
    }

    /// <summary>Ends an import without taking anything.</summary>
    public static async Task GiveUpAsync(this HoiThiContext context, Actor actor, DateTimeOffset now, Guid id)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        var row = await context.BankImports.SingleAsync(each => each.Id == id);
        if (row.Ended is null)
        {
            (row.Ended, row.Content) = (now.ToUnixTimeMilliseconds(), null);
            await ForgetAsync(context, import => import == id);
            await context.AppendAsync(actor, now, new AuditEntry(row.Contest, "bank.give-up", row.FileName));
            await transaction.CommitAsync();
        }
    }

    private static async Task AddItemsAsync(HoiThiContext context, short contest, Guid id, BankReading reading, Dictionary<int, string?> answers)
    {
        var known = await context.LikenessAsync(contest);
        foreach (var (index, read) in reading.Questions.Index())
        {
            var kept = answers.GetValueOrDefault(index + 1);
            var settled = kept is null ? read : ImportJson.Read<ImportAnswers>(kept).Apply(read);
            var likeness = BankEntry.LikenessOf(settled.Question);
            var same = known.GetValueOrDefault(likeness);
            known.TryAdd(likeness, $"#{index + 1}");
            context.BankImportItems.Add(new BankImportItemRow
            {
                Import = id,
                Ordinal = index + 1,
                Item = ImportJson.Write(read),
                Answers = kept,
                Ready = settled.Ready,
                LeftOut = same is not null,
                SameAs = same,
            });
        }
    }

    // What nobody came back to for a month.
    private static async Task ForgetOldAsync(HoiThiContext context, short contest, DateTimeOffset now)
    {
        var before = (now - Kept).ToUnixTimeMilliseconds();
        var old = await context.BankImports.AsNoTracking().Where(row => row.Contest == contest && row.Ended == null && row.Created < before).Select(row => row.Id).ToListAsync();
        if (old.Count > 0)
        {
            await ForgetAsync(context, import => old.Contains(import));
            await context.BankImports.Where(row => old.Contains(row.Id)).ExecuteDeleteAsync();
        }
    }

    private static async Task ForgetAsync(HoiThiContext context, System.Linq.Expressions.Expression<Func<Guid, bool>> which)
    {
        var imports = context.BankImports.Select(row => row.Id).Where(which);
        await context.BankImportItems.Where(row => imports.Contains(row.Import)).ExecuteDeleteAsync();
        await context.BankImportImages.Where(row => imports.Contains(row.Import)).ExecuteDeleteAsync();
    }
}
