using HoiThi.Server.Manage.Setup;
using HoiThi.Server.Organisers;

namespace HoiThi.Server.Manage;

public static class ManageServices
{
    public static IServiceCollection AddManage(this IServiceCollection services)
    {
        services.AddSingleton<RoundPulse>();
        services.AddHostedService(provider => provider.GetRequiredService<RoundPulse>());
        services.AddScoped<ProposalDesk>();
        services.AddSingleton<SetupSaving>();
        services.AddSingleton<ContestStages>();
        services.AddSingleton<SimulationDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<SimulationDesk>());
        services.AddSingleton<StoryTeller>();
        services.AddSingleton<IProposedAct, VoidAttempt>();
        services.AddSingleton<IProposedAct, GiveBackAttempt>();
        services.AddSingleton(new ConsoleRoutes(
        [
            .. ContestEndpoints.SiteRoutes,
            .. StartEndpoints.Routes,
            .. AuditEndpoints.SiteRoutes,
            .. OrganiserServices.SiteRoutes,
            .. DashboardEndpoints.Routes,
            .. OverviewEndpoints.Routes,
            .. UnitListEndpoints.Routes,
            .. FilesEndpoints.Routes,
            .. SetupEndpoints.Routes,
            .. PreviewEndpoints.Routes,
            .. SimulationEndpoints.Routes,
            .. ContestantsEndpoints.Routes,
            .. ProposalEndpoints.Routes,
            .. TextEndpoints.Routes,
            .. ContestEndpoints.ContestRoutes,
            .. OrganiserServices.ContestRoutes,
            .. AuditEndpoints.ContestRoutes,
        ]));
        return services;
    }
}
