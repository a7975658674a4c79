using System.Linq.Expressions;
using HoiThi.Core;
using HoiThi.Core.Search;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions;

/// <summary>Finds the questions of a bank that a query is about.</summary>
internal static class BankList
{
    public const int PageSize = 50;

    /// <summary>
    /// The numbers of all that match, in order: the texts are gone through once, and what is shown is picked from the numbers. Of
    /// 20,000 questions that takes some 20 to 60 ms (ADR 0010).
    /// </summary>
    public static Task<List<int>> FindAsync(this HoiThiContext context, short contest, BankQuery query, CancellationToken cancel = default) =>
        Sorted(Matching(context, contest, query), query.Sort).Select(row => row.Number).ToListAsync(cancel);

    /// <summary>The newest versions of these questions, in the order given, without their content.</summary>
    public static async Task<List<BankQuestionRow>> RowsAsync(this HoiThiContext context, short contest, IReadOnlyList<int> numbers, CancellationToken cancel = default)
    {
        var rows = await context.BankQuestions.AsNoTracking().Where(row => row.Contest == contest && row.Newest && numbers.Contains(row.Number)).ToDictionaryAsync(row => row.Number, cancel);
        return [.. numbers.Where(rows.ContainsKey).Select(number => rows[number])];
    }

    /// <summary>How many newest versions there are of each state.</summary>
    public static async Task<IReadOnlyDictionary<QuestionState, int>> StatesAsync(this HoiThiContext context, short contest) =>
        (await context.BankQuestions.AsNoTracking().Where(row => row.Contest == contest && row.Newest).GroupBy(row => row.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync()).ToDictionary(group => QuestionStates.Of(group.Key), group => group.Count);

    /// <summary>The tags that are in use.</summary>
    public static async Task<ValueList<string>> TagsAsync(this HoiThiContext context, short contest)
    {
        var kept = await context.BankQuestions.AsNoTracking().Where(row => row.Contest == contest && row.Newest && row.Tags != "").Select(row => row.Tags).Distinct().ToListAsync();
        return [.. kept.SelectMany(tags => Tags.Split(tags)).Distinct(StringComparer.Ordinal).Order(StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true))];
    }

    /// <summary>Who wrote what is there, and the names of these people.</summary>
    public static async Task<ValueList<(Guid Id, string Name)>> WritersAsync(this HoiThiContext context, short contest)
    {
        var ids = await context.BankQuestions.AsNoTracking().Where(row => row.Contest == contest && row.Newest && row.WrittenBy != null).Select(row => row.WrittenBy!.Value).Distinct().ToListAsync();
        var names = await context.People.AsNoTracking().Where(row => ids.Contains(row.Id)).OrderBy(row => row.Name).Select(row => new { row.Id, row.Name }).ToListAsync();
        return [.. names.Select(row => (row.Id, row.Name))];
    }

    private static IQueryable<BankQuestionRow> Matching(HoiThiContext context, short contest, BankQuery query)
    {
        var rows = context.BankQuestions.AsNoTracking().Where(row => row.Contest == contest && row.Newest);
        if (query.Topic.Length > 0)
        {
            rows = rows.Where(row => row.Topic == query.Topic);
        }

        if (query.Difficulty is { } difficulty)
        {
            rows = rows.Where(row => row.Difficulty == (short)difficulty);
        }

        if (query.Tag.Length > 0)
        {
            var piece = Tags.Piece(query.Tag);
            rows = rows.Where(row => row.Tags.Contains(piece));
        }

        if (query.State is { } state)
        {
            var name = state.Name();
            rows = rows.Where(row => row.State == name);
        }

        if (query.Writer is { } writer)
        {
            rows = rows.Where(row => row.WrittenBy == writer);
        }

        var patterns = SearchPatterns.Of(query.Text);
        if (patterns.Folded.Count == 0)
        {
            return rows;
        }

        var found = context.BankSearch.AsNoTracking().Where(row => row.Contest == contest);
        found = patterns.Folded.Take(8).Aggregate(found, (each, word) => each.Where(row => row.Folded.Contains(word)));
        found = patterns.Spelled.Take(8).Aggregate(found, (each, pattern) => each.Where(row => EF.Functions.Like(row.Spelled, pattern)));
        return rows.Where(row => found.Select(each => each.Number).Contains(row.Number));
    }

    private static IOrderedQueryable<BankQuestionRow> Sorted(IQueryable<BankQuestionRow> rows, string sort)
    {
        var down = sort.StartsWith('-');
        return sort.TrimStart('-') switch
        {
            "topic" => By(row => row.Topic).ThenBy(row => row.Code),
            "difficulty" => By(row => row.Difficulty).ThenBy(row => row.Code),
            "state" => By(row => row.State).ThenBy(row => row.Code),
            "written" => By(row => row.Written).ThenBy(row => row.Code),
            _ => By(row => row.Code),
        };

        IOrderedQueryable<BankQuestionRow> By<T>(Expression<Func<BankQuestionRow, T>> key) => down ? rows.OrderByDescending(key) : rows.OrderBy(key);
    }
}
