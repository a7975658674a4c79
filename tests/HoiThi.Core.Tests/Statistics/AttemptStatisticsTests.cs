using CsCheck;
using HoiThi.Core.Statistics;

namespace HoiThi.Core.Tests.Statistics;

public class AttemptStatisticsTests
{
    private const double Exact = 1e-6;

    // Five attempts at three questions of one point. Totals 3, 2, 2, 1, 0: mean 8/5, variance 13/10.
    private static readonly int[][] Marks = [[1, 1, 1], [1, 1, 0], [1, 0, 1], [0, 1, 0], [0, 0, 0]];

    [Fact]
    public void A_worked_example_has_the_figures_that_a_hand_comes_to()
    {
        var statistics = Gather(Marks);
        var items = statistics.Questions();

        items.Select(item => item.Facility).ShouldBe([0.6, 0.6, 0.4], Exact);
        items[0].StandardDeviation.ShouldBe(Math.Sqrt(0.3), Exact);
        items[0].IntendedWeight.ShouldBe(100 / 3d, Exact);

        // cov(x1,T) = (7 − 5·0.6·1.6)/4 = 0.55; cov(x2,T) = (6 − 4.8)/4 = 0.3; cov(x3,T) = (5 − 3.2)/4 = 0.45.
        var roots = Math.Sqrt(0.55) + Math.Sqrt(0.3) + Math.Sqrt(0.45);
        items.Select(item => item.EffectiveWeight!.Value).ShouldBe([100 * Math.Sqrt(0.55) / roots, 100 * Math.Sqrt(0.3) / roots, 100 * Math.Sqrt(0.45) / roots], Exact);

        // o1 = 2,1,1,1,0: cov(x1,o1) = 0.55 − 0.3 = 0.25, var o1 = 1.3 + 0.3 − 1.1 = 0.5.
        items[0].DiscriminationIndex!.Value.ShouldBe(100 * 0.25 / Math.Sqrt(0.3 * 0.5), Exact);

        // cov(x2,o2) = 0: the second question says nothing of the others.
        items[1].DiscriminationIndex!.Value.ShouldBe(0, Exact);

        // Sorted x1 = 0,0,1,1,1 beside sorted o1 = 0,1,1,1,2: (4 − 5·0.6·1)/4 = 0.25, so nothing could be better.
        items[0].DiscriminativeEfficiency!.Value.ShouldBe(100, Exact);

        var paper = statistics.Paper();
        paper.Mean.ShouldBe(1.6, Exact);
        paper.StandardDeviation.ShouldBe(Math.Sqrt(1.3), Exact);

        // Σ var x = 0.9: 100 · 3/2 · (1 − 0.9/1.3) = 46.153846…
        paper.Reliability!.Value.ShouldBe(46.153846153846, Exact);
        paper.ErrorRatio!.Value.ShouldBe(100 * Math.Sqrt(1 - 0.46153846153846), Exact);
        paper.StandardError!.Value.ShouldBe(Math.Sqrt(1 - 0.46153846153846) * Math.Sqrt(1.3), Exact);

        // m2 = 1.04, m3 = −0.288, m4 = 2.1152: k3 = 25·m3/12, k4 = 25·(6·m4 − 12·m2²)/24.
        paper.Skewness!.Value.ShouldBe(25 * -0.288 / 12 / Math.Pow(1.3, 1.5), Exact);
        paper.Kurtosis!.Value.ShouldBe(25 * ((6 * 2.1152) - (12 * 1.04 * 1.04)) / 24 / 1.69, Exact);
    }

    [Fact]
    public void Choices_are_counted_and_a_wrong_one_that_beats_the_key_is_told()
    {
        var statistics = new AttemptStatistics(2, 2);
        for (var attempt = 0; attempt < 40; attempt++)
        {
            // The good half ticks the second choice of a question whose key says the first.
            var good = attempt % 2 == 0;
            statistics.Add([new(0, good ? 0 : 100, 100, good ? (byte)2 : (byte)1), new(1, good ? 300 : 0, 300, good ? (byte)1 : (byte)0)]);
        }

        var item = statistics.Questions()[0];
        item.Chosen.Take(3).ShouldBe([20, 20, 0]);
        statistics.Questions()[1].Omitted.ShouldBe(20);
        item.MeanTotals[1].ShouldBe(3);
        item.DiscriminationIndex!.Value.ShouldBeLessThan(0);
        item.CheckTheKey(1).ShouldBeTrue();
        statistics.Questions()[1].CheckTheKey(1).ShouldBeTrue();
    }

    [Fact]
    public void Parts_put_together_are_the_whole() => Gen.Select(
            Gen.Int[0, 400].Array[6].Array[0, 60],
            Gen.Int[1, 5].Array[60])
        .Sample((marks, parts) =>
        {
            var whole = Gather(marks, 6);
            var merged = new AttemptStatistics(6, 6);
            foreach (var part in marks.Index().GroupBy(mark => parts[mark.Index]).OrderByDescending(group => group.Key))
            {
                merged.Merge(Gather([.. part.Select(mark => mark.Item)], 6));
            }

            merged.Paper().ShouldBe(whole.Paper());
            merged.Questions().ShouldBe(whole.Questions());
            merged.Slots().ShouldBe(whole.Slots());
        });

    [Fact]
    public void The_figures_are_those_of_the_definitions() => Gen.Int[0, 300].Array[4].Array[5, 40].Sample(marks =>
    {
        var items = Gather(marks, 4).Questions();
        for (var j = 0; j < 4; j++)
        {
            var x = marks.Select(attempt => (double)attempt[j]).ToArray();
            var rest = marks.Select(attempt => (double)attempt.Sum() - attempt[j]).ToArray();
            if (items[j].DiscriminationIndex is { } index)
            {
                index.ShouldBe(100 * Covariance(x, rest) / Math.Sqrt(Covariance(x, x) * Covariance(rest, rest)), Exact);
            }

            if (items[j].DiscriminativeEfficiency is { } efficiency)
            {
                efficiency.ShouldBe(100 * Covariance(x, rest) / Covariance([.. x.Order()], [.. rest.Order()]), Exact);
            }
        }
    });

    [Fact]
    public void A_million_attempts_are_gathered_without_being_kept()
    {
        var statistics = new AttemptStatistics(100, 20);
        var random = new Random(7);
        Span<AnsweredQuestion> answers = stackalloc AnsweredQuestion[20];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var attempt = 0; attempt < 1_000_000; attempt++)
        {
            for (var slot = 0; slot < 20; slot++)
            {
                var choice = random.Next(4);
                answers[slot] = new((slot * 5) + random.Next(5), choice == 0 ? 100 : 0, 100, (byte)(1 << choice));
            }

            statistics.Add(answers);
        }

        statistics.Paper().Attempts.ShouldBe(1_000_000);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(4 << 20);
        statistics.Paper().Mean.ShouldBe(5, 0.02);
    }

    private static AttemptStatistics Gather(int[][] marks, int items = 3)
    {
        var scale = items == 3 ? 100 : 1;
        var count = marks.Length > 0 ? marks[0].Length : items;
        var statistics = new AttemptStatistics(count, count);
        foreach (var attempt in marks)
        {
            statistics.Add([.. attempt.Select((mark, item) => new AnsweredQuestion(item, mark * scale, items == 3 ? 100 : 400, (byte)(mark > 0 ? 1 : 0)))]);
        }

        return statistics;
    }

    private static double Covariance(double[] x, double[] y) => x.Zip(y).Sum(pair => (pair.First - x.Average()) * (pair.Second - y.Average())) / (x.Length - 1);
}
