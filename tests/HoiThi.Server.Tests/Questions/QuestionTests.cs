using System.Net;
using HoiThi.Core.Questions;
using HoiThi.Server.Organisers;
using HoiThi.Server.Questions;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Tests.Questions;

/// <summary>Questions are written, read by a second person, approved, and never changed after that.</summary>
public sealed class QuestionTests(PostgresServer postgres)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_question_is_written_by_one_approved_by_another_and_edited_as_a_next_version(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var writer = await ConsoleUser.SignedInAsync(site.Node, Role.QuestionEditor);
        using var other = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var number = await writer.WriteAsync(BankPages.Form("Thủ đô của nước ta là thành phố nào?"));
        var contest = site.Node.Contest.Number;

        // Who wrote it does not review it; what was not reviewed is not approved.
        await writer.ActAsync(number, QuestionAct.Review);
        await other.ActAsync(number, QuestionAct.Approve);
        (await site.ValueAsync<string>("SELECT state FROM bank_question")).ShouldBe("draft");
        (await other.ActAsync(number, QuestionAct.Review)).ShouldLeadTo($"{BankPages.Bank}/{number}?&count=1&own=0&done=review");
        await writer.ActAsync(number, QuestionAct.Approve);
        await other.ActAsync(number, QuestionAct.Approve);
        var approved = await site.Node.ReadAsync(context => context.ApprovedAsync(contest, BankFilter.All));
        approved.Questions.Single().Choices[1].Right.ShouldBeTrue();
        approved.Topics.Single().Name.Vi.ShouldBe("Cải cách hành chính");
        (await site.Node.ReadAsync(context => context.ApprovedAsync(contest, new BankFilter([], ["đợt 1"])))).Questions.Count.ShouldBe(1);
        (await site.Node.ReadAsync(context => context.ApprovedAsync(contest, new BankFilter([], ["đợt"])))).Questions.ShouldBeEmpty();

        // An edit makes a next version; until that is approved, the old one is what rounds are sealed from.
        var form = (await writer.PageAsync($"{BankPages.Bank}/{number}/edit")).QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        var changed = BankPages.Form("Thủ đô của Việt Nam là thành phố nào?", approved.Topics[0].Code);
        changed["seen"] = form;
        (await writer.SendAsync($"{BankPages.Bank}/{number}/edit", changed)).ShouldLeadTo($"{BankPages.Bank}/{number}?done=saved");
        (await writer.SendAsync($"{BankPages.Bank}/{number}/edit", changed)).ShouldLeadTo($"{BankPages.Bank}/{number}?done=saved");
        (await site.CountAsync("bank_question")).ShouldBe(2, "the second tap changed nothing");
        (await site.Node.ReadAsync(context => context.ApprovedAsync(contest, BankFilter.All))).Questions.Single().Text.Vi.ShouldStartWith("Thủ đô của nước ta");
        (await site.Node.ReadAsync(context => context.CountsAsync(contest))).Select(count => (count.Difficulty, count.State, count.Count))
            .ShouldBe([(Difficulty.Hard, QuestionState.Approved, 1), (Difficulty.Hard, QuestionState.Draft, 1)]);
        await other.ActAsync(number, QuestionAct.Review, version: 1);
        (await site.ValueAsync<string>("SELECT state FROM bank_question WHERE newest")).ShouldBe("draft", "the button was below another version");
        await other.ActAsync(number, QuestionAct.Review, version: 2);
        await other.ActAsync(number, QuestionAct.Approve, version: 2);
        (await site.Node.ReadAsync(context => context.ApprovedAsync(contest, BankFilter.All))).Questions.Single().Text.Vi.ShouldStartWith("Thủ đô của Việt Nam");

        var page = await other.PageAsync($"{BankPages.Bank}/{number}");
        page.QuerySelectorAll(".bank-history li").Length.ShouldBe(2);
        page.QuerySelector(".bank-choices .key")!.Words().ShouldContain("Hà Nội");
        (await other.PageAsync($"{BankPages.Bank}/{number}?version=1")).QuerySelector(".bank-text")!.Words().ShouldContain("nước ta");
        var log = (await other.PageAsync($"/manage/contests/{TestContest.Slug}/audit?q=C001")).QuerySelector("table")!.Words();
        foreach (var act in new[] { "Soạn câu hỏi", "Sửa câu hỏi", "Rà soát câu hỏi", "Duyệt câu hỏi" })
        {
            log.ShouldContain(act);
        }

        await other.ActAsync(number, QuestionAct.Retire, version: 2);
        (await site.Node.ReadAsync(context => context.ApprovedAsync(contest, BankFilter.All))).Questions.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_is_the_only_editor_reviews_alone_and_a_look_into_a_sealed_round_is_on_record(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var only = await ConsoleUser.SignedInAsync(site.Node, Role.QuestionEditor);
        var number = await only.WriteAsync(BankPages.Form("Câu hỏi của một người?"));
        await only.ActAsync(number, QuestionAct.Review);
        await only.ActAsync(number, QuestionAct.Approve);
        (await site.ValueAsync<string>("SELECT state FROM bank_question")).ShouldBe("approved");

        await site.Node.ReadAsync(async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            var bank = await context.ApprovedAsync(1, BankFilter.All);
            await context.MarkUsedAsync(1, round: 2, setVersion: 5, bank.Questions.Select(question => question.Code));
            await context.MarkUsedAsync(1, round: 2, setVersion: 5, bank.Questions.Select(question => question.Code));
            await transaction.CommitAsync();
            return 0;
        });
        (await site.CountAsync("bank_use")).ShouldBe(1);
        (await only.PageAsync($"{BankPages.Bank}/{number}")).Body!.Words().ShouldContain("lần xem này đã được ghi nhật ký");
        (await site.ValueAsync<long>("SELECT count(*) FROM audit WHERE act = 'question.view'")).ShouldBe(1);
        site.Clock.Now = TestContest.Week2;
        await only.SignInAsync();
        (await only.PageAsync($"{BankPages.Bank}/{number}")).Body!.Words().ShouldContain("Trong đề đã niêm phong của đợt 2");
        (await site.ValueAsync<long>("SELECT count(*) FROM audit WHERE act = 'question.view'")).ShouldBe(1, "the round is open");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_editors_at_once_and_mistakes_keep_what_was_typed(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var one = await ConsoleUser.SignedInAsync(site.Node, Role.QuestionEditor);
        using var two = await ConsoleUser.SignedInAsync(site.Node, Role.QuestionEditor);
        var broken = BankPages.Form("");
        (broken["choice-1"], broken["choice-3"], broken["code"]) = ("", "Huế", "Câu 1");
        broken.Remove("right-1");
        var reply = await one.SendAsync(BankPages.Bank + "/new", broken);
        reply.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await reply.PageAsync();
        var errors = page.QuerySelector("#errors")!.Words();
        foreach (var error in new[] { "Nội dung câu hỏi", "Phương án B: hãy nhập", "ít nhất một phương án đúng", "Phương án C và D giống nhau", "Mã câu hỏi" })
        {
            errors.ShouldContain(error);
        }

        page.QuerySelector("#choice-0")!.TextContent.ShouldBe("Hải Phòng");
        (await site.CountAsync("bank_question") + await site.CountAsync("bank_topic")).ShouldBe(0);

        var number = await one.WriteAsync(BankPages.Form("Câu hỏi thứ nhất?"));
        var topic = await site.ValueAsync<string>("SELECT code FROM bank_topic");
        var seen = (await one.PageAsync($"{BankPages.Bank}/{number}/edit")).QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        site.Clock.Now += TimeSpan.FromMinutes(1);
        foreach (var (user, text) in new[] { (one, "Câu của người thứ nhất?"), (two, "Câu của người thứ hai?") })
        {
            var form = BankPages.Form(text, topic);
            form["seen"] = seen;
            reply = await user.SendAsync($"{BankPages.Bank}/{number}/edit", form);
        }

        reply.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = await reply.PageAsync();
        page.QuerySelector("#errors")!.Words().ShouldContain("Người khác vừa sửa câu này");
        page.QuerySelector("#field-text")!.TextContent.ShouldBe("Câu của người thứ hai?");
        var twice = BankPages.Form("Câu hỏi khác?", topic);
        twice["code"] = "C001";
        (await (await two.SendAsync(BankPages.Bank + "/new", twice)).PageAsync()).QuerySelector("#errors")!.Words().ShouldContain("C001");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_list_is_searched_with_and_without_diacritics_filtered_sorted_and_tagged(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var editor = await ConsoleUser.SignedInAsync(site.Node, Role.QuestionEditor);
        using var other = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        await editor.WriteAsync(BankPages.Form("Thủ tục hành chính được giải quyết ở đâu?"));
        var topic = await site.ValueAsync<string>("SELECT code FROM bank_topic");
        await editor.WriteAsync(BankPages.Form("Thư mời họp do ai ký?", topic));
        var third = BankPages.Form("Cơ chế một cửa liên thông là gì?", "+");
        (third["topic-name"], third["difficulty"], third["tags"]) = ("Một cửa", "Easy", "");
        var number = await other.WriteAsync(third);

        (await editor.CodesAsync("q=thu")).ShouldBe(["C001", "C002"]);
        (await editor.CodesAsync("q=" + Uri.EscapeDataString("thủ tuc"))).ShouldBe(["C001"]);
        (await editor.CodesAsync("q=" + Uri.EscapeDataString("thư"))).ShouldBe(["C002"]);
        (await editor.CodesAsync("q=hanh+chinh")).ShouldBe(["C001"], "the name of the topic is not searched");
        (await editor.CodesAsync("q=da+nang+c003")).ShouldBe(["C003"]);
        (await editor.CodesAsync("q=%25_")).Length.ShouldBe(3);
        (await editor.CodesAsync("difficulty=Easy")).ShouldBe(["C003"]);
        (await editor.CodesAsync("tag=" + Uri.EscapeDataString("một cửa"))).ShouldBe(["C001", "C002"]);
        (await editor.CodesAsync($"topic={topic}&sort=-code")).ShouldBe(["C002", "C001"]);
        (await editor.CodesAsync("state=Approved")).ShouldBeEmpty();
        var writer = await site.Node.ReadAsync(context => context.People.Where(row => row.Email == other.Email).Select(row => row.Id).SingleAsync());
        (await editor.CodesAsync($"writer={writer}")).ShouldBe(["C003"]);

        (await editor.PostAsync(BankPages.Bank + "/bulk", ("number", "1"), ("number", $"{number}"), ("act", "tag"), ("tags", "Tuần 3"), ("back", "q=thu")))
            .ShouldLeadTo($"{BankPages.Bank}?q=thu&count=2&done=tagged");
        (await editor.CodesAsync("tag=" + Uri.EscapeDataString("tuần 3"))).ShouldBe(["C001", "C003"]);
        (await editor.PostAsync(BankPages.Bank + "/bulk", ("number", "1"), ("number", $"{number}"), ("act", "review"), ("back", ""))).Headers.Location!.OriginalString
            .ShouldContain("count=1&own=1&done=review");
        (await editor.CodesAsync("state=Reviewed")).ShouldBe(["C003"]);

        (await editor.PostAsync(BankPages.Bank + "/topics", ("code", topic), ("name", "Cải cách thủ tục"), ("name-en", "Reform"))).ShouldLeadTo(BankPages.Bank + "/topics?done=saved");
        (await editor.PageAsync(BankPages.Bank + "/topics")).QuerySelector("tbody")!.Words().ShouldContain("Cải cách thủ tục");
    }
}
