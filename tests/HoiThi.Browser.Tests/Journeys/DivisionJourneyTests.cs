using HoiThi.Browser.Tests.Harness;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Formats.Contests;
using HoiThi.Server.Attempts;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Contests;
using HoiThi.Server.Jobs;
using HoiThi.Server.Security;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HoiThi.Browser.Tests.Journeys;

/// <summary>
/// Two divisions, office hours with the weekend off, the better of two attempts, a prediction of how many of one's own
/// division take part: everything as the rules say, on the screens of a contestant.
/// </summary>
public sealed class DivisionJourneyTests(Chromium chromium)
{
    private const int Questions = 4;
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    // The round is open from Monday 4/3 to Friday 15/3/2030, 7:30-17:30 on working days.
    private static readonly DateTimeOffset Saturday = new(2030, 3, 9, 10, 0, 0, Vietnam);
    private static readonly DateTimeOffset Monday = new(2030, 3, 11, 9, 0, 0, Vietnam);
    private static readonly DateTimeOffset After = new(2030, 3, 16, 8, 0, 0, Vietnam);

    [Fact]
    public async Task Two_divisions_weekends_off_the_better_of_two_attempts_and_a_prediction()
    {
        await using var site = await ClockedSite.StartAsync(Contest(), Saturday);
        await using var visitor = await Visitor.ComeAsync(chromium, site.Address, Screen.Phone);
        var page = visitor.Page;
        await visitor.GoAsync($"{DemoSite.Home}/join?round=1");
        var join = new JoinForm(page);
        await join.FillAsync(Person.Another());
        await join.Unit.FillAsync("luu tru");
        await page.GetByRole(AriaRole.Option, new() { Name = "Chi cục Văn thư - Lưu trữ" }).ClickAsync();
        await join.SendAsync();

        // The weekend: closed in the middle of the round, and it says until when.
        await visitor.GoAsync($"{DemoSite.Home}/rounds/1");
        await Expect(page.Locator("#main")).ToContainTextAsync("Mở lúc 07:30 thứ Hai, 11/03");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu làm bài" })).ToHaveCountAsync(0);

        site.GoTo(Monday);
        await SitAsync(site, visitor, right: 3, guess: 2);
        await Expect(page.Locator(".figure.score b")).ToHaveTextAsync($"3/{Questions}");
        await Expect(page.Locator("#main")).ToContainTextAsync("Còn 1 lượt");
        await SitAsync(site, visitor, right: 1, guess: 9);
        await Expect(page.Locator(".figure.score b")).ToHaveTextAsync($"1/{Questions}");
        await Expect(page.Locator("#main")).ToContainTextAsync("Lượt được tính cho thứ hạng là lượt 1.");
        await visitor.GoAsync($"{DemoSite.Home}/rounds/1");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu làm bài" })).ToHaveCountAsync(0);

        // A colleague with as many right answers, quicker, who guesses 4; and somebody of the other division with all right.
        await TakeAsync(site, "chi-cuc-van-thu-luu-tru", "Trần Đồng Nghiệp", right: 3, guess: 4);
        await TakeAsync(site, "ngo-quyen-may-to", "Lê Phường Xã", right: 4, guess: 1);
        site.GoTo(After);
        await site.Get<CloseRounds>().RunAsync(TestContext.Current.CancellationToken);

        await visitor.GoAsync($"{DemoSite.Home}/standings?round=1&division=staff");
        var rows = page.Locator("table.standing-table tbody tr");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.Nth(0)).ToContainTextAsync("Nguyễn Thị Thanh Huyền");
        await Expect(rows.Nth(0)).ToContainTextAsync("đoán 2");
        await Expect(rows.Nth(1)).ToContainTextAsync("Trần Đồng Nghiệp");
        await Expect(rows.Nth(1)).ToContainTextAsync("Hạng 1 đứng trên – dự đoán đúng hơn: trúng so với lệch 2");
        await visitor.GoAsync($"{DemoSite.Home}/standings?round=1&division=communes");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows.Nth(0)).ToContainTextAsync("Lê Phường Xã");
        visitor.ShouldHaveNoTrouble();
    }

    /// <summary>Takes the round with so many right answers, by hand.</summary>
    private static async Task SitAsync(ClockedSite site, Visitor visitor, int right, int guess)
    {
        await visitor.GoAsync($"{DemoSite.Home}/rounds/1");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu làm bài" }).ClickAsync();
        var screen = await new PaperScreen(visitor.Page).ReadyAsync();
        AttemptId.TryParse(visitor.Page.Url.AsSpan(visitor.Page.Url.LastIndexOf('/') + 1), out var attempt).ShouldBeTrue();
        var paper = Paper.Draw(RulesOf(site, division: 0).CurrentSet, attempt);
        for (var position = 0; position < Questions; position++)
        {
            await screen.AnswerAsync(position + 1, byte.TrailingZeroCount(MaskOf(paper, position, position < right)));
        }

        await screen.Palette.Last.ClickAsync();
        await screen.Prediction.FillAsync($"{guess}");
        await screen.SubmitAsync();
    }

    /// <summary>Somebody else takes the round, without a browser.</summary>
    private static async Task TakeAsync(ClockedSite site, string unit, string name, int right, int guess)
    {
        var (writer, secrets, contest) = (site.Get<AttemptWriter>(), site.Get<Secrets>(), site.Get<ContestCatalog>().Find(DemoSite.Slug)!);
        var number = contest.Units.NumberOf(unit)!.Value;
        var division = contest.Units[number].Kind == "commune" ? 1 : 0;
        var id = secrets.IdOf(DemoSite.Slug, name);
        var moment = Monday.AddHours(1).ToUnixTimeMilliseconds();
        await writer.Register(new NewContestant(
            id, contest.Number, number, name, secrets.Encrypt(id, "{}"), secrets.HashOfCode(id, "code"), null, moment, (short)division));
        var attempt = (await writer.Start(contest.LiveRound(1)!, id, moment)).Attempt!;
        var paper = Paper.Draw(RulesOf(site, division).CurrentSet, attempt.Id);
        AnswerChange[] changes = [.. Enumerable.Range(0, Questions).Select(position => new AnswerChange(position, MaskOf(paper, position, position < right), position + 1))];
        await writer.Submit(contest.LiveRound(1)!, attempt.Id, new AnswersBody(changes, new PredictionChange(guess, Questions + 1), []), moment + 1_000);
    }

    private static RoundRules RulesOf(ClockedSite site, int division) => site.Get<ContestCatalog>().Find(DemoSite.Slug)!.Round(1, (short)division)!;

    /// <summary>The right choice as it is shown, or a wrong one.</summary>
    private static byte MaskOf(Paper paper, int position, bool right)
    {
        var key = paper.Lines[position].ToShown(paper.QuestionAt(position).Key);
        return right ? key : (byte)(key == 1 ? 2 : 1);
    }

    private static ContestBundle Contest()
    {
        var demo = ContestFolder.Read(Checkout.Demo).Require();
        var contest = demo.Contest;
        ValueList<DayOfWeek> week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
        var first = contest.Rounds[0] with
        {
            Calendar = [new WeeklyPattern(week, new DateOnly(2030, 3, 4), new DateOnly(2030, 3, 15), 7 * 60 + 30, 17 * 60 + 30, [])],
            Blueprint = [new BlueprintLine(contest.Rounds[0].Blueprint[0].Topic, null, Questions)],
        };
        var singles = demo.Banks[0] with { Questions = demo.Banks[0].Questions.Where(question => !question.Multiple).ToValueList() };
        return demo with
        {
            Contest = contest with
            {
                Rounds = [first],
                Attempts = new AttemptRules(2, Counting.Best),
                Prediction = contest.Prediction! with { Object = PredictionObject.Participants, Scope = PredictionScope.Round, Of = PredictionOf.Division },
                Divisions =
                [
                    new Division("staff", new("Khối cơ quan"), new Who([], ["city-agency", "subordinate", "central-agency", "district"], [], null, null, [], []), Chosen: false, null, null, null, null, null),
                    new Division("communes", new("Khối xã, phường"), null, Chosen: false, null, null, null, null, null),
                ],
                News = [],
            },
            Banks = [singles],
        };
    }
}
