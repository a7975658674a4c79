using CsCheck;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;
using HoiThi.Core.Ranking;
using HoiThi.Core.Tests.Ranking;

namespace HoiThi.Core.Tests.Prizes;

public class AwardingTests
{
    private static readonly ValueList<Prize> Prizes = [A.Prize("Nhất", 1), A.Prize("Nhì", 2)];
    private static readonly IReadOnlySet<ContestantId> Nobody = new HashSet<ContestantId>();

    [Fact]
    public void Prizes_go_down_the_ranking()
    {
        var awarding = Awarding.Draw(Prizes, Field(1, 2, 3, 4), PrizeLimit.OncePerRound, Nobody, Nobody);
        awarding.Awards.Select(Said).ShouldBe(["0 Nhất: 1 at 1", "1 Nhì: 2 at 2", "1 Nhì: 3 at 3"]);
        awarding.PassedOver.ShouldBeEmpty();
        awarding.Left.ShouldBe(0);
    }

    [Fact]
    public void Who_is_barred_is_passed_over_and_it_is_said()
    {
        var awarding = Awarding.Draw(Prizes, Field(1, 2, 3, 4), PrizeLimit.OncePerRound, Nobody, Of(1, 4));
        awarding.Awards.Select(Said).ShouldBe(["0 Nhất: 2 at 2", "1 Nhì: 3 at 3"]);
        awarding.PassedOver.ShouldBe(
        [
            new PassedOver(1, A.Standing(1), PassedOverReason.Barred),
            new PassedOver(4, A.Standing(4), PassedOverReason.Barred),
        ]);
        awarding.Left.ShouldBe(1);
    }

    [Fact]
    public void A_winner_of_another_week_is_passed_over_only_where_the_rules_allow_one_prize_in_the_contest()
    {
        Awarding.Draw(Prizes, Field(1, 2, 3, 4), PrizeLimit.OncePerRound, Of(1), Nobody).PassedOver.ShouldBeEmpty();
        var awarding = Awarding.Draw(Prizes, Field(1, 2, 3, 4), PrizeLimit.OncePerContest, Of(1), Nobody);
        awarding.Awards.Select(Said).ShouldBe(["0 Nhất: 2 at 2", "1 Nhì: 3 at 3", "1 Nhì: 4 at 4"]);
        awarding.PassedOver.ShouldBe([new PassedOver(1, A.Standing(1), PassedOverReason.WonBefore)]);
    }

    [Fact]
    public void Nobody_below_the_last_prize_is_called_passed_over() =>
        Awarding.Draw(Prizes, Field(1, 2, 3, 4), PrizeLimit.OncePerRound, Nobody, Of(4)).PassedOver.ShouldBeEmpty();

    [Fact]
    public void Nobody_has_two_prizes_even_of_a_ranking_that_names_somebody_twice()
    {
        var awarding = Awarding.Draw(Prizes, Field(1, 1, 2), PrizeLimit.OncePerRound, Nobody, Nobody);
        awarding.Awards.Select(Said).ShouldBe(["0 Nhất: 1 at 1", "1 Nhì: 2 at 3"]);
        awarding.PassedOver.ShouldBe([new PassedOver(2, A.Standing(1), PassedOverReason.WonHere)]);
    }

    [Fact]
    public void Prizes_never_exceed_their_count_and_go_to_the_best_who_may_win() =>
        Gen.Select(
            RankKeyLaws.Standings.Array[0, 40],
            Gen.Int[0, 5].Array[0, 4],
            Gen.Enum<PrizeLimit>(),
            Gen.Int[0, 40].Array[0, 10],
            Gen.Int[0, 40].Array[0, 10]).Sample((field, counts, limit, previous, barred) =>
        {
            var prizes = counts.Select((count, index) => A.Prize($"{index}", count)).ToValueList();
            var ranked = Ranked.Order(A.UsualChain, field.DistinctBy(standing => standing.Contestant).ToArray(), 2);
            var awarding = Awarding.Draw(prizes, ranked, limit, Of(previous), Of(barred));

            var shut = limit == PrizeLimit.OncePerContest ? Of([.. previous, .. barred]) : Of(barred);
            var expected = ranked.Where(line => !shut.Contains(line.Standing.Contestant)).Take(counts.Sum()).Select(line => line.Place);
            awarding.Awards.Select(award => award.Place).ShouldBe(expected);
            awarding.Awards.Select(award => award.Standing.Contestant).Distinct().Count().ShouldBe(awarding.Awards.Count);
            awarding.Awards.GroupBy(award => award.PrizeIndex).All(prize => prize.Count() <= prizes[prize.Key].Count).ShouldBeTrue();
            awarding.Awards.Select(award => award.PrizeIndex).ShouldBeInOrder();
            (awarding.Awards.Count + awarding.Left).ShouldBe(counts.Sum());
            awarding.PassedOver.All(line => shut.Contains(line.Standing.Contestant)).ShouldBeTrue();
        });

    private static Ranked[] Field(params int[] contestants) =>
        [.. contestants.Select((contestant, index) => new Ranked(index + 1, A.Standing(contestant), []))];

    private static HashSet<ContestantId> Of(params int[] contestants) => [.. contestants.Select(A.Contestant)];

    private static string Said(Award award) =>
        $"{award.PrizeIndex} {award.Prize.Name}: {Convert.ToInt32(award.Standing.Contestant.Value.ToString("N")[..8], 16)} at {award.Place}";
}
