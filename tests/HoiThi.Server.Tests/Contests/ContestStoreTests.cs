using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Core.Units;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Contests;

/// <summary>Contests go into the database and come out without loss, and no import takes away what attempts rest on.</summary>
public sealed class ContestStoreTests(PostgresServer postgres)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_demo_comes_out_as_it_went_in_and_goes_in_again(DatabaseKind kind)
    {
        await using var site = await TestSite.CreateAsync(kind, postgres);
        var node = await site.StartNodeAsync();
        var demo = ContestFolder.Read(Repository.Path("contests", "hai-phong-cchc-2023")).Require();
        await node.ImportAsync(demo);
        var first = (await node.Get<ContestStore>().ExportAsync(demo.Contest.Slug))!;
        ShouldBeSame(first, demo);

        (await node.Get<ContestStore>().ImportAsync(first)).ShouldBe(2);
        ShouldBeSame((await node.Get<ContestStore>().ExportAsync(demo.Contest.Slug))!, demo);
        (await site.CountAsync("question_set")).ShouldBe(4);

        var folder = Path.Combine(site.Folder, "exported");
        ContestFolder.Write(first, folder);
        ShouldBeSame(ContestFolder.Read(folder).Require(), demo);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_real_contest_comes_out_as_it_went_in(DatabaseKind kind)
    {
        await using var site = await TestSite.CreateAsync(kind, postgres);
        var store = (await site.StartNodeAsync()).Get<ContestStore>();
        foreach (var folder in Directory.EnumerateDirectories(Repository.Path("contests", "conformance")))
        {
            var contest = ContestFolder.Read(folder).Require();
            (await store.ImportAsync(contest)).ShouldBe(1);
            ShouldBeSame((await store.ExportAsync(contest.Contest.Slug))!, contest);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_test_contest_comes_out_as_it_went_in(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        ShouldBeSame((await ExportAsync(site))!, TestContest.Bundle);
        (await site.Node.Get<ContestStore>().ExportAsync("khong-co")).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_unit_stays_once_it_is_there_and_keeps_its_number(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var units = TestContest.Bundle.Units;
        await ShouldRefuseAsync(site, TestContest.Bundle with { Units = units.Where(unit => unit.Code is not ("so-b" or "phong-a1")).ToValueList() }, "so-b");

        var more = units.Reverse().Select(unit => unit.Code == "so-b" ? unit with { Name = new("Sở B mới", "New B"), Headcount = 99 } : unit)
            .Prepend(new Unit("so-c", null, "agency", new("Sở C"), 7)).ToValueList();
        await site.Node.ImportAsync(TestContest.Bundle with { Units = more });
        (await ExportAsync(site))!.Units.Select(unit => unit.Code).ShouldBe(["so-a", "phong-a1", "so-b", "quan-1", "phuong-1", "doi-tac", "so-c"]);
        site.Node.Contest.Units[3].ShouldBe(new Unit("so-b", null, "agency", new("Sở B mới", "New B"), 99));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Questions_of_a_round_that_has_opened_are_sealed(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        var paper = await (await contestant.GetAsync(Paths.Paper(attempt))).Content.ReadAsStringAsync();

        var bundle = TestContest.Bundle;
        await ShouldRefuseAsync(site, bundle with { Banks = [Corrected(bundle.Banks[0]), bundle.Banks[1]] }, "round 1");
        await ShouldRefuseAsync(site, bundle with { Contest = bundle.Contest with { Paper = bundle.Contest.Paper with { Point = 50 } } }, "round 1");
        await ShouldRefuseAsync(site, bundle with { Contest = bundle.Contest with { Rounds = [bundle.Contest.Rounds[0] with { Blueprint = [new("chung", null, 4)] }, bundle.Contest.Rounds[1]] } }, "round 1");
        (await site.CountAsync("contest_version")).ShouldBe(1);

        // The second week is still to come: its questions can be mended, beside the set that is sealed already.
        await site.Node.ImportAsync(bundle with { Banks = [bundle.Banks[0], Corrected(bundle.Banks[1])] });
        (await site.ValueAsync<int>("SELECT max(version) FROM question_set WHERE round = 2")).ShouldBe(2);
        (await site.ValueAsync<int>("SELECT max(version) FROM question_set WHERE round = 1")).ShouldBe(1);
        site.Node.SetOf(2).Questions[0].Text.Vi.ShouldBe("Câu đã sửa?");
        (await (await contestant.GetAsync(Paths.Paper(attempt))).Content.ReadAsStringAsync()).ShouldBe(paper);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_round_that_has_opened_stays_and_so_does_what_identifies_a_contestant(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var bundle = TestContest.Bundle;
        var byPhone = bundle with { Contest = bundle.Contest with { Registration = bundle.Contest.Registration with { Identity = "phone" } } };
        await site.Node.ImportAsync(byPhone);
        await site.Node.ImportAsync(bundle);
        using var contestant = await site.Node.ContestantAsync();
        await contestant.TakeAsync(1);
        await ShouldRefuseAsync(site, byPhone, "identified by citizen-id");

        var short1 = bundle with { Contest = bundle.Contest with { Rounds = [bundle.Contest.Rounds[0]] }, Banks = [bundle.Banks[0]] };
        await site.Node.ImportAsync(short1);
        await site.Node.ImportAsync(bundle);
        site.Clock.Now = TestContest.Week2;
        await ShouldRefuseAsync(site, short1, "Round 2 is missing");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_sealed_set_that_was_changed_in_the_database_is_not_used(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        await site.ExecuteAsync("UPDATE question_set SET questions = replace(questions, 'Câu hỏi 1.1?', 'Câu hỏi khác?') WHERE round = 1");
        (await Should.ThrowAsync<InvalidDataException>(site.StartNodeAsync())).Message.ShouldContain("was changed after it was sealed");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Imports_at_the_same_time_are_versions_one_after_another(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var second = await site.StartNodeAsync();
        var versions = await Task.WhenAll(Enumerable.Range(0, 6).Select(turn => Task.Run(() => (turn % 2 == 0 ? site.Node : second).Get<ContestStore>().ImportAsync(TestContest.Bundle))));
        versions.Order().ShouldBe([2, 3, 4, 5, 6, 7]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_node_knows_of_a_change_within_a_few_seconds(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var second = await site.StartNodeAsync();
        second.Contest.Version.ShouldBe(1);
        await site.Node.ImportAsync(TestContest.Bundle with { Contest = TestContest.Bundle.Contest with { Title = new("Tên mới") } });
        for (var wait = 0; wait < 200 && second.Contest.Version == 1; wait++)
        {
            await Task.Delay(50);
        }

        second.Contest.Definition.Title.Vi.ShouldBe("Tên mới");
        using var visitor = second.Visitor();
        (await visitor.PageAsync(Paths.Home + "?v=1")).QuerySelector("h1")!.Words().ShouldContain("Tên mới");
    }

    private static QuestionBank Corrected(QuestionBank bank) =>
        bank with { Questions = bank.Questions.Select((question, index) => index == 0 ? question with { Text = new("Câu đã sửa?") } : question).ToValueList() };

    private static Task<ContestBundle?> ExportAsync(TestSite site) => site.Node.Get<ContestStore>().ExportAsync(TestContest.Slug);

    private static async Task ShouldRefuseAsync(TestSite site, ContestBundle bundle, string said)
    {
        var before = (await ExportAsync(site))!;
        (await Should.ThrowAsync<ContestImportException>(site.Node.Get<ContestStore>().ImportAsync(bundle))).Message.ShouldContain(said);
        ShouldBeSame((await ExportAsync(site))!, before);
    }

    private static void ShouldBeSame(ContestBundle actual, ContestBundle expected)
    {
        actual.Contest.ShouldBe(expected.Contest);
        actual.Units.ShouldBe(expected.Units);
        actual.Banks.ShouldBe(expected.Banks);
        actual.Files.Select(file => file.Path).Order(StringComparer.Ordinal).ShouldBe(expected.Files.Select(file => file.Path).Order(StringComparer.Ordinal));
        foreach (var file in expected.Files)
        {
            Bytes(actual.Files.Single(each => each.Path == file.Path)).ShouldBe(Bytes(file), file.Path);
        }

        static byte[] Bytes(ContestFile file)
        {
            using var stream = file.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
    }
}
