namespace HoiThi.Server.Organisers;

/// <summary>All pages and acts of the console, from the tables of the features that bring them.</summary>
/// <param name="All">In the order of the menu.</param>
public sealed record ConsoleRoutes(IReadOnlyList<ConsoleRoute> All)
{
    /// <summary>Maps them, and lets nothing else be reached below <c>/manage</c>.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        foreach (var route in All)
        {
            app.MapMethods(route.Pattern, [route.Method], route.Handler).WithMetadata(route);
        }
    }
}
