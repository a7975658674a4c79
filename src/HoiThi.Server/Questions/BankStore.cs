using System.Linq.Expressions;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions;

/// <summary>
/// What other features need of the question bank: the questions that may be sealed, and the note that they were. A version
/// that was approved never changes: an edit makes the next one.
/// </summary>
public static class BankStore
{
    /// <summary>
    /// The approved questions that match, in the order of their codes, with the topics they are on. Within a transaction nobody
    /// changes the bank until its end, so that <see cref="MarkUsedAsync"/> notes what was read.
    /// </summary>
    public static async Task<QuestionBank> ApprovedAsync(this HoiThiContext context, short contest, BankFilter filter)
    {
        if (context.Database.CurrentTransaction is not null)
        {
            await context.TakeBankTurnAsync();
        }

        var rows = await Usable(context, contest, filter).OrderBy(row => row.Code).Select(row => row.Content).ToListAsync();
        var questions = rows.Select(Read).ToValueList();
        var used = questions.Select(question => question.Topic).ToHashSet(StringComparer.Ordinal);
        var topics = await context.TopicsAsync(contest);
        return new QuestionBank([.. topics.Where(topic => used.Contains(topic.Code))], questions);
    }

    /// <summary>Notes, in the transaction that seals a set, that it has the usable versions of these questions; twice is once.</summary>
    public static async Task MarkUsedAsync(this HoiThiContext context, short contest, int round, int setVersion, IEnumerable<string> codes)
    {
        var named = codes.ToHashSet(StringComparer.Ordinal);
        var versions = await Usable(context, contest, BankFilter.All).Select(row => new { row.Number, row.Version, row.Code }).ToListAsync();
        var known = await context.BankUses.AsNoTracking()
            .Where(use => use.Contest == contest && use.Round == round && use.SetVersion == setVersion).Select(use => use.Number).ToListAsync();
        context.BankUses.AddRange(versions.Where(row => named.Contains(row.Code) && !known.Contains(row.Number))
            .Select(row => new BankUseRow(contest, row.Number, row.Version, (short)round, setVersion)));
        await context.SaveChangesAsync();
    }

    /// <summary>How many questions there are of each topic, difficulty and state.</summary>
    public static async Task<IReadOnlyList<BankCount>> CountsAsync(this HoiThiContext context, short contest, BankFilter? filter = null)
    {
        var approved = QuestionState.Approved.Name();
        var usable = await Counted(Usable(context, contest, filter ?? BankFilter.All));
        var others = await Counted(Matching(context, contest, filter ?? BankFilter.All).Where(row => row.Newest && row.State != approved));
        return [.. usable, .. others];
    }

    /// <summary>The topics of the bank, in their order.</summary>
    public static async Task<ValueList<Topic>> TopicsAsync(this HoiThiContext context, short contest)
    {
        var rows = await context.BankTopics.AsNoTracking().Where(row => row.Contest == contest).OrderBy(row => row.Position).ThenBy(row => row.Code).ToListAsync();
        return [.. rows.Select(row => new Topic(row.Code, new LocalText(row.NameVi, row.NameEn)))];
    }

    /// <summary>Waits until no other transaction changes a bank. On SQLite a transaction is such a turn by itself.</summary>
    public static Task TakeBankTurnAsync(this HoiThiContext context) => context.Database.IsNpgsql()
        ? context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7240234)")
        : Task.CompletedTask;

    /// <summary>A question as the bank keeps it.</summary>
    internal static Question Read(string content) => QuestionsYaml.ReadQuestion(content, "question bank").Require();

    /// <summary>The versions that match, whatever their state.</summary>
    internal static IQueryable<BankQuestionRow> Matching(HoiThiContext context, short contest, BankFilter filter)
    {
        var rows = context.BankQuestions.AsNoTracking().Where(row => row.Contest == contest);
        if (filter.Topics.Count > 0)
        {
            var topics = filter.Topics.ToArray();
            rows = rows.Where(row => topics.Contains(row.Topic));
        }

        if (filter.Codes.Count > 0)
        {
            var codes = filter.Codes.ToArray();
            rows = rows.Where(row => codes.Contains(row.Code));
        }

        return filter.Tags.Count > 0 ? rows.Where(AnyTag([.. filter.Tags.Select(Tags.Piece)])) : rows;
    }

    private static IQueryable<BankQuestionRow> Usable(HoiThiContext context, short contest, BankFilter filter) =>
        Matching(context, contest, filter).Where(row => row.Usable);

    private static async Task<List<BankCount>> Counted(IQueryable<BankQuestionRow> rows)
    {
        var groups = await rows.GroupBy(row => new { row.Topic, row.Difficulty, row.State }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
        return [.. groups.OrderBy(group => group.Key.Topic, StringComparer.Ordinal).ThenBy(group => group.Key.Difficulty)
            .Select(group => new BankCount(group.Key.Topic, (Difficulty)group.Key.Difficulty, QuestionStates.Of(group.Key.State), group.Count))];
    }

    private static Expression<Func<BankQuestionRow, bool>> AnyTag(string[] pieces)
    {
        var row = Expression.Parameter(typeof(BankQuestionRow), "row");
        var contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
        var any = pieces.Select(piece => (Expression)Expression.Call(Expression.Property(row, nameof(BankQuestionRow.Tags)), contains, Expression.Constant(piece)))
            .Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<BankQuestionRow, bool>>(any, row);
    }
}
