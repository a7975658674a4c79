using HoiThi.Core.Contests;

namespace HoiThi.Formats.Tests.Contests;

/// <summary>What is written comes out as the rules that were meant.</summary>
public class ShapeTests
{
    private const string Contest = "contest.yaml";

    [Fact]
    public void A_division_has_questions_paper_chain_and_prizes_of_its_own()
    {
        using var folder = new Folder();
        folder.With(Contest, "rounds:\n", """
            divisions:
              - code: staff
                name: Cán bộ, công chức
                who: { kinds: [agency], answers: [{ field: size, in: [S, M] }] }
              - code: people
                name: Người dân
                attempts: { perDay: 1, counts: sum }
            rounds:

            """);
        folder.With(Contest, "required: false\n", "required: true\n");
        folder.With(Contest, "      - { topic: law, difficulty: easy, count: 1 }\n      - { topic: law, count: 1 }\n", """
                  - { topic: law, difficulty: easy, count: 1, point: 2 }
                divisions:
                  - division: people
                    questions: questions/people.yaml
                    blueprint: []
                    paper: { minutes: 5, wrongPoint: 0.25, partial: proportional }
                    chain: [score, time, random]
                    prizes:
                      - { name: Giải Nhất, count: 1, amount: 1000000, for: { divisions: [people] } }

            """);
        File.WriteAllText(folder.Path("questions/people.yaml"), """
            topics:
              - { code: law, name: Pháp luật }
            questions:
              - code: P-1
                topic: law
                difficulty: easy
                text: Số Pi?
                number: { value: 3.14, tolerance: 0.01 }
              - code: P-2
                topic: law
                difficulty: easy
                text: Viết về Pi.
                essay: { words: 200 }
                point: 5
            """);
        folder.Mistakes().ShouldBeEmpty();
        var bundle = folder.Read().Require();
        bundle.BankOf(1, 0)!.Questions[0].Code.ShouldBe("T1-001");
        bundle.BankOf(1, 1)!.Questions[0].Number.ShouldBe(new(3.14m, 0.01m));
        bundle.BankOf(2, 1)!.Questions[0].Code.ShouldBe("T2-001");
        var rules = ContestRules.Of(bundle.Contest, 1, 1);
        rules.Blueprint.ShouldBeEmpty();
        rules.Paper.WrongPoint.ShouldBe(25);
        rules.Chain.ShouldBe([RankingKey.Score, RankingKey.Time, RankingKey.Random]);
        rules.Prizes.Round[0].Amount.ShouldBe(1_000_000);
        RoundTrip.Check(bundle);
    }

    [Fact]
    public void A_weekly_pattern_stands_for_its_windows()
    {
        using var folder = new Folder();
        var round = folder.With(Contest, "      - opens: 2026-01-12 07:30\n        closes: 2026-01-16 17:30\n", """
                  - { days: [sat], from: 2026-01-12, until: 2026-01-25, opens: 20:00, closes: 24:00 }
                  - { days: [fri, mon], from: 2026-01-12, until: 2026-01-25, opens: 22:00, closes: 02:00, except: [2026-01-19] }
                  - opens: 2026-01-26 08:00
                    closes: 2026-01-26 09:00

            """).Read().Require().Contest.Rounds[1];
        round.Windows.Select(window => $"{window.Opens} {window.Closes}").ShouldBe([
            "2026-01-12 22:00 2026-01-13 02:00",
            "2026-01-16 22:00 2026-01-17 02:00",
            "2026-01-17 20:00 2026-01-18 00:00",
            "2026-01-23 22:00 2026-01-24 02:00",
            "2026-01-24 20:00 2026-01-25 00:00",
            "2026-01-26 08:00 2026-01-26 09:00",
        ]);
        round.Calendar.OfType<WeeklyPattern>().Last().Days.ShouldBe([DayOfWeek.Monday, DayOfWeek.Friday]);
    }
}
