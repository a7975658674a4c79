using System.Net;
using AngleSharp.Html.Dom;
using HoiThi.Core.Attempts;
using HoiThi.Core.Questions;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage;
using HoiThi.Server.Manage.Keys;
using HoiThi.Server.Organisers;
using HoiThi.Server.Results;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Tests.Manage.Keys;

/// <summary>Keys that are corrected after people have sat: marks, standings, counts and prizes end as if they had been right at once.</summary>
public sealed class KeyTests(PostgresServer postgres)
{
    private const string Contest = "/manage/contests/" + TestContest.Slug;
    private const string Reason = "Văn bản dẫn chiếu đã được thay thế từ ngày 01/01";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_closed_round_is_looked_at_corrected_by_two_people_and_taken_back(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        await site.ExecuteAsync("INSERT INTO two_person_act VALUES (@p0, 'key.correct')", (short)1);
        var people = new List<(Contestant Who, string Attempt)>();
        foreach (var right in new[] { 5, 4, 3, 1 })
        {
            var who = await site.Node.ContestantAsync();
            people.Add((who, await who.TakeAsync(right, time: TimeSpan.FromMinutes(right))));
        }

        site.Clock.Now = TestContest.Week2;
        await site.Node.CloseAsync(1);
        var (before, standings) = (await AwardsAsync(site), await StandingsAsync(site));
        using var first = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        using var second = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);

        // The one wrong tick of the second is declared the only right one.
        var (question, ticked) = Wrong(site, people[1].Attempt, position: 4);
        var page = $"{Contest}/rounds/1/keys/1/{question}";
        (await first.PageAsync(Contest + "/rounds/1/statistics")).QuerySelectorAll(".item-card a").Cast<IHtmlAnchorElement>()
            .ShouldContain(link => link.Href.EndsWith(page, StringComparison.Ordinal));
        var looked = await first.PageAsync($"{page}?ruling=keys&choice={ticked}");
        looked.GetElementById("impact")!.Words().ShouldContain(people[1].Who.Person.Name);
        var unreasoned = await first.PostAsync(page, ("ruling", "keys"), ("choice", $"{ticked}"), ("reason", "sai"));
        unreasoned.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((IHtmlInputElement)(await unreasoned.PageAsync()).QuerySelector("#impact input[name=reason]")!).Value.ShouldBe("sai", "what was typed stays");
        (await first.PostAsync(page, ("ruling", "keys"), ("reason", Reason))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await first.PostAsync(page, ("ruling", "keys"), ("choice", $"{ticked}"), ("reason", Reason))).ShouldLeadTo($"{page}?done=proposed");
        (await site.CountAsync("key_correction")).ShouldBe(0);
        (await second.PageAsync(page)).QuerySelector(".alert.warn")!.Words().ShouldContain(Reason);
        await ApproveAsync(second);
        (await site.CountAsync("audit WHERE act = 'key.correct'")).ShouldBe(1);
        (await site.Node.CloseAsync(1, again: true)).ShouldBe(ClosingOutcome.MarkedAnew, "what is marked by two keys is no ranking");
        (await first.PageAsync(page)).QuerySelector("progress").ShouldNotBeNull();

        await site.Node.Get<RemarkAttempts>().RunAsync();
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
        var corrected = await AwardsAsync(site);
        var standing = (await StandingsAsync(site)).Single(row => row.Contestant == people[1].Who.Id && row.Round == 1);
        (standing.Score, standing.PerfectAttempts).ShouldBe((500, 1));
        corrected.ShouldNotBe(before);
        corrected[0].Contestant.ShouldBe(people[1].Who.Id);

        // What was looked at is what came of it.
        var prizes = looked.QuerySelectorAll("#impact table")[0].QuerySelectorAll("tbody th a").Cast<IHtmlAnchorElement>()
            .Select(link => Guid.Parse(link.Href[(link.Href.LastIndexOf('/') + 1)..])).Order();
        prizes.ShouldBe(before.Concat(corrected).GroupBy(award => award.Contestant)
            .Where(award => award.Select(each => each.Prize).Distinct().Count() > 1 || award.Count() == 1).Select(award => award.Key.Value).Order());
        (await people[1].Who.PageAsync(Paths.Result(people[1].Attempt))).Body!.Words().ShouldContain("đáp án đã sửa");
        (await people[1].Who.PageAsync(Paths.Home + "/results")).Body!.Words().ShouldContain(Reason);
        (await first.PageAsync(page)).Body!.Words().ShouldContain(second.Email);

        (await first.PostAsync(page, ("ruling", "sealed"), ("reason", "Đáp án niêm phong là đúng"))).ShouldLeadTo($"{page}?done=proposed");
        await ApproveAsync(second);
        await site.Node.Get<RemarkAttempts>().RunAsync();
        (await AwardsAsync(site)).ShouldBe(before);
        (await StandingsAsync(site)).ShouldBe(standings);
        (await first.PostAsync(page, ("ruling", "sealed"), ("reason", Reason))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "it is so already");
        people.ForEach(each => each.Who.Dispose());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_open_round_goes_on_while_it_is_marked_anew_and_a_killed_walk_goes_on_where_it_was(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var people = new List<Contestant>();
        for (var index = 0; index < 7; index++)
        {
            people.Add(await site.Node.ContestantAsync());
            await people[^1].TakeAsync(right: 4);
        }

        people.Sort((left, right) => left.Id.CompareTo(right.Id));
        using var late = await site.Node.ContestantAsync();
        var open = await late.StartAsync();
        var (question, ticked) = Wrong(site, open, position: 4);
        var old = site.Node.Contest.LiveRound(1)!;
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var page = $"{Contest}/rounds/1/keys/1/{question}";
        (await organiser.PostAsync(page, ("ruling", "keys"), ("choice", $"{ticked}"), ("reason", Reason))).ShouldLeadTo($"{page}?done=key-corrected");
        var other = site.Node.SetOf(1).Questions.First(each => each.Code != question).Code;
        (await organiser.PostAsync($"{Contest}/rounds/1/keys/1/{other}", ("ruling", "withdrawn"), ("reason", Reason))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        site.Node.Contest.Round(1)!.MarkedBy(1).Rulings.Count.ShouldBe(2, "both hold");

        // Killed after two of seven; meanwhile two registrations become one, of which only the one that stays was passed.
        var walk = site.Node.Get<RemarkAttempts>();
        walk.BatchSize = 2;
        (await walk.StepAsync(1, 1)).ShouldBeTrue();
        (await site.ValueAsync<long>("SELECT people FROM remarking")).ShouldBe(2);
        (await site.Node.Get<ContestantMerge>().MergeAsync(site.Node.Contest, people[0].Id, people[6].Id, block: false, Reason, (_, _) => Task.CompletedTask)).ShouldBeNull();

        // A node that has not heard of the correction marks by it all the same.
        AttemptId.TryParse(open, out var id).ShouldBeTrue();
        var paper = late.PaperOf(open);
        var body = new AnswersBody([.. paper.Lines.Index().Select(line => new AnswerChange(
            line.Index, line.Item.ToShown(paper.QuestionAt(line.Index).Code == question ? (byte)(1 << ticked) : paper.QuestionAt(line.Index).Key), 1))], null, []);
        var submitted = await site.Node.Get<AttemptWriter>().Submit(old, id, body, site.Clock.Now.ToUnixTimeMilliseconds());
        submitted.Attempt.ShouldBe(submitted.Attempt!.MarkedAnew(site.Node.Contest.Round(1)!));

        var second = await site.StartNodeAsync();
        await second.Get<RemarkAttempts>().RunAsync();
        (await site.ValueAsync<long>("SELECT people FROM remarking")).ShouldBe(2, "the first may still be at it");
        site.Clock.Advance(TimeSpan.FromSeconds(16));
        await second.Get<RemarkAttempts>().RunAsync();
        (await site.ValueAsync<long>("SELECT people FROM remarking WHERE walked IS NOT NULL AND finished IS NOT NULL")).ShouldBe(7, "six and the late one");
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
        await ShouldRefuseAsync(site, late, open);
        people.ForEach(each => each.Dispose());
    }

    /// <summary>The review of a round that is over shows the new key; before that nothing of it is seen.</summary>
    private static async Task ShouldRefuseAsync(TestSite site, Contestant who, string attempt)
    {
        (await who.PageAsync(Paths.Result(attempt))).QuerySelector(".review .key").ShouldBeNull();
        site.Clock.Now = TestContest.Week2;
        (await who.PageAsync(Paths.Result(attempt))).QuerySelectorAll(".review .corrected").Length.ShouldBeGreaterThan(0);
    }

    /// <summary>The question at a position of a paper, and which of its choices is ticked wrong there.</summary>
    private static (string Question, int Choice) Wrong(TestSite site, string attempt, int position)
    {
        AttemptId.TryParse(attempt, out var id).ShouldBeTrue();
        var paper = Core.Papers.Paper.Draw(site.Node.SetOf(id.Round), id);
        var (line, key) = (paper.Lines[position], paper.QuestionAt(position).Key);
        var mask = Enumerable.Range(0, 4).Select(place => (byte)(1 << place)).First(each => line.ToChoices(each) != key);
        return (paper.QuestionAt(position).Code, System.Numerics.BitOperations.TrailingZeroCount(line.ToChoices(mask)));
    }

    private static async Task ApproveAsync(ConsoleUser who)
    {
        var approve = (await who.PageAsync(Contest + "/proposals")).QuerySelectorAll("form").Cast<IHtmlFormElement>().First(form => form.Action.EndsWith("/approve", StringComparison.Ordinal));
        (await who.PostAsync(new Uri(approve.Action).AbsolutePath)).ShouldLeadTo(Contest + "/proposals?done=approved");
    }

    private static async Task<List<AwardRow>> AwardsAsync(TestSite site)
    {
        await using var context = await site.Node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
        return await context.Awards.AsNoTracking().OrderBy(row => row.Prize).ThenBy(row => row.Place).ToListAsync();
    }

    private static async Task<List<Core.Ranking.Standing>> StandingsAsync(TestSite site)
    {
        await using var context = await site.Node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
        var rows = await context.Standings.AsNoTracking().OrderBy(row => row.Contestant).ThenBy(row => row.Round).ToListAsync();
        return rows.ConvertAll(row => row.ToStanding());
    }
}
