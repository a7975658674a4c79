using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;

namespace HoiThi.Core.Tests.Papers;

public class DrawChancesTests
{
    [Fact]
    public void A_line_with_a_difficulty_draws_first_and_one_without_from_what_it_leaves()
    {
        ValueList<Question> questions = [.. A.Questions(8).Select((question, index) => question with { Difficulty = index < 4 ? Difficulty.Easy : Difficulty.Hard })];
        var chances = DrawChances.Of(A.Set(questions, [new BlueprintLine("t", Difficulty.Easy, 2), new BlueprintLine("t", null, 3)]));
        chances.Take(4).ShouldAllBe(chance => Math.Abs(chance - 0.75) < 1e-12);
        chances.Skip(4).ShouldAllBe(chance => Math.Abs(chance - 0.5) < 1e-12);
        chances.Sum().ShouldBe(5, 1e-9);
    }

    [Fact]
    public void Without_a_blueprint_every_paper_has_every_question() => DrawChances.Of(A.Set(A.Questions(5), [])).ShouldBe([1, 1, 1, 1, 1]);
}
