using HoiThi.Core.Papers;

namespace HoiThi.Core.Tests.Papers;

/// <summary>
/// Papers are drawn evenly. The ids are fixed, so these figures never change: a limit that holds today holds always.
/// Limits are the 99.9 % points of the chi-square distribution.
/// </summary>
public class PaperFairnessTests
{
    private const int Papers = 8_000;

    [Fact]
    public void Every_question_is_drawn_as_often_as_any_other()
    {
        var set = A.Set(A.Questions(40), [new("t", null, 10)]);
        var drawn = new int[40];
        ForEachPaper(set, paper =>
        {
            foreach (var line in paper.Lines)
            {
                drawn[line.Question]++;
            }
        });
        ChiSquare(drawn).ShouldBeLessThan(72.1); // 39 degrees of freedom
    }

    [Fact]
    public void Every_question_stands_at_every_place_as_often()
    {
        var set = A.Set(A.Questions(5), [new("t", null, 5)]);
        var places = new int[25];
        ForEachPaper(set, paper =>
        {
            for (var place = 0; place < 5; place++)
            {
                places[(place * 5) + paper.Lines[place].Question]++;
            }
        });
        ChiSquare(places).ShouldBeLessThan(51.2); // below 24 degrees of freedom, rows and columns being tied
    }

    [Fact]
    public void The_right_choice_stands_at_every_place_as_often_whatever_its_place_in_the_file()
    {
        for (var right = 0; right < 4; right++)
        {
            var at = right;
            var set = A.Set(Enumerable.Range(1, 8).Select(number => A.Question($"q{number}", right: at)).ToValueList());
            var places = new int[4];
            ForEachPaper(set, paper =>
            {
                for (var place = 0; place < paper.Lines.Length; place++)
                {
                    places[int.Log2(paper.Lines[place].ToShown(paper.QuestionAt(place).Key))]++;
                }
            });
            ChiSquare(places).ShouldBeLessThan(16.3); // 3 degrees of freedom
        }
    }

    [Fact]
    public void All_orders_of_three_choices_come_as_often()
    {
        var set = A.Set([A.Question("q", choices: 3)], [new("t", null, 1)]);
        var orders = new Dictionary<string, int>(StringComparer.Ordinal);
        ForEachPaper(set, paper =>
        {
            var order = string.Concat(paper.Lines[0].Order);
            orders[order] = orders.GetValueOrDefault(order) + 1;
        });
        orders.Count.ShouldBe(6);
        ChiSquare([.. orders.Values]).ShouldBeLessThan(20.5); // 5 degrees of freedom
    }

    private static void ForEachPaper(Core.Questions.SealedSet set, Action<Paper> look)
    {
        for (var contestant = 1; contestant <= Papers; contestant++)
        {
            look(Paper.Draw(set, A.Attempt(contestant)));
        }
    }

    private static double ChiSquare(int[] counts)
    {
        var expected = counts.Average();
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }
}
