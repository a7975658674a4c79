using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;
using HoiThi.Server.Audit;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions;

/// <summary>Writes questions into the bank.</summary>
internal static class QuestionWriting
{
    /// <summary>A new question; its number, or what is wrong with its code.</summary>
    public static async Task<(int Number, FieldError? Error)> CreateAsync(
        this HoiThiContext context, Actor actor, DateTimeOffset now, short contest, Question question, IReadOnlyCollection<string> tags)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.TakeBankTurnAsync();
        var codes = await CodesAsync(context, contest);
        if (question.Code.Length > 0 && codes.Contains(question.Code))
        {
            return (0, new FieldError("code-taken", "code", new LocalText($"Mã {question.Code} đã có câu hỏi khác dùng.", $"Another question has the code {question.Code}.")));
        }

        var named = question.Code.Length > 0 ? question : question with { Code = FreeCode(codes, "C", 1) };
        var number = await NextNumberAsync(context, contest);
        context.BankQuestions.Add(BankEntry.RowOf(contest, number, 1, named, tags, actor.Person, now.ToUnixTimeMilliseconds()));
        context.BankSearch.Add(BankEntry.SearchOf(contest, number, named));
        await context.AppendAsync(actor, now, new AuditEntry(contest, "question.create", $"{named.Code} v1", After: QuestionsYaml.WriteQuestion(named)));
        await transaction.CommitAsync();
        return (number, null);
    }

    /// <summary>
    /// Changes a question: a draft that no set was sealed from in place, everything else by a next version. Who sends the same
    /// twice changes nothing the second time.
    /// </summary>
    /// <param name="context">The database.</param>
    /// <param name="actor">Who.</param>
    /// <param name="now">When.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="number">The question.</param>
    /// <param name="seen">The version that the form showed, and when it was written.</param>
    /// <param name="question">What it is to be; its code stays.</param>
    /// <param name="tags">Its tags.</param>
    /// <returns>The version, or null where somebody else was quicker.</returns>
    public static async Task<int?> EditAsync(
        this HoiThiContext context, Actor actor, DateTimeOffset now, short contest, int number, (int Version, long Written) seen, Question question, IReadOnlyCollection<string> tags)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.TakeBankTurnAsync();
        var row = await context.BankQuestions.SingleAsync(each => each.Contest == contest && each.Number == number && each.Newest);
        var content = QuestionsYaml.WriteQuestion(question);
        if (row.Content == content && row.Tags == Tags.Join(tags))
        {
            return row.Version;
        }

        if (row.Version != seen.Version || row.Written != seen.Written)
        {
            return null;
        }

        var (before, had) = (row.Content, row.Tags);
        var used = await context.BankUses.AnyAsync(use => use.Contest == contest && use.Number == number && use.Version == row.Version);
        var version = row.Version;
        if (row.State == QuestionState.Draft.Name() && !used)
        {
            var next = BankEntry.RowOf(contest, number, version, question, tags, actor.Person, now.ToUnixTimeMilliseconds());
            (row.Topic, row.Difficulty, row.Tags, row.Text, row.Content, row.WrittenBy, row.Written) =
                (next.Topic, next.Difficulty, next.Tags, next.Text, next.Content, next.WrittenBy, next.Written);
        }
        else
        {
            // Saved by itself first: one version of a question is the newest, by a unique index.
            row.Newest = false;
            await context.SaveChangesAsync();
            context.BankQuestions.Add(BankEntry.RowOf(contest, number, ++version, question, tags, actor.Person, now.ToUnixTimeMilliseconds()));
        }

        var search = await context.BankSearch.SingleAsync(each => each.Contest == contest && each.Number == number);
        var found = BankEntry.SearchOf(contest, number, question);
        (search.Folded, search.Spelled, search.Likeness) = (found.Folded, found.Spelled, found.Likeness);
        await context.AppendAsync(actor, now, new AuditEntry(
            contest, "question.edit", $"{question.Code} v{version}", before + TagLine(had), content + TagLine(Tags.Join(tags))));
        await transaction.CommitAsync();
        return version;
    }

    public static async Task<int> NextNumberAsync(HoiThiContext context, short contest) =>
        (await context.BankQuestions.Where(row => row.Contest == contest).MaxAsync(row => (int?)row.Number) ?? 0) + 1;

    public static async Task<HashSet<string>> CodesAsync(HoiThiContext context, short contest) =>
        (await context.BankQuestions.AsNoTracking().Where(row => row.Contest == contest && row.Newest).Select(row => row.Code).ToListAsync()).ToHashSet(StringComparer.Ordinal);

    /// <summary>The first code that nobody has, from a number on.</summary>
    public static string FreeCode(HashSet<string> codes, string prefix, int from)
    {
        for (var number = from; ; number++)
        {
            var code = $"{prefix}{number:000}";
            if (!codes.Contains(code))
            {
                return code;
            }
        }
    }

    private static string TagLine(string tags) => tags.Length == 0 ? "" : $"tags: {string.Join(", ", Tags.Split(tags))}\n";
}
