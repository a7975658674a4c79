using CsCheck;
using HoiThi.Core.Statistics;

namespace HoiThi.Core.Tests.Statistics;

public class ScoreBandsTests
{
    [Fact]
    public void Everything_right_is_a_band_of_its_own() =>
        ScoreBands.Of(20, [(0, 1), (4, 2), (5, 3), (19, 4), (20, 5), (20, 6)], width: 5).ShouldBe(
            [new(0, 4, 3), new(5, 9, 3), new(10, 14, 0), new(15, 19, 4), new(20, 20, 11)]);

    [Fact]
    public void The_band_below_everything_right_may_be_narrower() =>
        ScoreBands.Of(12, [], width: 5).Select(band => (band.From, band.To)).ShouldBe([(0, 4), (5, 9), (10, 11), (12, 12)]);

    [Fact]
    public void Bands_sum_to_the_people_and_cover_every_number_once() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 70], Gen.Select(Gen.Int[0, 1000], Gen.Long[0, 9]).Array[0, 40]).Sample((questions, width, counts) =>
        {
            var people = counts.Select(count => (count.Item1 % (questions + 1), count.Item2)).ToArray();
            var bands = ScoreBands.Of(questions, people, width);
            bands.Sum(band => band.People).ShouldBe(people.Sum(count => count.Item2));
            bands.SelectMany(band => Enumerable.Range(band.From, band.To - band.From + 1)).ShouldBe(Enumerable.Range(0, questions + 1));
            bands.All(band => band.People == people.Where(count => count.Item1 >= band.From && count.Item1 <= band.To).Sum(count => count.Item2))
                .ShouldBeTrue();
        });

    [Theory]
    [InlineData(-1)]
    [InlineData(21)]
    public void More_right_answers_than_questions_are_a_bug(int correct) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ScoreBands.Of(20, [(correct, 1)]));
}
