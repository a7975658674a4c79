namespace HoiThi.Server.Demo;

public static class DemoContest
{
    public static Task SeedAsync(IServiceProvider services, string folder, CancellationToken cancel) => Task.CompletedTask;
}
