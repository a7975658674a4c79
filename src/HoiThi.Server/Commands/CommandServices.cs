namespace HoiThi.Server.Commands;

/// <summary>The server's services for a command: nothing listens and no job runs.</summary>
internal static class CommandServices
{
    public static ServiceProvider Create(ServerOptions options) => new ServiceCollection()
        .AddLogging(logging => logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning))
        .AddHoiThi(options)
        .BuildServiceProvider();

    /// <summary>The services with the database up to date and the contests in memory.</summary>
    public static async Task<ServiceProvider> PrepareAsync(ServerOptions options)
    {
        var services = Create(options);
        await ServerApp.PrepareAsync(services);
        return services;
    }
}
