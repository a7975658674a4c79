using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;

namespace HoiThi.Core.Tests.Papers;

public class PaperTests
{
    [Fact]
    public void One_attempt_always_gets_the_same_paper()
    {
        // Sealed twice over, as two nodes do.
        var first = Paper.Draw(A.Set(), A.Attempt(7));
        var second = Paper.Draw(A.Set(), A.Attempt(7));
        Shown(second).ShouldBe(Shown(first));
    }

    [Fact]
    public void Attempts_get_papers_of_their_own()
    {
        var set = A.Set(A.Questions(40), [new("t", null, 20)]);
        Enumerable.Range(1, 200)
            .SelectMany(contestant => new[] { A.Attempt(contestant, 1), A.Attempt(contestant, 2), A.Attempt(contestant, 1, 2) })
            .Select(id => Shown(Paper.Draw(set, id))).Distinct(StringComparer.Ordinal).Count().ShouldBe(600);
    }

    [Fact]
    public void A_set_of_another_version_draws_other_papers()
    {
        var id = A.Attempt(1);
        Shown(Paper.Draw(A.Set(version: 2), id)).Equals(Shown(Paper.Draw(A.Set(version: 1), id)), StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void A_paper_keeps_the_blueprint_and_has_no_question_twice()
    {
        var questions = new[] { "law", "city" }
            .SelectMany(topic => Enum.GetValues<Difficulty>().SelectMany(level => A.Questions(5, topic, level))).ToValueList();
        var set = A.Set(
            questions,
            [new("law", null, 4), new("law", Difficulty.Hard, 3), new("law", Difficulty.Easy, 5), new("city", Difficulty.Medium, 2)]);
        for (var contestant = 1; contestant <= 300; contestant++)
        {
            var drawn = Paper.Draw(set, A.Attempt(contestant)).Lines.Select(line => set.Questions[line.Question]).ToArray();
            drawn.Length.ShouldBe(14);
            drawn.Select(question => question.Code).Distinct(StringComparer.Ordinal).Count().ShouldBe(14);
            drawn.Count(question => question.Topic == "law").ShouldBe(12);
            drawn.Count(question => question is { Topic: "law", Difficulty: Difficulty.Hard }).ShouldBeGreaterThanOrEqualTo(3);
            drawn.Count(question => question is { Topic: "law", Difficulty: Difficulty.Easy }).ShouldBe(5);
            drawn.Count(question => question is { Topic: "city", Difficulty: Difficulty.Medium }).ShouldBe(2);
        }
    }

    [Fact]
    public void A_paper_can_take_every_question_of_the_set()
    {
        var paper = Paper.Draw(A.Set(A.Questions(9), [new("t", null, 9)]), A.Attempt(1));
        paper.Lines.Select(line => line.Question).Order().ShouldBe(Enumerable.Range(0, 9));
    }

    [Fact]
    public void Without_shuffling_questions_stand_in_the_order_of_the_file_and_choices_as_written()
    {
        var set = A.Set(A.Questions(30), [new("t", null, 10)], shuffleQuestions: false, shuffleChoices: false);
        for (var contestant = 1; contestant <= 20; contestant++)
        {
            var lines = Paper.Draw(set, A.Attempt(contestant)).Lines;
            lines.Select(line => line.Question).ShouldBeInOrder();
            lines.All(line => line.Order.SequenceEqual(new byte[] { 0, 1, 2, 3 })).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_question_that_keeps_its_order_keeps_it_where_others_shuffle()
    {
        var set = A.Set([A.Question("fixed") with { KeepOrder = true }, A.Question("free")], [new("t", null, 2)]);
        var lines = Enumerable.Range(1, 50).SelectMany(contestant => Paper.Draw(set, A.Attempt(contestant)).Lines).ToArray();
        lines.Where(line => line.Question == 0).All(line => line.Order.SequenceEqual(new byte[] { 0, 1, 2, 3 })).ShouldBeTrue();
        lines.Where(line => line.Question == 1)
            .Select(line => string.Join(',', line.Order)).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Shown_places_and_choices_turn_into_each_other()
    {
        var line = new PaperLine(0, [2, 0, 3, 1], 100);
        line.ToChoices(0b0001).ShouldBe((byte)0b0100);
        line.ToShown(0b0100).ShouldBe((byte)0b0001);
        line.ToChoices(0b1111_0000).ShouldBe((byte)0, "there are four choices");
        for (byte mask = 0; mask < 16; mask++)
        {
            line.ToShown(line.ToChoices(mask)).ShouldBe(mask);
        }
    }

    private static string Shown(Paper paper) =>
        string.Join(' ', paper.Lines.Select(line => $"{line.Question}:{string.Concat(line.Order)}"));
}
