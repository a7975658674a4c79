using HoiThi.Server.Manage.Keys;
using HoiThi.Server.Manage.Sealing;
using HoiThi.Server.Manage.Setup;
using HoiThi.Server.Manage.Statistics;
using HoiThi.Server.Organisers;
using HoiThi.Server.Questions;

namespace HoiThi.Server.Manage;

public static class ManageServices
{
    public static IServiceCollection AddManage(this IServiceCollection services)
    {
        services.AddSingleton<RoundPulse>();
        services.AddHostedService(provider => provider.GetRequiredService<RoundPulse>());
        services.AddScoped<ProposalDesk>();
        services.AddSingleton<SetupSaving>();
        services.AddSingleton<ContestPhases>();
        services.AddSingleton<SimulationDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<SimulationDesk>());
        services.AddSingleton<StoryTeller>();
        services.AddSingleton<ContestantList>();
        services.AddSingleton<IProposedAct, VoidAttempt>();
        services.AddSingleton<IProposedAct, GiveBackAttempt>();
        services.AddSingleton<IProposedAct, MergeContestants>();
        services.AddSingleton<IProposedAct, PublishResults>();
        services.AddSingleton<ContestantMerge>();
        services.AddSingleton<Reclosing>();
        services.AddSingleton<ExtraTimes>();
        services.AddSingleton<IProposedAct, SealSet>();
        services.AddSingleton<StatisticsDesk>();
        services.AddSingleton<IProposedAct, CorrectKey>();
        services.AddSingleton<ImpactDesk>();
        services.AddSingleton<RemarkAttempts>();
        services.AddHostedService(provider => provider.GetRequiredService<RemarkAttempts>());
        services.AddSingleton(new ConsoleRoutes(
        [
            .. ContestEndpoints.SiteRoutes,
            .. StartEndpoints.Routes,
            .. AuditEndpoints.SiteRoutes,
            .. OrganiserServices.SiteRoutes,
            .. QuestionServices.SiteRoutes,
            .. DashboardEndpoints.Routes,
            .. OverviewEndpoints.Routes,
            .. UnitListEndpoints.Routes,
            .. FilesEndpoints.Routes,
            .. SetupEndpoints.Routes,
            .. TextEndpoints.Routes,
            .. PreviewEndpoints.Routes,
            .. SimulationEndpoints.Routes,
            .. QuestionServices.ContestRoutes,
            .. RoundEndpoints.Routes,
            .. SealingEndpoints.Routes,
            .. StatisticsEndpoints.Routes,
            .. KeyEndpoints.Routes,
            .. ContestantsEndpoints.Routes,
            .. StandingsEndpoints.Routes,
            .. ParticipationEndpoints.Routes,
            .. ProposalEndpoints.Routes,
            .. ContestEndpoints.ContestRoutes,
            .. OrganiserServices.ContestRoutes,
            .. AuditEndpoints.ContestRoutes,
        ]));
        return services;
    }
}
