using System.Text.RegularExpressions;
using HoiThi.Core.Search;

namespace HoiThi.Formats.Banks.Sheets;

/// <summary>Which column of a table holds what.</summary>
internal sealed partial class HeaderMap
{
    /// <summary>What a column may hold, with the names it goes by: folded, as <see cref="SearchText.Fold"/> makes them.</summary>
    private static readonly (string Role, string Names)[] Names =
    [
        ("code", "ma|ma cau|ma cau hoi|code|id"),
        ("ordinal", "stt|tt|so tt|so|cau|cau so|so thu tu|no"),
        ("topic", "chu de|ma chu de|chuyen de|linh vuc|chuong|nhom|topic|topic code|category"),
        ("topicname", "ten chu de|topic name"),
        ("difficulty", "muc do|muc do nhan thuc|do kho|difficulty|level"),
        ("question", "cau hoi|noi dung|noi dung cau hoi|noi dung cau hoi va phuong an|cau hoi va phuong an|cau hoi va cac phuong an|noi dung cau hoi va dap an|de bai|question|question text|text"),
        ("key", "dap an|dap an dung|phuong an dung|dap an chinh xac|cau tra loi dung|key|correct|correct answer|right|right answer|answer|answer key"),
        ("explanation", "giai thich|giai thich dap an|huong dan|loi giai|explanation|feedback"),
        ("source", "nguon|can cu|can cu phap ly|co so phap ly|trich dan|tham chieu|tai lieu|source|reference"),
        ("keeporder", "giu thu tu|khong dao|keep order"),
        ("number", "dap so|so dung|number"),
        ("tolerance", "sai so|tolerance"),
        ("words", "so tu|so tu toi da|words|max words"),
        ("point", "diem|so diem|point|points|score"),
    ];

    private static readonly Dictionary<string, string> RoleOf = Names
        .SelectMany(entry => entry.Names.Split('|').Select(name => (name, entry.Role)))
        .ToDictionary(pair => pair.name, pair => pair.Role, StringComparer.Ordinal);

    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    /// <summary>All roles, for the words of a mistake.</summary>
    public static IEnumerable<string> Roles => Names.Select(entry => entry.Role)
        .Concat(Enumerable.Range(0, Letters.Most).Select(index => Letters.Of(index).ToLowerInvariant()))
        .SelectMany(role => role is "question" or "explanation" or "topicname" or { Length: 1 } ? new[] { role, $"{role}-en" } : [role])
        .Append("header");

    /// <summary>Roles that several columns claim.</summary>
    public List<(string Role, List<int> Columns)> Doubtful { get; } = [];

    public bool HasChoices => Has("a") && Has("b");

    /// <summary>Whether questions can be read by it.</summary>
    public bool Suffices => Has("question") && (HasChoices || Has("key") || Has("number") || Has("words"));

    /// <summary>The columns of a header by their names.</summary>
    public static HeaderMap Of(IReadOnlyList<string> header)
    {
        var map = new HeaderMap();
        foreach (var claim in header.Select(Role).Index().Where(claim => claim.Item is not null).GroupBy(claim => claim.Item!, claim => claim.Index, StringComparer.Ordinal))
        {
            map.columns[claim.Key] = claim.First();
            if (claim.Skip(1).Any())
            {
                map.Doubtful.Add((claim.Key, [.. claim]));
            }
        }

        return map;
    }

    public bool Has(string role) => columns.ContainsKey(role);

    public int? Column(string role) => columns.TryGetValue(role, out var column) ? column : null;

    public void Set(string role, int column)
    {
        columns[role] = column;
        Doubtful.RemoveAll(doubt => doubt.Role == role);
    }

    private static string? Role(string name)
    {
        var folded = SearchText.Fold(name.Length > 100 ? name[..100] : name);
        var english = EnglishForm().Match(folded);
        var plain = english.Success ? folded[..english.Index] : folded;
        var role = RoleOf.GetValueOrDefault(plain) ?? (ChoiceForm().Match(plain) is { Success: true } choice ? ChoiceRole(choice.Groups["which"].ValueSpan[0]) : null);
        return role is not null && english.Success ? $"{role}-en" : role;
    }

    private static string ChoiceRole(char which) => char.IsAsciiDigit(which) ? ((char)('a' + which - '1')).ToString() : which.ToString();

    [GeneratedRegex("^((phuong an|dap an|lua chon|cau tra loi|tra loi|choice|option|answer|pa|da)( so)? (?<which>[a-h1-8])|(?<which>[a-h]))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChoiceForm();

    [GeneratedRegex(" (en|eng|english|tieng anh|anh)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnglishForm();
}
