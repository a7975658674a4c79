using System.Globalization;
using System.Text;

namespace HoiThi.Server.Organisers.Tables;

/// <summary>What a visitor wants of a table: all of it stands in the address, so that it can be kept, sent and exported.</summary>
/// <param name="Text">What is looked for; empty: everything.</param>
/// <param name="Sort">The key of the column that orders the rows; empty: as they come.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
/// <param name="Page">From 1.</param>
/// <param name="Filters">What else narrows the rows, by name.</param>
public sealed record TableQuery(string Text, string Sort, bool Descending, int Page, IReadOnlyDictionary<string, string> Filters)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 50;

    private static readonly string[] Own = ["q", "sort", "page", "done"];

    public string this[string filter] => Filters.TryGetValue(filter, out var value) ? value : "";

    public static TableQuery Of(HttpRequest request)
    {
        var sort = request.Query["sort"].ToString();
        return new TableQuery(
            request.Query["q"].ToString().Trim(),
            sort.TrimStart('-'),
            sort.StartsWith('-'),
            int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1_000_000) : 1,
            request.Query.Where(pair => !Own.Contains(pair.Key, StringComparer.Ordinal) && pair.Value.ToString().Length > 0)
                .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal));
    }

    /// <summary>The same rows from another page of theirs, or exported.</summary>
    public string Address(string path, int page = 1)
    {
        var text = new StringBuilder(path);
        Add("q", Text);
        foreach (var (name, value) in Filters)
        {
            Add(name, value);
        }

        Add("sort", (Descending ? "-" : "") + Sort);
        Add("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : "");
        return text.ToString();

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                text.Append(text.Length == path.Length ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }

    /// <summary>Ordered by a column; by the same one again, the other way round.</summary>
    public TableQuery SortedBy(string column, bool descendingFirst) =>
        this with { Sort = column, Descending = Sort == column ? !Descending : descendingFirst };

    /// <summary>The page that there is: one behind the last is the last.</summary>
    public TableQuery Within(long count) => this with { Page = (int)Math.Clamp(Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize)) };

    /// <summary>How many rows come before this page.</summary>
    public int Skip => (Page - 1) * PageSize;
}
