using System.Net;
using AngleSharp.Html.Dom;
using HoiThi.Core.Attempts;
using HoiThi.Formats.Marks;
using HoiThi.Server.Attempts;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Attempts;

/// <summary>Numbers and essays: kept, shown again, marked by the key and by people.</summary>
public sealed class WrittenTests(PostgresServer postgres)
{
    private const string Essay = "Cải cách hành chính vì <nhân dân> & phục vụ.\nDòng hai.";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_written_is_kept_and_marked(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: RuleContests.Written);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        using (var saved = await contestant.SaveAsync(attempt, $$"""{"written":[[2,"12,90",1],[3,{{System.Text.Json.JsonSerializer.Serialize(Essay)}},2]]}"""))
        {
            var json = await saved.JsonAsync();
            json.GetProperty("written").ToString().ShouldBe($"[[2,\"12.9\",1],[3,{System.Text.Json.JsonSerializer.Serialize(Essay)},2]]");
        }

        var paper = await contestant.PageAsync(Paths.Paper(attempt));
        ((IHtmlInputElement)paper.QuerySelector("input[name=t3]")!).Value.ShouldBe("12,9");
        ((IHtmlTextAreaElement)paper.QuerySelector("textarea[name=t4]")!).Value.ShouldBe(Essay);
        paper.QuerySelector("form.paper")!.GetAttribute("data-written").ShouldBe("[[2,1],[3,2]]");

        (await contestant.SubmitAsync(attempt)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.ValueAsync<int>("SELECT score FROM attempt")).ShouldBe(200);
        (await contestant.PageAsync(Paths.Result(attempt))).Body!.Words().ShouldContain("Còn 1 câu tự luận chờ chấm");
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Without_a_script_the_form_brings_it_all(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: RuleContests.Written);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["sequence"] = "1", ["t3"] = "1.234", ["t4"] = string.Join(' ', Enumerable.Repeat("từ", 25)) };
        (await contestant.PostAsync($"/attempts/{attempt}/answers", form)).ShouldLeadTo(Paths.Paper(attempt));
        var paper = await contestant.PageAsync(Paths.Paper(attempt));
        ((IHtmlInputElement)paper.QuerySelector("input[name=t3]")!).Value.ShouldBe("", "1.234 could be two numbers");
        ((IHtmlTextAreaElement)paper.QuerySelector("textarea[name=t4]")!).Value.Split(' ').Length.ShouldBe(20, "the most words");

        form["sequence"] = ((IHtmlInputElement)paper.QuerySelector("input[name=sequence]")!).Value;
        (form["t3"], form["t4"]) = ("12,5", "");
        (await contestant.PostAsync($"/attempts/{attempt}/submission", form)).ShouldLeadTo(Paths.Result(attempt));
        (await site.ValueAsync<int>("SELECT score FROM attempt")).ShouldBe(200);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Marks_come_back_once_and_standings_and_counts_follow(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: RuleContests.Written);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        (await contestant.SubmitAsync(attempt, "{\"changes\":" + Right(contestant, attempt) + ",\"written\":[[2,\"12\",1],[3,\"Bài luận\",1]]}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.ValueAsync<int>("SELECT score FROM standing WHERE round = 0")).ShouldBe(400);

        var (marks, round) = (site.Node.Get<EssayMarks>(), site.Node.Contest.LiveRound(1)!);
        var line = (await Lines(marks, round)).ShouldHaveSingleItem();
        line.ShouldBe(new MarkLine(attempt, 4, "TL", 500, "Bài luận", null));

        (await marks.ImportAsync(round, [new GivenMark(2, attempt, 4, 350)], "Giám khảo A")).ShouldBeEmpty();
        (await marks.ImportAsync(round, [new GivenMark(2, attempt, 4, 350)], "Giám khảo B")).ShouldBeEmpty();
        (await site.ValueAsync<string>("SELECT marker FROM mark")).ShouldBe("Giám khảo A");
        (await site.ValueAsync<int>("SELECT score FROM standing WHERE round = 1")).ShouldBe(750);
        (await site.ValueAsync<int>("SELECT score FROM standing WHERE round = 0")).ShouldBe(750);
        (await site.ValueAsync<long>("SELECT sum(score) FROM tally WHERE round = 1")).ShouldBe(750);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();

        // A correction to full points: now everything is right.
        (await marks.ImportAsync(round, [new GivenMark(2, attempt, 4, 500)], "Giám khảo B")).ShouldBeEmpty();
        (await site.ValueAsync<string>("SELECT marker FROM mark")).ShouldBe("Giám khảo B");
        (await site.ValueAsync<long>("SELECT sum(perfect_people) FROM tally WHERE round = 1")).ShouldBe(1);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
        (await contestant.PageAsync(Paths.Result(attempt))).Body!.Words().ShouldNotContain("chờ chấm");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Marks_that_cannot_be_are_refused_by_line(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: RuleContests.Written);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        var (marks, round) = (site.Node.Get<EssayMarks>(), site.Node.Contest.LiveRound(1)!);
        (await marks.ImportAsync(round, [new GivenMark(2, attempt, 4, 100)], "A")).ShouldHaveSingleItem().ShouldStartWith("2: ", customMessage: "it is in progress");
        await contestant.SubmitAsync(attempt);
        var other = new AttemptId(1, site.Node.Get<HoiThi.Server.Security.Secrets>().IdOf(TestContest.Slug, "nobody"), 1, 1).ToString();
        var refused = await marks.ImportAsync(
            round, [new GivenMark(2, attempt, 1, 100), new GivenMark(3, attempt, 4, 501), new GivenMark(4, "x", 4, 1), new GivenMark(5, other, 4, 1), new GivenMark(6, attempt, 9, 1)], "A");
        refused.Select(line => line.Split(':')[0]).ShouldBe(["2", "3", "4", "5", "6"]);
        (await site.CountAsync("mark")).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Markers_get_a_sheet_and_the_commands_take_it_back(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: RuleContests.Written);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        await contestant.SubmitAsync(attempt, "{\"written\":[[3,\"Dòng một,\\nDòng hai\",1]]}");
        string[] storage = ["--data", site.Folder, "--database", kind == DatabaseKind.Sqlite ? "sqlite" : site.Database.ConnectionString];
        var sheet = Path.Combine(site.Folder, "marks.csv");
        (await CommandRun.RunAsync(["marks", "export", TestContest.Slug, sheet, "--round", "1", .. storage])).Output.ShouldContain("1 essays are in");
        var text = await File.ReadAllTextAsync(sheet);
        text.ShouldNotContain(contestant.Person.Name);
        await File.WriteAllTextAsync(sheet, text.TrimEnd() + "3.75\n");
        for (var again = 0; again < 2; again++)
        {
            var said = await CommandRun.RunAsync(["marks", "import", TestContest.Slug, sheet, "--round", "1", "--by", "Tổ chấm", .. storage]);
            said.Output.ShouldContain("1 marks are stored, 0 were refused.", customMessage: said.Errors);
        }

        (await site.ValueAsync<int>("SELECT score FROM standing WHERE round = 0")).ShouldBe(375);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
        var moved = await CommandRun.RunAsync(["contest", "move-round", TestContest.Slug, "--round", "2", "--closes", "2099-03-12 24:00", "--reason", "Bão", .. storage]);
        moved.ExitCode.ShouldBe(0, moved.Errors);
        (await site.ValueAsync<string>("SELECT reason FROM contest_version WHERE version = 2")).ShouldBe("Bão");
    }

    private static async Task<List<MarkLine>> Lines(EssayMarks marks, HoiThi.Server.Contests.LiveRound round)
    {
        var lines = new List<MarkLine>();
        await foreach (var line in marks.ExportAsync(round))
        {
            lines.Add(line);
        }

        return lines;
    }

    private static string Right(Contestant contestant, string attempt)
    {
        var paper = contestant.PaperOf(attempt);
        return $"[[0,{paper.Lines[0].ToShown(paper.QuestionAt(0).Key)},1],[1,{paper.Lines[1].ToShown(paper.QuestionAt(1).Key)},1]]";
    }
}
