using System.Globalization;
using HoiThi.Core.Search;
using HoiThi.Server.Site;

namespace HoiThi.Server.Organisers.Tables;

/// <summary>A page of a table as <c>ConsoleTable</c> shows it.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Filters">What narrows the rows.</param>
/// <param name="Rows">The rows of this page.</param>
/// <param name="Count">How many rows there are on all pages.</param>
public sealed record TableView<TRow>(
    TableQuery Query, IReadOnlyList<TableColumn<TRow>> Columns, IReadOnlyList<TableFilter> Filters, IReadOnlyList<TRow> Rows, long Count)
{
    public int Pages => (int)Math.Max(1, (Count + TableQuery.PageSize - 1) / TableQuery.PageSize);
}

/// <summary>Tables whose rows are all in memory: people, units.</summary>
public static class TableView
{
    private static readonly StringComparer Vietnamese = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    /// <summary>The page that was asked for of rows that are already narrowed by the filters.</summary>
    public static TableView<TRow> Of<TRow>(TableQuery query, IReadOnlyList<TableColumn<TRow>> columns, IReadOnlyList<TableFilter> filters, IEnumerable<TRow> rows)
    {
        var found = Found(query, columns, rows).ToArray();
        var page = query.Within(found.Length);
        return new TableView<TRow>(page, columns, filters, [.. found.Skip(page.Skip).Take(TableQuery.PageSize)], found.Length);
    }

    /// <summary>The rows in which every word of the search is, with or without diacritics, in the order that was asked for.</summary>
    public static IEnumerable<TRow> Found<TRow>(TableQuery query, IReadOnlyList<TableColumn<TRow>> columns, IEnumerable<TRow> rows)
    {
        var wanted = new SearchQuery(query.Text);
        var found = query.Text.Length == 0 ? rows : rows.Where(row =>
        {
            var text = string.Join(' ', columns.SelectMany(column => (string?[])[column.Value(row) as string, column.Small?.Invoke(row)]).OfType<string>());
            return wanted.Matches(SearchText.Fold(text), text);
        });
        return columns.FirstOrDefault(column => column.Sorts && column.Key == query.Sort) is { } by ? Ordered(found, by.Value, query.Descending) : found;
    }

    /// <summary>Ordered as Vietnamese orders words; what has no value comes last either way.</summary>
    public static IEnumerable<TRow> Ordered<TRow>(IEnumerable<TRow> rows, Func<TRow, object?> value, bool descending)
    {
        var comparer = Comparer<object?>.Create((left, right) => (left, right) switch
        {
            (string a, string b) => Vietnamese.Compare(a, b),
            _ => Comparer<object?>.Default.Compare(left, right),
        });
        var ordered = rows.OrderBy(row => value(row) is null);
        return descending ? ordered.ThenByDescending(value, comparer) : ordered.ThenBy(value, comparer);
    }
}
