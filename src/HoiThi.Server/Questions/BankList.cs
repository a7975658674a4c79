using System.Globalization;
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

    /// <summary>The numbers of all that match, in order.</summary>
    public static Task<List<int>> FindAsync(this HoiThiContext context, short contest, BankQuery query, CancellationToken cancel = default) =>
        Sorted(Matching(context, contest, query), query.Sort).Select(row => row.Number).ToListAsync(cancel);

    /// <summary>
    /// A page of what matches, and how many match. Where texts are searched they are gone through once, and the page is cut from the
    /// numbers; otherwise an index counts and pages (ADR 0010).
    /// </summary>
    public static async Task<(List<BankQuestionRow> Rows, int Page, int Found)> PageAsync(this HoiThiContext context, short contest, BankQuery query, int all, CancellationToken cancel = default)
    {
        if (query.Text.Length == 0)
        {
            var matching = Matching(context, contest, query);
            var count = query.IsFiltered ? await matching.CountAsync(cancel) : all;
            var at = PageOf(query, count);
            return (await Sorted(matching, query.Sort).Skip((at - 1) * PageSize).Take(PageSize).ToListAsync(cancel), at, count);
        }

        var numbers = await context.FindAsync(contest, query, cancel);
        var page = PageOf(query, numbers.Count);
        var shown = numbers.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var rows = await context.BankQuestions.AsNoTracking().Where(row => row.Contest == contest && row.Newest && shown.Contains(row.Number)).ToDictionaryAsync(row => row.Number, cancel);
        return ([.. shown.Where(rows.ContainsKey).Select(number => rows[number])], page, numbers.Count);
    }

    /// <summary>What there is to filter by: states with their counts, tags, and who wrote something.</summary>
    public static async Task<BankSummary> SummaryAsync(this HoiThiContext context, short contest)
    {
        var groups = await context.BankQuestions.AsNoTracking().Where(row => row.Contest == contest && row.Newest)
            .GroupBy(row => new { row.State, row.WrittenBy, row.Tags }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
        var writers = groups.Select(group => group.Key.WrittenBy).OfType<Guid>().Distinct().ToList();
        var names = await context.People.AsNoTracking().Where(row => writers.Contains(row.Id)).OrderBy(row => row.Name).Select(row => new { row.Id, row.Name }).ToListAsync();
        var order = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);
        return new BankSummary(
            groups.GroupBy(group => QuestionStates.Of(group.Key.State)).ToDictionary(group => group.Key, group => group.Sum(each => each.Count)),
            [.. groups.SelectMany(group => Tags.Split(group.Key.Tags)).Distinct(StringComparer.Ordinal).Order(order)],
            [.. names.Select(row => (row.Id, row.Name))]);
    }

    private static int PageOf(BankQuery query, int count) => Math.Clamp(query.Page, 1, PagesOf(count));

    /// <summary>How many pages so many questions fill; at least one.</summary>
    public static int PagesOf(int count) => Math.Max(1, (count + PageSize - 1) / PageSize);

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

/// <summary>What there is to filter a bank by.</summary>
/// <param name="States">How many newest versions there are of each state.</param>
/// <param name="Tags">The tags in use.</param>
/// <param name="Writers">Who wrote something.</param>
internal sealed record BankSummary(IReadOnlyDictionary<QuestionState, int> States, ValueList<string> Tags, ValueList<(Guid Id, string Name)> Writers)
{
    public int Count => States.Values.Sum();
}
