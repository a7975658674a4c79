using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using HoiThi.Server.Attempts;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Contestants;
using HoiThi.Server.Contestants.Email;
using HoiThi.Server.Contestants.OpenId;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.People;
using HoiThi.Server.Jobs;
using HoiThi.Server.Mail;
using HoiThi.Server.Manage;
using HoiThi.Server.OpenId;
using HoiThi.Server.Organisers;
using HoiThi.Server.Questions;
using HoiThi.Server.Rehearsals;
using HoiThi.Server.Results;
using HoiThi.Server.Security;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using HoiThi.Server.Units;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server;

/// <summary>Puts the application together: what there is, and what a request passes through.</summary>
public static class ServerApp
{
    /// <summary>Builds the application; the database is brought up to date by <see cref="PrepareAsync"/>.</summary>
    public static WebApplication Build(ServerOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ServerApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = WebRoot(),
        });
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        // Requests go on where their bytes were read, not on another thread: less CPU. What blocks has a loop of its own.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("HoiThi", LogLevel.Information);

        // Where this category is heard at all, every request begins an activity and a scope of the log that nobody reads.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services.AddHoiThi(options);
        configure?.Invoke(builder);

        var app = builder.Build();
        BuiltAssets.Load(app.Environment.WebRootPath);
        app.UseForwardedHeaders();
        app.UseErrorPages();
        app.UseHotPath();
        app.Use(app.Services.GetRequiredService<PageCache>().ServeAsync);
        app.UseRouting();
        app.UseStatusPages();
        app.UseSecurityHeaders();
        app.UseSameOrigin();
        app.UseBuiltAssets();
        app.UseRequestLimits();
        app.UseEntrances();
        app.UseConsole();
        app.UseResponseCompression();
        app.Use(app.Services.GetRequiredService<PageCache>().MakeAsync);
        app.MapSite();
        app.MapContests();
        app.MapContestants();
        app.MapResults();
        app.MapUnits();
        app.Services.GetRequiredService<ConsoleRoutes>().Map(app);
        return app;
    }

    /// <summary>Brings the database up to date, checks that the key is the one it was written with, and reads the contests.</summary>
    public static async Task PrepareAsync(IServiceProvider services)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
        await Schema.MigrateAsync(context, services.GetRequiredService<Database>().Kind);
        await KeyCheck.RunAsync(context, services.GetRequiredService<Secrets>());
        await services.GetRequiredService<NodeClock>().MeasureAsync(CancellationToken.None);
        await services.GetRequiredService<ContestCatalog>().RefreshAsync();
    }

    /// <summary>The services that the server and the commands share.</summary>
    public static IServiceCollection AddHoiThi(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(new Database(options.Database));
        services.AddSingleton<NodeClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<NodeClock>());
        services.AddPooledDbContextFactory<HoiThiContext>((provider, context) => _ = provider.GetRequiredService<Database>().Postgres is { } source
            ? context.UseNpgsql(source)
            : context.UseSqlite(options.Database.ConnectionString));
        services.AddSingleton(_ => KeyFile.Load(options.DataFolder));
        services.AddKeyRing();
        services.AddOrganisers();
        services.AddQuestions();
        services.AddManage();
        services.AddSingleton<ContestantSession>();
        services.AddSingleton<SignInLimit>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<ErrorCount>();
        services.AddSingleton<StoredCodes>();
        services.AddSingleton(MailOptions.Of(Environment.GetEnvironmentVariable));
        services.AddSingleton<MailSender>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<EmailLinks>();
        services.AddSingleton<LetterSignal>();
        services.AddSingleton<OpenIdClient>();
        services.AddSingleton<MethodNeeds>();
        services.AddSingleton<Joining>();
        services.AddSingleton<JoinForms>();
        services.AddSingleton<IResultAside, DataAfterPaper>();
        services.AddSingleton<PersonLists>();
        services.AddSingleton<ContestStore>();
        services.AddSingleton<RoundMove>();
        services.AddSingleton<RehearsalCopies>();
        services.AddSingleton<DocumentDownloads>();
        services.AddSingleton<EssayMarks>();
        services.AddSingleton<RoundClosing>();
        services.AddSingleton<Reconciliation>();
        services.AddSingleton<Reads>();
        services.AddSingleton<Places>();
        services.AddSingleton<RoundPagesCache>();
        services.AddSingleton<Boards>();
        services.AddSingleton<StandingsQueries>();
        services.AddSingleton<DrawSeeds>();
        services.AddSingleton<BoardSnapshots>();
        services.AddSingleton<CollectiveBoards>();
        services.AddSingleton<Publicity>();
        services.AddSingleton<JuryBoard>();
        services.AddSingleton<IHotStore>(provider => provider.GetRequiredService<Database>() is { Postgres: { } source }
            ? new PostgresHotStore(source, NodeSlot.Own)
            : new SqliteHotStore(options.Database.ConnectionString, NodeSlot.Own));
        services.AddSingleton<IHotReads>(provider => provider.GetRequiredService<Database>() is { Postgres: { } source }
            ? new PostgresHotReads(source)
            : new SqliteHotReads(options.Database.ConnectionString));
        services.AddSingleton<OwnAttempts>();
        services.AddSingleton<HotPath>();
        services.AddHosted<AttemptWriter>();
        services.AddHosted<AttemptReader>();
        services.AddHosted<BlockList>();
        services.AddHosted<DeadlineMoves>();
        services.AddSingleton<AttemptStrikes>();
        services.AddHosted<ContestCatalog>();
        services.AddHosted<ExpireAttempts>();
        services.AddHosted<CloseRounds>();
        services.AddHosted<TakeSnapshots>();
        services.AddHosted<WipePractice>();
        services.AddHosted<MeasureClock>();
        services.AddHosted<SendLetters>();
        return services.AddPages();
    }

    private static IServiceCollection AddPages(this IServiceCollection services)
    {
        // Vietnamese is written as it is, not as character references: shorter pages, the same safety.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        services.AddSingleton<PageCache>();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;

            // At their fastest gzip makes pages as small as brotli does, for a fraction of the time.
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        return services.Configure<ForwardedHeadersOptions>(forwarded =>
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost);
    }

    private static void AddHosted<T>(this IServiceCollection services)
        where T : class, IHostedService
    {
        services.AddSingleton<T>();
        services.AddHostedService(provider => provider.GetRequiredService<T>());
    }

    /// <summary>In a checkout the front end is built into the source folder; a published server has it beside itself.</summary>
    private static string WebRoot()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (Directory.Exists(Path.Combine(published, "assets")))
        {
            return published;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var source = Path.Combine(folder.FullName, "src", "HoiThi.Server", "wwwroot");
            if (Directory.Exists(source))
            {
                return source;
            }
        }

        return published;
    }
}
