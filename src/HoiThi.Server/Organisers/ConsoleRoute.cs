namespace HoiThi.Server.Organisers;

/// <summary>
/// A page or an act of the console, and who may. All of them stand in tables (<see cref="ConsoleRoutes"/>), from which
/// come the endpoints, the authorisation, the menus and the tests: what is in no table is not reachable.
/// </summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Pattern">The address; with <c>{contest}</c> in it, roles count that are given in that contest.</param>
/// <param name="Access">Who may.</param>
/// <param name="Handler">What answers.</param>
/// <param name="Menu">Where it stands in the menu, or null.</param>
public sealed record ConsoleRoute(string Method, string Pattern, Access Access, Delegate Handler, MenuItem? Menu = null)
{
    /// <summary>What a route of a contest begins with.</summary>
    public const string Contest = "/manage/contests/{contest}";

    /// <summary>As in <c>GET /manage/people</c>.</summary>
    public string Name => $"{Method} {Pattern}";

    public bool IsOfContest => Pattern.StartsWith(Contest, StringComparison.Ordinal);

    public static ConsoleRoute Get(string pattern, Access access, Delegate handler, MenuItem? menu = null) => new(HttpMethods.Get, pattern, access, handler, menu);

    public static ConsoleRoute Post(string pattern, Access access, Delegate handler) => new(HttpMethods.Post, pattern, access, handler);
}

/// <summary>An item of the menu, in both languages, and the group that it stands in.</summary>
public sealed record MenuItem(string Vi, string En, MenuGroup Group);

/// <summary>A link of the menu, and whether the visitor is there or below.</summary>
public sealed record MenuLink(string Href, MenuItem Item, bool Current);

/// <summary>The groups of the menu, in the order of an organiser's work.</summary>
public enum MenuGroup
{
    Contest,
    Preparation,
    Questions,
    Running,
    Results,
    Site,
}

/// <summary>Who may open a page or do an act.</summary>
public sealed record Access
{
    private Access(AccessKind kind, params Role[] roles) => (Kind, Roles) = (kind, roles);

    /// <summary>Whoever comes.</summary>
    public static Access Open { get; } = new(AccessKind.Open);

    /// <summary>Who has given a password, even where the second factor is still to be set up.</summary>
    public static Access Unfinished { get; } = new(AccessKind.Unfinished);

    /// <summary>Everybody who is signed in.</summary>
    public static Access Signed { get; } = new(AccessKind.Signed);

    public AccessKind Kind { get; }

    public IReadOnlyList<Role> Roles { get; }

    /// <summary>Who has one of these roles.</summary>
    public static Access Of(params Role[] roles) => new(AccessKind.Roles, roles);
}

public enum AccessKind
{
    Open,
    Unfinished,
    Signed,
    Roles,
}
