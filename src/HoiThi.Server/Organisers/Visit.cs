using System.Reflection;
using HoiThi.Server.Audit;
using HoiThi.Server.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Organisers;

/// <summary>A request to the console by somebody who is signed in: who, with which roles, to which contest.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Email">The person's address.</param>
/// <param name="Session">The session's id.</param>
/// <param name="Complete">Whether the second factor was given.</param>
/// <param name="Address">The network address.</param>
/// <param name="Grants">All roles of the person.</param>
/// <param name="Route">What was asked for.</param>
/// <param name="Routes">All there is to ask for.</param>
/// <param name="Language">The language of the reply.</param>
/// <param name="Live">The contest that the address names, or null.</param>
/// <param name="Query">What stands behind the address.</param>
public sealed record Visit(
    Guid Person,
    string Name,
    string Email,
    Guid Session,
    bool Complete,
    string Address,
    IReadOnlyList<RoleGrant> Grants,
    ConsoleRoute Route,
    IReadOnlyList<ConsoleRoute> Routes,
    Language Language,
    LiveContest? Live,
    string Query = "")
{
    private static readonly object Key = new();

    /// <summary>The contest of a page of a contest.</summary>
    public LiveContest Contest => Live ?? throw new InvalidOperationException("This page is of no contest.");

    public Actor Actor => new(Person, $"{Name} <{Email}>", Address);

    /// <summary>The roles that count here: those of the site, and those of the contest.</summary>
    public IEnumerable<RoleGrant> GrantsHere => Grants.Where(grant => grant.Contest == 0 || grant.Contest == Live?.Number);

    public bool Has(params Role[] roles) => GrantsHere.Any(grant => roles.Contains(grant.Role));

    /// <summary>Units whose contestants this person may see; null is all of them.</summary>
    public IReadOnlySet<int>? Units => Has(Role.Administrator, Role.Organiser, Role.Auditor)
        ? null
        : GrantsHere.Where(grant => grant.Role == Role.Coordinator && Contest.Units.Contains(grant.Unit))
            .SelectMany(grant => Contest.Units.SubtreeOf(grant.Unit).ToArray()).ToHashSet();

    /// <summary>Whether this person may use a route, on the site or in the contest of this page.</summary>
    /// <param name="name">As in <c>GET /manage/people</c>; a name that is in no table is a mistake of ours.</param>
    public bool May(string name) => May(Routes.FirstOrDefault(route => route.Name == name) ?? throw new ArgumentException($"There is no route {name}.", nameof(name)));

    public bool May(ConsoleRoute route) => route.Access.Kind switch
    {
        AccessKind.Open or AccessKind.Unfinished => true,
        AccessKind.Signed => Complete,
        _ => Complete && (!route.IsOfContest || Live is not null) && Has([.. route.Access.Roles]),
    };

    /// <summary>The menu as this person sees it.</summary>
    public IEnumerable<IGrouping<MenuGroup, MenuLink>> Menu =>
        from route in Routes
        where route.Menu is not null && (!route.IsOfContest || Live is not null) && May(route)
        let link = new MenuLink(Href(route), route.Menu!, IsIn(route))
        orderby link.Item.Group
        group link by link.Item.Group;

    /// <summary>The address of a page of this contest.</summary>
    public string To(string rest = "") => $"/manage/contests/{Contest.Definition.Slug}{rest}";

    public static ValueTask<Visit?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult(context.Items[Key] as Visit);

    internal static void Put(HttpContext context, Visit visit) => context.Items[Key] = visit;

    internal static Visit? Of(HttpContext context) => context.Items[Key] as Visit;

    /// <summary>Whether what was asked for is this page, or one below it that has no item of its own.</summary>
    private bool IsIn(ConsoleRoute page) => page == Route
        || (Route.Menu is null && page.Pattern != ConsoleRoute.Contest && page.Pattern != "/manage" && Route.Pattern.StartsWith(page.Pattern + "/", StringComparison.Ordinal));

    private string Href(ConsoleRoute route) => route.IsOfContest ? To(route.Pattern[ConsoleRoute.Contest.Length..]) : route.Pattern;
}
