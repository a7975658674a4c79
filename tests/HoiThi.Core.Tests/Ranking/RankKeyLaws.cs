using CsCheck;
using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.Ranking;

/// <summary>The bytes of <see cref="RankKey"/> order as the chain says, in every chain; values are few, so that ties are common.</summary>
public class RankKeyLaws
{
    internal static readonly Gen<Standing> Standings = Gen.Select(
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 3], Gen.Long[0, 3], Gen.Long[1, 3]),
        Gen.Select(Gen.Int[0, 2], Gen.Int[1, 3], Gen.Int[0, 1], Gen.Long[1, 2]),
        Gen.Long[-1, 4],
        (first, second, guess) => A.Standing(
            first.Item1, first.Item2, first.Item3, first.Item4, guess < 0 ? null : guess,
            correct: second.Item1, attempts: second.Item2, perfect: second.Item3, registered: second.Item4));

    internal static readonly Gen<ValueList<RankingKey>> Chains = Gen.Shuffle(Enum.GetValues<RankingKey>(), 0, 8).Select(keys => keys.ToValueList());

    private static readonly Gen<long?> Truths = Gen.Long[-1, 4].Select(truth => truth < 0 ? (long?)null : truth);

    [Fact]
    public void Keys_order_as_a_plainly_written_comparer_does() =>
        Gen.Select(Chains, Standings, Standings, Truths).Sample((chain, left, right, truth) =>
            Math.Sign(RankKey.Order.Compare(RankKey.Final(chain, left, truth), RankKey.Final(chain, right, truth)))
                == Plainly(chain, left, right, truth), iter: 5_000);

    [Fact]
    public void Keys_order_great_numbers_as_well() =>
        Gen.Select(Gen.Enum<RankingKey>(), Great(), Great(), Gen.Long[0, 9_999_999_999]).Sample((key, left, right, truth) =>
            Math.Sign(RankKey.Order.Compare(RankKey.Final([key], left, truth), RankKey.Final([key], right, truth)))
                == Plainly([key], left, right, truth), iter: 5_000);

    [Fact]
    public void While_the_truth_is_unknown_the_prediction_is_left_out() =>
        Gen.Select(Chains, Standings).Sample((chain, standing) =>
        {
            var without = chain.Where(key => key != RankingKey.Prediction).ToValueList();
            RankKey.Provisional(chain, standing).ShouldBe(RankKey.Final(without, standing, 3));
        });

    [Fact]
    public void Only_one_and_the_same_contestant_has_an_equal_key() =>
        Gen.Select(Chains, Standings, Standings).Sample((chain, left, right) =>
            RankKey.Final(chain, left, 1).AsSpan().SequenceEqual(RankKey.Final(chain, right, 1))
                == (left.Contestant == right.Contestant && Plainly(chain, left, right, 1) == 0));

    private static Gen<Standing> Great() => Gen.Select(
        Gen.Int[1, 9], Gen.Int[0, int.MaxValue], Gen.Long[0, 1L << 50], Gen.Long[0, 1L << 50], Gen.Long[0, 9_999_999_999],
        (contestant, score, time, submitted, guess) =>
            A.Standing(contestant, score, time, submitted, guess, correct: score, attempts: score, perfect: score, registered: time));

    private static int Plainly(ValueList<RankingKey> chain, Standing left, Standing right, long? truth)
    {
        foreach (var key in chain)
        {
            var order = key switch
            {
                RankingKey.Score => right.Score.CompareTo(left.Score),
                RankingKey.Correct => right.Correct.CompareTo(left.Correct),
                RankingKey.PerfectAttempts => right.PerfectAttempts.CompareTo(left.PerfectAttempts),
                RankingKey.FewerAttempts => left.Attempts.CompareTo(right.Attempts),
                RankingKey.Time => left.Time.CompareTo(right.Time),
                RankingKey.Submitted => left.Submitted.CompareTo(right.Submitted),
                RankingKey.Registered => left.Registered.CompareTo(right.Registered),
                _ => truth is null ? 0 : Distance(left, truth.Value).CompareTo(Distance(right, truth.Value)),
            };
            if (order != 0)
            {
                return Math.Sign(order);
            }
        }

        return string.CompareOrdinal(left.Contestant.Value.ToString("N"), right.Contestant.Value.ToString("N")) switch { < 0 => -1, 0 => 0, _ => 1 };
    }

    private static long Distance(Standing standing, long truth) =>
        standing.Prediction is not { } guess ? long.MaxValue : guess > truth ? guess - truth : truth - guess;
}
