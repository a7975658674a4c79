using HoiThi.Server.Mail;
using HoiThi.Server.Organisers.Tables;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HoiThi.Server.Organisers;

public static class OrganiserServices
{
    public static IServiceCollection AddOrganisers(this IServiceCollection services)
    {
        services.TryAddScoped(provider => provider.GetRequiredService<IDbContextFactory<HoiThiContext>>().CreateDbContext());
        services.AddIdentityCore<PersonRow>(identity =>
        {
            // Length is what makes a password strong (NIST SP 800-63B); rules of composition make it written down.
            identity.Password.RequiredLength = 12;
            identity.Password.RequiredUniqueChars = 5;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
            identity.User.RequireUniqueEmail = true;
            identity.User.AllowedUserNameCharacters = "";
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddUserStore<PersonStore>();
        services.AddScoped<IPasskeyHandler<PersonRow>, PasskeyHandler<PersonRow>>();
        services.AddScoped<People>();
        services.AddScoped<Invitations>();
        services.AddSingleton<Passkeys>();
        services.AddSingleton<ConsoleSessions>();
        services.AddSingleton<Exports>();
        services.AddSingleton(MailOptions.Of(Environment.GetEnvironmentVariable));
        services.AddSingleton<MailSender>();
        return services;
    }

    /// <summary>The pages of people, in the order of the menu.</summary>
    public static IEnumerable<ConsoleRoute> SiteRoutes =>
        [.. SignInEndpoints.Routes, .. ProviderEndpoints.Routes, .. WelcomeEndpoints.Routes, .. PeopleEndpoints.SiteRoutes, .. AccountEndpoints.Routes, .. ExportEndpoints.Routes];

    public static IEnumerable<ConsoleRoute> ContestRoutes => PeopleEndpoints.ContestRoutes;
}
