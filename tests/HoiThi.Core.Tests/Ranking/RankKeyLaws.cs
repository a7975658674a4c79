using CsCheck;
using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.Ranking;

/// <summary>The bytes of <see cref="RankKey"/> order as the chain says, in every chain; values are few, so that ties are common.</summary>
public class RankKeyLaws
{
    internal static readonly DrawSeed Seed = DrawSeed.Of(new byte[DrawSeed.Size], 1);

    internal static readonly Gen<Standing> Standings = Gen.Select(
        Gen.Select(Gen.Int[0, 40], Gen.Int[-2, 3], Gen.Long[0, 3], Gen.Long[1, 3]),
        Gen.Select(Gen.Int[0, 2], Gen.Int[1, 3], Gen.Int[0, 1], Gen.Long[1, 2], Gen.Long[1, 3]),
        Gen.Long[-1, 4],
        (first, second, guess) => A.Standing(
            first.Item1, first.Item2, first.Item3, first.Item4, guess < 0 ? null : guess,
            correct: second.Item1, attempts: second.Item2, perfect: second.Item3, registered: second.Item4) with
        { Started = second.Item5 });

    internal static readonly Gen<ValueList<RankingKey>> Chains = Gen
        .Shuffle(Enum.GetValues<RankingKey>(), 0, Enum.GetValues<RankingKey>().Length).Select(keys => keys.ToValueList());

    internal static readonly Gen<Revealed> Revelations = Gen.Select(
        Gen.Long[-1, 4], Gen.Enum<PredictionMeasure>(), Gen.Bool,
        (truth, measure, drawn) => new Revealed(truth < 0 ? null : truth, measure, drawn ? Seed : null));

    [Fact]
    public void Keys_order_as_a_plainly_written_comparer_does() =>
        Gen.Select(Chains, Standings, Standings, Revelations).Sample((chain, left, right, revealed) =>
            Math.Sign(RankKey.Order.Compare(RankKey.Final(chain, left, revealed), RankKey.Final(chain, right, revealed)))
                == Plainly(chain, left, right, revealed), iter: 10_000);

    [Fact]
    public void Keys_order_great_numbers_as_well() =>
        Gen.Select(Gen.Enum<RankingKey>(), Great(), Great(), Gen.Long[0, 9_999_999_999]).Sample((key, left, right, truth) =>
            Math.Sign(RankKey.Order.Compare(
                RankKey.Final([key], left, new Revealed(truth)), RankKey.Final([key], right, new Revealed(truth))))
                == Plainly([key], left, right, new Revealed(truth)), iter: 5_000);

    [Fact]
    public void What_is_not_known_is_left_out() =>
        Gen.Select(Chains, Standings).Sample((chain, standing) =>
        {
            var without = chain.Where(key => key is not (RankingKey.Prediction or RankingKey.Random)).ToValueList();
            RankKey.Provisional(chain, standing).ShouldBe(RankKey.Final(without, standing, new Revealed(3, Seed: Seed)));
        });

    [Fact]
    public void A_provisional_key_is_completed_to_the_final_one() =>
        Gen.Select(Chains, Standings, Revelations).Sample((chain, standing, revealed) =>
        {
            Span<byte> key = new byte[RankKey.SizeOf(chain)];
            var length = RankKey.Complete(chain, RankKey.Provisional(chain, standing), standing.Prediction, revealed, key);
            key[..length].ToArray().ShouldBe(RankKey.Final(chain, standing, revealed));
            RankKey.ContestantOf(key[..length]).ShouldBe(standing.Contestant);
        });

    [Fact]
    public void Only_one_and_the_same_contestant_has_an_equal_key() =>
        Gen.Select(Chains, Standings, Standings, Revelations).Sample((chain, left, right, revealed) =>
            RankKey.Final(chain, left, revealed).AsSpan().SequenceEqual(RankKey.Final(chain, right, revealed))
                == (left.Contestant == right.Contestant && Plainly(chain, left, right, revealed) == 0));

    private static Gen<Standing> Great() => Gen.Select(
        Gen.Int[1, 9], Gen.Int[0, int.MaxValue], Gen.Long[0, 1L << 50], Gen.Long[0, 1L << 50], Gen.Long[0, 9_999_999_999],
        (contestant, number, time, moment, guess) => A.Standing(
            contestant, number % 2 == 0 ? number : -number, time, moment, guess,
            correct: number, attempts: number, perfect: number, registered: time) with
        { Started = moment });

    private static int Plainly(ValueList<RankingKey> chain, Standing left, Standing right, Revealed revealed)
    {
        foreach (var key in chain)
        {
            var order = key switch
            {
                RankingKey.Score => right.Score.CompareTo(left.Score),
                RankingKey.Correct => right.Correct.CompareTo(left.Correct),
                RankingKey.PerfectAttempts => right.PerfectAttempts.CompareTo(left.PerfectAttempts),
                RankingKey.FewerAttempts => left.Attempts.CompareTo(right.Attempts),
                RankingKey.MoreAttempts => right.Attempts.CompareTo(left.Attempts),
                RankingKey.Time => left.Time.CompareTo(right.Time),
                RankingKey.Submitted => left.Submitted.CompareTo(right.Submitted),
                RankingKey.Started => left.Started.CompareTo(right.Started),
                RankingKey.Registered => left.Registered.CompareTo(right.Registered),
                RankingKey.Random => revealed.Seed is null ? 0 : Seed.LotOf(left.Contestant).CompareTo(Seed.LotOf(right.Contestant)),
                _ => revealed.Truth is not { } truth ? 0 : Grief(left, truth, revealed.Measure).CompareTo(Grief(right, truth, revealed.Measure)),
            };
            if (order != 0)
            {
                return Math.Sign(order);
            }
        }

        return string.CompareOrdinal(left.Contestant.Value.ToString("N"), right.Contestant.Value.ToString("N")) switch { < 0 => -1, 0 => 0, _ => 1 };
    }

    /// <summary>First what kind of guess it is, then how far off.</summary>
    private static (int Kind, long Off) Grief(Standing standing, long truth, PredictionMeasure measure) => standing.Prediction switch
    {
        null => (2, 0),
        { } guess when measure == PredictionMeasure.Exact => guess == truth ? (0, 0) : (1, 0),
        { } guess when measure == PredictionMeasure.NotAbove && guess > truth => (1, 0),
        { } guess => (0, guess > truth ? guess - truth : truth - guess),
    };
}
