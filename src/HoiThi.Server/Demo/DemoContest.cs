using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Jobs;

namespace HoiThi.Server.Demo;

/// <summary>Fills an empty database with a contest whose second round is open now, and with people who take part.</summary>
public static class DemoContest
{
    public static async Task SeedAsync(IServiceProvider services, string folder, CancellationToken cancel)
    {
        var bundle = ContestFolder.Read(folder).Require();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        bundle = bundle with { Contest = bundle.Contest.MovedByDays(DaysToNow(bundle.Contest, now)) };
        await services.GetRequiredService<ContestStore>().ImportAsync(bundle, cancel);

        var catalog = services.GetRequiredService<ContestCatalog>();
        await catalog.RefreshAsync(cancel);
        var contest = catalog.Find(bundle.Contest.Slug)!;
        await ActivatorUtilities.CreateInstance<DemoPeople>(services).TakePartAsync(contest, now, cancel);
        await services.GetRequiredService<CloseRounds>().RunAsync(cancel);
    }

    /// <summary>Moves the calendar so that today is the third day of the second round, or the day before its last.</summary>
    private static int DaysToNow(Contest contest, DateTimeOffset now)
    {
        var second = contest.Rounds[Math.Min(1, contest.Rounds.Count - 1)];
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(contest.TimeZone)).DateTime);
        var first = DateOnly.FromDateTime(second.Opens.Value);
        var last = DateOnly.FromDateTime(second.Closes.Value);
        return today.DayNumber - Math.Min(first.AddDays(2).DayNumber, last.AddDays(-1).DayNumber);
    }
}
