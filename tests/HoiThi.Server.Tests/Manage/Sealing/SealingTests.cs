using System.Net;
using AngleSharp.Html.Dom;
using HoiThi.Core;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Contests;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Manage.Sealing;

/// <summary>From approved questions of the bank to a sealed round: looked at, frozen, counted, and every look on record.</summary>
public sealed class SealingTests(PostgresServer postgres)
{
    private const string Contest = "/manage/contests/" + TestContest.Slug;
    private const string Round = Contest + "/rounds/2";
    private const string Reason = "Biên bản họp tổ ra đề số 3";
    private static readonly (string, string)[] Matrix = [("n.easy.chung", "3"), ("n.any.chung", "2")];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_round_is_sealed_from_the_bank_goes_out_as_a_file_and_comes_in_with_the_same_hash(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        (await organiser.PageAsync(Contest + "/rounds")).QuerySelectorAll("tbody .chip").Select(chip => chip.Words()).ShouldContain("Chưa niêm phong");
        (await organiser.PageAsync(Round + "/sealing")).QuerySelector(".matrix tbody")!.Words().ShouldContain("có 8");

        var looked = await LookAsync(organiser);
        looked.QuerySelectorAll(".paper-sample").Length.ShouldBe(10);
        looked.QuerySelectorAll(".paper-sample:first-of-type .question").Length.ShouldBe(5);
        looked.Body!.OuterHtml.ShouldNotContain("Giải thích", Case.Sensitive, "a preview shows no more than a paper");
        var refused = await SealAsync(organiser, looked, reason: "");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((IHtmlInputElement)(await refused.PageAsync()).GetElementById("n.any.chung")!).Value.ShouldBe("2");
        (await SealAsync(organiser, looked)).ShouldLeadTo(Round + "?done=sealed");

        var set = site.Node.SetOf(2);
        (set.Questions.Count, set.PaperLength).ShouldBe((12, 5));
        var page = await organiser.PageAsync(Round);
        page.QuerySelector(".sealed-set")!.Words().ShouldContain(Convert.ToHexStringLower(set.Hash.Span));
        page.QuerySelector(".sealed-set")!.Words().ShouldContain(organiser.Email);
        page.QuerySelector(".sealed-set")!.Words().ShouldContain(Reason);
        (await site.CountAsync("bank_use WHERE round = 2")).ShouldBe(12);

        var exported = (await site.Node.Get<ContestStore>().ExportAsync(TestContest.Slug))!;
        exported.Contest.Rounds[1].QuestionFile.ShouldBe("questions/round-2.yaml");
        await site.Node.ImportAsync(exported);
        site.Node.SetOf(2).Hash.ToArray().ShouldBe(set.Hash.ToArray());
        (await site.CountAsync("question_set WHERE round = 2")).ShouldBe(1);

        site.Clock.Now = TestContest.Week2;
        using var contestant = await site.Node.ContestantAsync();
        await contestant.TakeAsync(5, round: 2);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_cannot_be_drawn_is_said_and_a_blueprint_is_kept_until_it_can(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var many = await organiser.PostAsync(Round + "/sealing/check", ("n.hard.chung", "5"));
        many.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await many.PageAsync()).GetElementById("mistakes")!.Words().ShouldContain("đề rút 5 câu mà chỉ có 4 câu đã duyệt");
        (await (await organiser.PostAsync(Round + "/sealing/check", ("n.hard.chung", "năm"))).PageAsync()).GetElementById("errors")!.Words().ShouldContain("“năm”");
        (await (await organiser.PostAsync(Round + "/sealing/check", ("tags", "khong co"))).PageAsync()).GetElementById("mistakes")!.Words().ShouldContain("Không có câu hỏi nào");

        (await organiser.PostAsync(Round + "/sealing/blueprint", ("n.hard.chung", "2"), ("p.hard.chung", "1,5"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        site.Node.Contest.Definition.Rounds[1].Blueprint.ShouldBe([new Core.Contests.BlueprintLine("chung", Core.Questions.Difficulty.Hard, 2, 150)]);
        (await site.CountAsync("question_set WHERE round = 2")).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Before_it_opens_a_set_is_replaced_and_every_look_is_recorded_after_that_it_stays(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        await SealAsync(organiser, await LookAsync(organiser));
        var first = site.Node.SetOf(2).Hash.ToArray();
        (await organiser.PostAsync(Round + "/sets/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await organiser.PostAsync(Round + "/sets/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.CountAsync("audit WHERE act = 'set.view'")).ShouldBe(2);

        (await (await SealAsync(organiser, await LookAsync(organiser))).PageAsync()).GetElementById("errors")!.Words().ShouldContain("đã được niêm phong");
        var half = await LookAsync(organiser, ("tags", "tuan-2"));
        (await SealAsync(organiser, half, extra: ("tags", "tuan-2"))).ShouldLeadTo(Round + "?done=sealed");
        site.Node.SetOf(2).Questions.Count.ShouldBe(6);
        site.Node.SetOf(2).Hash.ToArray().ShouldNotBe(first);
        (await organiser.PageAsync(Round)).QuerySelectorAll(".sealed-set").Length.ShouldBe(2);

        site.Clock.Now = TestContest.Week2;
        using var late = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var looked = await LookAsync(late);
        looked.QuerySelector("input[name=questions]").ShouldBeNull("there is no button to seal");
        (await late.PostAsync(Round + "/sets/2")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.CountAsync("audit WHERE act = 'set.view'")).ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task With_the_two_person_rule_another_seals_what_was_proposed_or_nothing(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        await site.ExecuteAsync("INSERT INTO two_person_act VALUES (@p0, 'set.seal')", (short)1);
        using var first = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        using var second = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        (await SealAsync(first, await LookAsync(first))).ShouldLeadTo(Round + "?done=proposed");
        site.Node.Contest.Round(2)!.LatestSet.ShouldBeNull();

        await site.ExecuteAsync("UPDATE bank_question SET usable = @p0 WHERE number = 1", kind == DatabaseKind.Sqlite ? 0 : false);
        var approve = (await second.PageAsync(Contest + "/proposals")).QuerySelectorAll("form").Cast<IHtmlFormElement>().First(form => form.Action.EndsWith("/approve", StringComparison.Ordinal));
        var address = new Uri(approve.Action).AbsolutePath;
        (await second.PostAsync(address)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await site.ExecuteAsync("UPDATE bank_question SET usable = @p0 WHERE number = 1", kind == DatabaseKind.Sqlite ? 1 : true);
        (await second.PostAsync(address)).ShouldLeadTo(Contest + "/proposals?done=approved");
        site.Node.SetOf(2).Questions.Count.ShouldBe(12);

        var bank = TestContest.Bundle.Banks[1];
        var zip = await HoiThi.Server.Manage.ContestZip.PackAsync(TestContest.Bundle with { Banks = [TestContest.Bundle.Banks[0], bank with { Questions = bank.Questions.Skip(1).ToValueList() }] });
        var refused = await first.UploadAsync(Contest + "/definition/zip", zip);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.PageAsync()).GetElementById("errors")!.Words().ShouldContain("cần hai người");
    }

    private async Task<TestSite> StartAsync(DatabaseKind kind)
    {
        var site = await TestSite.StartAsync(kind, postgres, contest: UnsealedTests.Bundle);
        await TestBank.FillAsync(site, TestContest.Bundle.Banks[1]);
        return site;
    }

    private static async Task<IHtmlDocument> LookAsync(ConsoleUser user, params (string, string)[] extra) =>
        await (await user.PostAsync(Round + "/sealing/check", [.. Matrix, .. extra])).PageAsync();

    private static Task<HttpResponseMessage> SealAsync(ConsoleUser user, IHtmlDocument looked, string reason = Reason, params (string, string)[] extra) => user.PostAsync(
        Round + "/sealing", [.. Matrix, ("reason", reason), ("questions", ((IHtmlInputElement)looked.QuerySelector("input[name=questions]")!).Value), .. extra]);
}
