using CsCheck;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;
using HoiThi.Core.Ranking;
using HoiThi.Core.Tests.Ranking;

namespace HoiThi.Core.Tests.Prizes;

/// <summary>What holds of every giving of prizes, whatever the rules: random rounds, rules and people.</summary>
public class PrizeLaws
{
    private static readonly Gen<Prize> AnyPrize = Gen.Select(
        Gen.Int[0, 4], Gen.Long[0, 3], Gen.Enum<PrizeOrder>(), Gen.Int[0, 6], Gen.Int[0, 2], Gen.Int[1, 2]).Select(
        (count, amount, by, kind, unless, most) => A.Prize("p", count == 0 ? null : count) with
        {
            Amount = amount,
            By = by,
            Pot = kind == 0 ? 1_000_000 : null,
            Who = kind == 1 ? new Who([], ["agency"], [], null, null, [], []) : null,
            Conditions = unless == 0 ? new PrizeConditions(Perfect: true, MinScore: null, CompleteData: true) : null,
            Quotas = kind == 2 ? [new PrizeQuota(QuotaClass.Unit, most)] : [],
        });

    private static readonly Gen<PrizeRules> AnyRules = Gen.Select(Gen.Enum<PrizeLimit>(), Gen.Int[0, 100], Gen.Int[0, 3], Gen.Int[0, 3]).Select(
        (limit, percent, barred, substitutes) =>
            new PrizeRules([], [], limit, percent == 0 ? null : percent, barred, Conditions: null, substitutes));

    private static readonly Gen<TestPerson[]> People = Gen.Select(
        Gen.Int[1, 3], Gen.Int[0, 9], Gen.Bool, Gen.Int[1, 700]).Select((unit, kept, complete, day) => new TestPerson
        {
            Unit = $"u{unit}",
            Kind = unit == 1 ? "agency" : "board",
            KeptOut = kept switch { 0 => ListRole.Barred, 1 => ListRole.NoPrize, _ => null },
            IsComplete = complete,
            BirthDate = new DateOnly(1990, 1, 1).AddDays(day),
        }).Array[41];

    private static readonly Gen<Case> Cases = Gen.Select(
        AnyRules, AnyPrize.Array[0, 4].Array[1, 4], RankKeyLaws.Standings.Array[0, 40].Array[4], People, Gen.Int[0, 40].Array[0, 3])
        .Select((rules, prizes, fields, people, fallen) => new Case(
            rules,
            [.. prizes.Select((list, index) => (index, list.ToValueList(), fields[index].DistinctBy(standing => standing.Contestant).ToArray()))],
            people,
            [.. fallen.Select(A.Contestant)]));

    [Fact]
    public void Counts_caps_and_quotas_hold() => Cases.Sample(example =>
    {
        foreach (var awarding in example.Give())
        {
            awarding.Awards.Count.ShouldBeLessThanOrEqualTo(awarding.List.MostWinners);
            for (var index = 0; index < awarding.List.Prizes.Count; index++)
            {
                var (prize, winners) = (awarding.List.Prizes[index], awarding.Awards.Where(award => award.PrizeIndex == index).ToArray());
                winners.Length.ShouldBeLessThanOrEqualTo(prize.Count ?? int.MaxValue);
                awarding.Outcomes[index].Given.ShouldBe(winners.Length);
                prize.Quotas.All(quota => winners.GroupBy(award => ((IPrizePerson)example.PersonOf(award.Candidate)).ClassOf(quota.By), StringComparer.Ordinal)
                    .All(group => group.Count() <= quota.Most)).ShouldBeTrue();
                if (prize.Pot is { } pot)
                {
                    (((awarding.Outcomes[index].Each ?? 0) * winners.Length) + awarding.Outcomes[index].Rest).ShouldBe(pot);
                }
            }
        }
    });

    [Fact]
    public void Nobody_is_barred_unfit_or_doubled() => Cases.Sample(example =>
    {
        var all = example.Give();
        foreach (var awarding in all)
        {
            awarding.Awards.Select(award => award.Candidate.Contestant).ShouldBeUnique();
            foreach (var award in awarding.Awards)
            {
                var person = example.PersonOf(award.Candidate);
                person.KeptOut.ShouldBeNull();
                example.Fallen.ShouldNotContain(award.Candidate.Contestant);
                (award.Prize.Who?.Matches(person) ?? true).ShouldBeTrue();
                (award.Prize.Conditions is null || (person.IsComplete && Case.IsPerfect(award.Candidate))).ShouldBeTrue();
            }

            awarding.Substitutes.Count.ShouldBeLessThanOrEqualTo(example.Rules.Substitutes);
            awarding.Substitutes.Select(each => each.Contestant).Intersect(awarding.Awards.Select(award => award.Candidate.Contestant)).ShouldBeEmpty();
        }

        var wins = all.SelectMany(awarding => awarding.Awards.Select(award => (award.Candidate.Contestant, awarding.List.Round))).ToArray();
        if (example.Rules.Limit != PrizeLimit.OncePerRound)
        {
            wins.Select(win => win.Contestant).ShouldBeUnique();
        }
        else
        {
            wins.Where(win => win.Round > 0).GroupBy(win => win.Contestant, win => win.Round).All(rounds =>
                rounds.Order().Zip(rounds.Order().Skip(1)).All(pair => pair.Second - pair.First > example.Rules.BarredRounds)).ShouldBeTrue();
        }
    });

    [Fact]
    public void A_prize_goes_past_nobody_without_a_reason() => Cases.Sample(example =>
    {
        foreach (var awarding in example.Give())
        {
            foreach (var award in awarding.Awards.Where(award => award.Prize is { By: PrizeOrder.Ranking, Who: null }))
            {
                var better = awarding.List.Field.Where(candidate => candidate.Place < award.Candidate.Place);
                better.All(candidate => awarding.Awards.Any(other => other.Candidate == candidate)
                    || awarding.PassedOver.Any(line => line.Candidate == candidate)).ShouldBeTrue();
            }
        }
    });

    [Fact]
    public void Where_only_the_higher_counts_nobody_above_was_left_a_smaller_prize() => Cases.Sample(example =>
    {
        var all = (example with { Rules = example.Rules with { Limit = PrizeLimit.OnlyHigher, WinnersAtMost = null } }).Give();
        var held = all.SelectMany(awarding => awarding.Awards).ToDictionary(award => award.Candidate.Contestant, award => award.Prize.Amount ?? 0);
        foreach (var awarding in all)
        {
            foreach (var award in awarding.Awards.Where(award => award.Prize is { By: PrizeOrder.Ranking, Who: null, Conditions: null, Quotas.Count: 0 }))
            {
                var better = awarding.List.Field.Where(candidate => candidate.Place < award.Candidate.Place
                    && example.PersonOf(candidate).KeptOut is null && !example.Fallen.Contains(candidate.Contestant));
                better.All(candidate => held.TryGetValue(candidate.Contestant, out var amount) && amount >= (award.Prize.Amount ?? 0)).ShouldBeTrue();
            }
        }
    });

    [Fact]
    public void Doing_it_again_gives_the_same_and_who_falls_out_wins_nothing() => Cases.Sample(example =>
    {
        var first = example.Give();
        Said(example.Give()).ShouldBe(Said(first));
        if (first.SelectMany(awarding => awarding.Awards).FirstOrDefault() is { } award)
        {
            var again = (example with { Fallen = [.. example.Fallen, award.Candidate.Contestant] }).Give();
            again.SelectMany(awarding => awarding.Awards).ShouldNotContain(each => each.Candidate.Contestant == award.Candidate.Contestant);
        }
    });

    private static string Said(IEnumerable<Awarding> all) => string.Join('\n', all.Select(awarding => string.Join(
        ' ', awarding.Awards.Select(award => $"{award.PrizeIndex}:{award.Candidate.Contestant.Value}"))));

    private sealed record Case(PrizeRules Rules, ValueList<(int Round, ValueList<Prize> Prizes, Standing[] Field)> Rounds, TestPerson[] People, ValueList<ContestantId> Fallen)
    {
        public static bool IsPerfect(Candidate candidate) => candidate.Correct == 2;

        public TestPerson PersonOf(Candidate candidate) => People[Convert.ToInt32(candidate.Contestant.Value.ToString("N")[..8], 16)];

        public ValueList<Awarding> Give() => PrizeGiving.Give(
            [.. Rounds.Select(round => new PrizeList(
                round.Round, round.Prizes, Rules,
                [.. Ranked.Order(A.UsualChain, round.Field, new Revealed(2)).Select(Candidate.Of)], IsPerfect, RankKeyLaws.Seed))],
            Rules.Limit, PersonOf, Fallen.ToHashSet());
    }
}
