using HoiThi.Server.Organisers;
using HoiThi.Server.Questions.Imports;

namespace HoiThi.Server.Questions;

public static class QuestionServices
{
    public static IServiceCollection AddQuestions(this IServiceCollection services) => services.AddSingleton<ImportReader>();

    public static IEnumerable<ConsoleRoute> ContestRoutes =>
        [.. QuestionEndpoints.Routes, .. EditorEndpoints.Routes, .. ImportEndpoints.Routes, .. ExportEndpoints.Routes, .. LintEndpoints.Routes, .. TopicEndpoints.Routes];

    public static IEnumerable<ConsoleRoute> SiteRoutes => LintEndpoints.SiteRoutes;
}
