using CsCheck;
using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.Ranking;

public class SeparationTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");
    private static readonly Standing Above = A.Standing(1, 2000, 754_032, A.Opens, 97, correct: 20, registered: A.Opens);

    [Fact]
    public void The_first_key_in_which_two_differ_parts_them() =>
        Separation.Between(A.UsualChain, Above, Above with { Prediction = 105, Time = 1 }, new Revealed(100))
            .ShouldBe(new Separation(RankingKey.Prediction, 3, 5));

    [Fact]
    public void While_the_truth_is_unknown_the_prediction_parts_nobody() =>
        Separation.Between(A.UsualChain, Above, Above with { Prediction = 105, Time = 800_000 }, Revealed.Nothing)
            .ShouldBe(new Separation(RankingKey.Time, 754_032, 800_000));

    [Fact]
    public void Two_who_agree_in_everything_are_parted_by_their_ids() =>
        Separation.Between(A.UsualChain, Above, Above with { Contestant = A.Contestant(2) }, new Revealed(100)).ShouldBe(default);

    [Fact]
    public void What_parts_two_explains_their_order() =>
        Gen.Select(RankKeyLaws.Chains, RankKeyLaws.Standings, RankKeyLaws.Standings, RankKeyLaws.Revelations).Sample((chain, left, right, revealed) =>
        {
            var leftIsAbove = RankKey.Order.Compare(RankKey.Final(chain, left, revealed), RankKey.Final(chain, right, revealed)) < 0;
            var parted = leftIsAbove ? Separation.Between(chain, left, right, revealed) : Separation.Between(chain, right, left, revealed);
            var (above, below) = (parted.Above ?? long.MaxValue, parted.Below ?? long.MaxValue);
            return parted.Key is { } key && RankKey.MoreIsBetter(key) ? above > below
                : parted.Key is null || above < below;
        });

    [Theory]
    [InlineData(RankingKey.Score, 2000L, 1950L, "điểm cao hơn: 20 so với 19,50", "more points: 20 against 19.50")]
    [InlineData(RankingKey.Prediction, 3L, 5L, "dự đoán đúng hơn: lệch 3 so với lệch 5", "a better prediction: off by 3 against off by 5")]
    [InlineData(
        RankingKey.Prediction, 3L, null,
        "dự đoán đúng hơn: lệch 3 so với không dự đoán",
        "a better prediction: off by 3 against no prediction")]
    [InlineData(
        RankingKey.Time, 754_032L, 800_000L,
        "làm bài nhanh hơn: 12 phút 34,032 giây so với 13 phút 20,000 giây",
        "less time taken: 12 min 34.032 s against 13 min 20.000 s")]
    [InlineData(RankingKey.Prediction, 0L, 1L, "dự đoán đúng hơn: trúng so với lệch 1", "a better prediction: exact against off by 1")]
    [InlineData(RankingKey.Score, -50L, -1200L, "điểm cao hơn: −0,50 so với −12", "more points: −0.50 against −12")]
    [InlineData(RankingKey.Random, 31L, 4096L, "số thăm nhỏ hơn: 0000000000001f so với 00000000001000", "the smaller lot: 0000000000001f against 00000000001000")]
    [InlineData(RankingKey.MoreAttempts, 3L, 2L, "nhiều lượt thi hơn: 3 so với 2", "more attempts: 3 against 2")]
    [InlineData(RankingKey.FewerAttempts, 1L, 2L, "ít lượt thi hơn: 1 so với 2", "fewer attempts: 1 against 2")]
    [InlineData(
        RankingKey.Submitted, 1_698_019_200_001L, 1_698_019_200_250L,
        "nộp bài sớm hơn: 07:00:00.001 23/10/2023 so với 07:00:00.250 23/10/2023",
        "submitted earlier: 07:00:00.001 23/10/2023 against 07:00:00.250 23/10/2023")]
    public void The_reason_is_said_in_both_languages(RankingKey key, long above, long? below, string vi, string en) =>
        new Separation(key, above, below).Describe(Zone).ShouldBe(new LocalText(vi, en));

    [Theory]
    [InlineData(PredictionMeasure.NotAbove, 3, "dự đoán đúng hơn: lệch 3 so với vượt quá", "a better prediction: off by 3 against above it")]
    [InlineData(PredictionMeasure.Exact, 0, "dự đoán đúng hơn: trúng so với không trúng", "a better prediction: exact against not exact")]
    public void A_guess_that_counts_for_nothing_is_named_by_its_measure(PredictionMeasure measure, long above, string vi, string en) =>
        new Separation(RankingKey.Prediction, above, Revealed.Missed, measure).Describe(Zone).ShouldBe(new LocalText(vi, en));

    [Fact]
    public void Every_key_has_a_phrase() =>
        Enum.GetValues<RankingKey>().All(key => new Separation(key, 1, 2).Describe(Zone).En is not null).ShouldBeTrue();
}
