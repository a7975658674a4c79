using System.IO.Compression;
using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;
using HoiThi.Core.Scoring;
using HoiThi.Server.Manage.Statistics;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Tests.Manage.Statistics;

/// <summary>Item statistics over attempts that each have a paper of their own, against the definitions written down once more.</summary>
public sealed class StatisticsTests(PostgresServer postgres)
{
    private const string Page = "/manage/contests/" + TestContest.Slug + "/rounds/1/statistics";
    private const int Attempts = 400;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_question_has_the_figures_of_the_attempts_that_met_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var marks = await SitAsync(site);
        var contest = site.Node.Contest;
        var progress = await site.Node.Get<StatisticsDesk>().OfAsync(contest, contest.Round(1)!, site.Node.SetOf(1));
        var result = progress.Result!;

        result.Paper.Attempts.ShouldBe(Attempts);
        result.Paper.Mean.ShouldBe(marks.Average(attempt => attempt.Sum(each => each.Points)) / 100.0, 1e-9);
        result.Correct.Sum().ShouldBe(Attempts);
        result.Items.Sum(item => item.Attempts).ShouldBe(Attempts * TestContest.PaperLength);
        for (var question = 0; question < result.Items.Count; question++)
        {
            var met = marks.Where(attempt => attempt.Exists(each => each.Question == question))
                .Select(attempt => (Own: (double)attempt.First(each => each.Question == question).Points, Total: (double)attempt.Sum(each => each.Points))).ToList();
            var item = result.Items[question];
            item.Attempts.ShouldBe(met.Count);
            item.Facility.ShouldBe(met.Average(each => each.Own) / 100, 1e-6);
            item.DiscriminationIndex!.Value.ShouldBe(Correlation(met.Select(each => (each.Own, each.Total - each.Own)).ToList()) * 100, 1e-6);
            if (!result.Set.Questions[question].Multiple)
            {
                (item.Chosen.Sum() + item.Omitted).ShouldBe(met.Count);
            }
        }

        // Whoever is good ticks what is not the key of the last question.
        var suspect = result.Lines.First();
        suspect.Question.Code.ShouldBe("R1-012");
        suspect.CheckTheKey.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_page_puts_what_looks_wrong_first_and_the_workbook_has_all_of_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        await SitAsync(site);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        using var editor = await ConsoleUser.SignedInAsync(site.Node, Role.QuestionEditor);
        var page = await organiser.PageAsync(Page);
        page.QuerySelector(".item-card")!.Words().ShouldContain("Kiểm tra đáp án");
        page.QuerySelectorAll(".item-card").Length.ShouldBe(12);
        page.QuerySelectorAll(".histogram rect.column").Length.ShouldBe(TestContest.PaperLength + 1);
        (await editor.PageAsync(Page)).QuerySelector(".item-card").ShouldBeNull("the round is open");

        var workbook = await (await organiser.GetAsync(Page + "/export.xlsx")).Content.ReadAsByteArrayAsync();
        new ZipArchive(new MemoryStream(workbook)).Entries.Count(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ShouldBe(3);

        site.Clock.Now = TestContest.After;
        using var later = await ConsoleUser.SignedInAsync(site.Node, Role.QuestionEditor);
        (await later.PageAsync(Page)).QuerySelectorAll(".item-card").Length.ShouldBe(12);
        using var early = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        (await early.PageAsync(Page.Replace("/1/", "/2/", StringComparison.Ordinal))).QuerySelector(".empty")!.Words().ShouldContain("Chưa có lượt thi");
    }

    /// <summary>Attempts stored behind the server's back; what each question of each came to.</summary>
    private static async Task<List<List<(int Question, int Points)>>> SitAsync(TestSite site)
    {
        var random = new Random(20231023);
        var (contest, set) = (site.Node.Contest.Number, site.Node.SetOf(1));
        await using var context = await site.Node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
        var marks = new List<List<(int Question, int Points)>>();
        for (var number = 0; number < Attempts; number++)
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            var id = new AttemptId(contest, new ContestantId(new Guid(bytes)), 1, 1);
            var paper = Paper.Draw(set, id);
            var answers = AnswerSheet.Blank(set.PaperLength);
            var ability = random.NextDouble();
            for (var position = 0; position < paper.Lines.Length; position++)
            {
                var wrong = paper.QuestionAt(position).Code == "R1-012";
                var knows = random.NextDouble() < ability != wrong;
                var key = paper.Lines[position].ToShown(paper.QuestionAt(position).Key);
                answers.Merge(new AnswerChange(position, knows ? key : (byte)(1 << random.Next(4)), 1));
            }

            var each = Enumerable.Range(0, paper.Lines.Length).Select(position => (paper.Lines[position].Question, Mark.Of(paper, position, answers).Points)).ToList();
            var grade = Grade.Of(paper, answers);
            context.Attempts.Add(new AttemptRow(
                id.Contestant, 1, 1, contest, 1, set.Version, AttemptState.Submitted, 0, 1, answers.ToBytes(), null, 0, 1, grade.Score, grade.Correct, null, null));
            marks.Add(each);
        }

        await context.SaveChangesAsync();
        return marks;
    }

    private static double Correlation(List<(double X, double Y)> pairs)
    {
        var (x, y) = (pairs.Average(pair => pair.X), pairs.Average(pair => pair.Y));
        return pairs.Sum(pair => (pair.X - x) * (pair.Y - y))
            / Math.Sqrt(pairs.Sum(pair => (pair.X - x) * (pair.X - x)) * pairs.Sum(pair => (pair.Y - y) * (pair.Y - y)));
    }
}
