using System.Text.Json;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Units;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Commands;

/// <summary>The command line as an operator and a script use it.</summary>
public sealed class CommandTests(PostgresServer postgres)
{
    public static TheoryData<string> Commands { get; } =
    [
        "", "serve", "contest", "contest validate", "contest import", "contest export", "questions", "questions import",
        "units", "units import", "results", "results compute", "reconcile", "migrate", "contestants", "contestants code",
        "contest move-round", "marks", "marks export", "marks import", "questions read", "questions convert", "questions lint",
        "people", "people add", "audit", "audit verify", "rehearse", "jury", "jury import",
    ];

    [Theory, MemberData(nameof(Commands))]
    public async Task Every_command_explains_itself(string command)
    {
        var said = await CommandRun.RunAsync([.. Words(command), "--help"]);
        said.ExitCode.ShouldBe(0);
        said.Output.ShouldContain("Usage:");
        said.Output.ShouldContain(command);
        said.Errors.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task What_is_not_understood_is_exit_code_2_and_names_the_help(string command)
    {
        var said = await CommandRun.RunAsync([.. Words(command), "--no-such-option"]);
        said.ExitCode.ShouldBe(2);
        said.Errors.ShouldContain("--no-such-option");
        said.Errors.ShouldContain("--help");
        said.Output.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_contest_goes_in_is_changed_reconciled_and_comes_out(DatabaseKind kind)
    {
        await using var site = await TestSite.CreateAsync(kind, postgres);
        string[] storage = ["--data", site.Folder, "--database", kind == DatabaseKind.Sqlite ? "sqlite" : site.Database.ConnectionString];
        var folder = Path.Combine(site.Folder, "contest");
        ContestFolder.Write(TestContest.Bundle, folder);

        (await RunAsync("migrate")).Output.ShouldContain(" schema scripts applied");
        (await RunAsync("migrate")).Output.ShouldContain("up to date");
        (await CommandRun.RunAsync(["contest", "validate", folder])).Output.ShouldContain("2 rounds, 24 questions, 6 units. No mistakes.");
        (await RunAsync("contest", "import", folder)).Output.ShouldContain("version 1");

        var units = TestContest.Bundle.Units.Select(unit => unit.Code == "so-b" ? unit with { Headcount = 77 } : unit).ToArray();
        await File.WriteAllTextAsync(Path.Combine(folder, "new.csv"), UnitsCsv.Write([.. units]));
        (await RunAsync("units", "import", Path.Combine(folder, "new.csv"), "--contest", TestContest.Slug)).Output.ShouldContain("version 2");
        await File.WriteAllTextAsync(Path.Combine(folder, "fewer.csv"), UnitsCsv.Write([.. units.Where(unit => unit.Code != "so-b")]));
        (await RunAsync(1, "units", "import", Path.Combine(folder, "fewer.csv"), "--contest", TestContest.Slug)).Errors.ShouldContain("so-b");

        var questions = await File.ReadAllTextAsync(Path.Combine(folder, "questions", "tuan-2.yaml"));
        await File.WriteAllTextAsync(Path.Combine(folder, "corrected.yaml"), questions.Replace("Câu hỏi 2.1?", "Câu hỏi đã sửa?", StringComparison.Ordinal));
        (await RunAsync("questions", "import", Path.Combine(folder, "corrected.yaml"), "--contest", TestContest.Slug, "--round", "2")).Output.ShouldContain("version 3");
        (await RunAsync(1, "questions", "import", Path.Combine(folder, "corrected.yaml"), "--contest", TestContest.Slug, "--round", "3")).Errors.ShouldContain("There is no round 3");
        (await RunAsync(1, "questions", "import", Path.Combine(folder, "none.yaml"), "--contest", TestContest.Slug, "--round", "2")).Errors.ShouldContain("none.yaml");

        var exported = Path.Combine(site.Folder, "exported");
        await RunAsync("contest", "export", TestContest.Slug, exported);
        var bundle = ContestFolder.Read(exported).Require();
        bundle.Units.Single(unit => unit.Code == "so-b").Headcount.ShouldBe(77);
        bundle.Banks[1].Questions[0].Text.Vi.ShouldBe("Câu hỏi đã sửa?");
        bundle.Contest.ShouldBe(TestContest.Bundle.Contest);
        (await RunAsync(1, "contest", "export", "khong-co", exported)).Errors.ShouldContain("no contest khong-co");

        Json(await RunAsync("results", "compute", TestContest.Slug, "--json")).EnumerateArray().Select(line => line.GetProperty("outcome").GetString()).ShouldBe(["NotOver", "NotOver", "NotOver"]);
        (await RunAsync("results", "compute", TestContest.Slug, "--round", "2")).Output.ShouldContain("Round 2: NotOver");
        (await RunAsync(1, "results", "compute", "khong-co")).Errors.ShouldContain("no contest khong-co");
        (await RunAsync(1, "results", "compute", TestContest.Slug, "--round", "9")).Errors.ShouldContain("no round 9");

        (await RunAsync("reconcile")).Output.ShouldContain("0 differences");
        await site.StartNodeAsync();
        await site.ExecuteAsync("INSERT INTO tally (contest, round, unit, slot, people, attempts, perfect_people, perfect_attempts, score) VALUES (1, 1, 3, 0, 1, 1, 0, 0, 100)");
        var differing = Json(await RunAsync(1, "reconcile", "--json"))[0];
        differing.GetProperty("contest").GetString().ShouldBe(TestContest.Slug);
        differing.GetProperty("figures").GetProperty("differences").GetInt64().ShouldBe(1);
        differing.GetProperty("lines")[0].GetString()!.ShouldContain("unit 3");

        async Task<CommandRun.Result> RunAsync(params object[] arguments)
        {
            var expected = arguments[0] as int? ?? 0;
            var said = await CommandRun.RunAsync([.. arguments.OfType<string>(), .. storage]);
            said.ExitCode.ShouldBe(expected, said.Errors);
            return said;
        }
    }

    [Fact]
    public async Task Every_mistake_of_a_folder_is_named_with_its_file_and_line()
    {
        var folder = Directory.CreateTempSubdirectory("hoithi-test-").FullName;
        ContestFolder.Write(TestContest.Bundle, folder);
        var yaml = (await File.ReadAllLinesAsync(Path.Combine(folder, "contest.yaml"))).ToList();
        var line = yaml.FindIndex(text => text.Contains("minutes: 20", StringComparison.Ordinal)) + 1;
        yaml[line - 1] = yaml[line - 1].Replace("minutes: 20", "minute: 20", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(Path.Combine(folder, "contest.yaml"), yaml);
        await File.AppendAllTextAsync(Path.Combine(folder, "units.csv"), "so-x,khong-co,agency,Sở X,,5\n");

        var said = await CommandRun.RunAsync(["contest", "validate", folder]);
        said.ExitCode.ShouldBe(1);
        said.Output.ShouldBeEmpty();
        said.Errors.ShouldContain($"contest.yaml:{line}: ");
        said.Errors.ShouldContain("minute");
        said.Errors.ShouldContain("units.csv:8: ");

        var json = await CommandRun.RunAsync(["contest", "validate", folder, "--json"]);
        json.ExitCode.ShouldBe(1);
        Json(json).GetProperty("valid").GetBoolean().ShouldBeFalse();
        Json(json).GetProperty("mistakes").EnumerateArray().ShouldContain(mistake => mistake.GetProperty("line").GetInt32() == line);
        (await CommandRun.RunAsync(["contest", "import", folder, "--data", folder])).ExitCode.ShouldBe(1);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("--database", "mysql://x", "expected sqlite")]
    [InlineData("--database", "Host=127.0.0.1;Port=1;Database=x;Username=x", "127.0.0.1:1")]
    public async Task What_an_operator_can_mend_is_said_in_a_line(string option, string value, string said)
    {
        var folder = Directory.CreateTempSubdirectory("hoithi-test-").FullName;
        var result = await CommandRun.RunAsync(["reconcile", "--data", folder, option, value]);
        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldContain(said);
        result.Errors.ShouldNotContain("   at ");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_exit_code_is_that_of_the_process()
    {
        (await CommandProcess.RunAsync("contest", "validate", Repository.Path("contests", "hai-phong-cchc-2023"))).ShouldBe(0);
        (await CommandProcess.RunAsync("contest", "validate", Repository.Path("src"))).ShouldBe(1);
        (await CommandProcess.RunAsync("no-such-command")).ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_server_serves_until_it_is_told_to_stop(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var (server, address) = await CommandProcess.ServeAsync("--data", site.Folder, "--database", kind == DatabaseKind.Sqlite ? "sqlite" : site.Database.ConnectionString);
        (await server.StandardOutput.ReadLineAsync()).ShouldBe($"  {address.GetLeftPart(UriPartial.Authority)}{Paths.Home}   contest password: {TestContest.Password}");
        using (var visitor = new Contestant(address, new Person()))
        {
            (await visitor.PageAsync("/")).Body!.Words().ShouldContain("Thử nghiệm");
        }

        using (var kill = System.Diagnostics.Process.Start("kill", ["-TERM", server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await server.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        server.ExitCode.ShouldBe(0);
        server.Dispose();
    }

    private static string[] Words(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static JsonElement Json(CommandRun.Result said) => JsonDocument.Parse(said.Output).RootElement;
}
