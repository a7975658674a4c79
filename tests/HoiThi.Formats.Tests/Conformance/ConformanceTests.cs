using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;
using HoiThi.Formats.Tests.Contests;

namespace HoiThi.Formats.Tests.Conformance;

public class ConformanceTests
{
    public static TheoryData<string> Contests => [.. ConformanceContests.Names];

    [Theory]
    [MemberData(nameof(Contests))]
    public void A_real_contest_has_no_mistakes_and_survives_export(string name)
    {
        var reading = ConformanceContests.Read(name);
        reading.Mistakes.ShouldBeEmpty();
        RoundTrip.Check(reading.Require());
        reading.Require().Contest.Slug.ShouldBe(name.ToLowerInvariant());
    }

    [Theory]
    [MemberData(nameof(Contests))]
    public void A_real_contest_says_what_is_stated_and_what_is_assumed(string name)
    {
        var text = File.ReadAllText(Path.Combine(ConformanceContests.DirectoryOf(name), "contest.yaml"));
        text.ShouldContain($"# {ConformanceContests.CodeOf(name)}. Stated: ");
        text.ShouldContain("# Not stated, assumed: ");
    }

    [Theory]
    [MemberData(nameof(Contests))]
    public void Papers_of_every_round_and_division_can_be_drawn(string name)
    {
        var bundle = ConformanceContests.Read(name).Require();
        foreach (var round in bundle.Contest.Rounds)
        {
            for (var division = 0; division < Math.Max(1, bundle.Contest.Divisions.Count); division++)
            {
                var rules = ContestRules.Of(bundle.Contest, round.Number, division);
                var bank = bundle.BankOf(round.Number, division)!;
                var set = new SealedSet(1, bank.Topics, bank.Questions, rules.Blueprint, rules.Paper, division);
                var attempt = new AttemptId(1, ContestantId.Of(new byte[32], bundle.Contest.Slug, "1"), (short)round.Number, 1);
                Paper.Draw(set, attempt).Lines.Length.ShouldBe(set.PaperLength);
                RoundRules.Of(bundle.Contest, 1, round.Number, [set], division).Division.ShouldBe((short)division);
            }
        }
    }

    [Fact]
    public void Every_value_of_the_rule_space_is_used_and_the_guide_says_where()
    {
        var contests = ConformanceContests.Names.Select(name => (Name: name, Facts: new Facts(ConformanceContests.Read(name).Require()))).ToList();
        var rows = Traits.All.Select(trait => (Trait: trait, Users: contests.Where(contest => trait.Has(contest.Facts)).ToList())).ToList();
        rows.Where(row => row.Users.Count == 0).Select(row => $"{row.Trait.Dimension}: {row.Trait.Value}").ShouldBeEmpty();
        var values = rows.Select(row => $"| {row.Trait.Dimension} | {row.Trait.Value} | {string.Join(' ', row.Users.Select(user => ConformanceContests.CodeOf(user.Name)))} |\n");
        GeneratedFile.PartShouldBe("docs/conformance.md", "dimensions", $"| dimension | value | contests |\n|---|---|---|\n{string.Concat(values)}");
        var list = contests.Select(contest =>
            $"| {ConformanceContests.CodeOf(contest.Name)} | [{contest.Facts.Contest.ShortTitle}](../contests/conformance/{contest.Name}/contest.yaml) | {contest.Facts.Contest.Rounds.Count} | {Math.Max(1, contest.Facts.Contest.Divisions.Count)} | {contest.Facts.Bundle.Banks.Distinct().Sum(bank => bank.Questions.Count)} |\n");
        GeneratedFile.PartShouldBe("docs/conformance.md", "contests", $"| row | contest | rounds | divisions | questions |\n|---|---|---|---|---|\n{string.Concat(list)}");
    }
}
