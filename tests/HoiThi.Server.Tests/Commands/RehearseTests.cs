using System.Text.Json;
using HoiThi.Formats.Contests;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Commands;

/// <summary>The evening before: made-up people take a copy of the contest over HTTP, and nothing of it is left.</summary>
public sealed class RehearseTests(PostgresServer postgres)
{
    private static readonly string Copy = $"{TestContest.Slug}-dien-tap";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_rehearsal_says_what_the_server_bears_and_leaves_nothing(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, TimeProvider.System);
        using var real = await site.Node.ContestantAsync();
        var before = (await site.CountAsync("contestant"), await site.CountAsync("tally"), await site.CountAsync("unit"));
        (await RunAsync("prepare", TestContest.Slug)).Output.ShouldContain($"{Copy} is open for a day");

        var said = await RunAsync(site.Node.Address.ToString(), "--contest", TestContest.Slug, "--contestants", "30", "--minutes", "0.1", "--json");
        using var report = JsonDocument.Parse(said.Output);
        report.RootElement.GetProperty("finished").GetInt32().ShouldBe(30);
        report.RootElement.GetProperty("failed").GetInt32().ShouldBe(0);
        report.RootElement.GetProperty("perMinute").GetInt32().ShouldBeGreaterThan(0);

        // Whether it was borne is for this machine to say, with all else that it does.
        said.ExitCode.ShouldBe(report.RootElement.GetProperty("passed").GetBoolean() ? 0 : 1);
        report.RootElement.GetProperty("expected").GetProperty("perMinute").GetInt32().ShouldBeGreaterThan(0);
        report.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("step").GetString())
            .ShouldBe(["Home", "JoinPage", "Join", "RoundPage", "Start", "Paper", "Save", "Submit", "Result", "Standings"]);

        (await site.CountAsync("contest")).ShouldBe(1);
        (await site.CountAsync("attempt")).ShouldBe(0);
        (await site.CountAsync("contestant_event")).ShouldBe(0);
        (await site.CountAsync("contestant"), await site.CountAsync("tally"), await site.CountAsync("unit")).ShouldBe(before);
        (await RunAsync(site.Node.Address.ToString(), "--contest", TestContest.Slug)).Errors.ShouldContain("A real contest is never rehearsed with");

        Task<CommandRun.Result> RunAsync(params string[] arguments) => CommandRun.RunAsync(["rehearse", .. arguments, .. StorageOf(site)]);
    }

    [Fact]
    public async Task Only_a_copy_can_be_deleted_and_its_number_is_not_given_again()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, postgres);
        (await RunAsync("delete", TestContest.Slug)).Errors.ShouldContain("nothing was deleted");
        (await RunAsync("prepare", TestContest.Slug)).ExitCode.ShouldBe(0);
        using (var visitor = site.Node.Visitor())
        {
            (await visitor.PageAsync("/")).Body!.Words().ShouldNotContain("Diễn tập");
        }

        (await site.ValueAsync<long>("SELECT max(number) FROM contest")).ShouldBe(2);
        (await RunAsync("delete", Copy)).Output.ShouldContain("is deleted");
        (await RunAsync("prepare", TestContest.Slug)).ExitCode.ShouldBe(0);
        (await site.ValueAsync<long>("SELECT max(number) FROM contest")).ShouldBe(3);
        (await RunAsync("prepare", Copy)).Errors.ShouldContain("There is no contest");

        Task<CommandRun.Result> RunAsync(params string[] arguments) => CommandRun.RunAsync(["rehearse", .. arguments, .. StorageOf(site)]);
    }

    [Fact]
    public async Task Another_machine_is_left_alone_unless_it_is_named()
    {
        var said = await CommandRun.RunAsync("rehearse", "http://192.0.2.1:8080", "--contest", "x");
        said.ExitCode.ShouldBe(1);
        said.Errors.ShouldContain("--yes 192.0.2.1");
        (await CommandRun.RunAsync("rehearse", "no-address", "--contest", "x")).Errors.ShouldContain("Where is the server?");
    }

    private static string[] StorageOf(TestSite site) =>
        ["--data", site.Folder, "--database", site.Database.Kind == DatabaseKind.Sqlite ? "sqlite" : site.Database.ConnectionString];
}
