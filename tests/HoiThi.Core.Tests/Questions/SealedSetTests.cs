using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;

namespace HoiThi.Core.Tests.Questions;

public class SealedSetTests
{
    [Fact]
    public void Everything_that_decides_a_paper_or_its_mark_changes_the_hash()
    {
        var questions = A.Questions(8);
        ValueList<BlueprintLine> blueprint = [new("t", null, 4)];
        SealedSet[] sets =
        [
            A.Set(questions, blueprint),
            A.Set(questions, blueprint, version: 2),
            A.Set(questions, blueprint, shuffleQuestions: false),
            A.Set(questions, blueprint, shuffleChoices: false),
            A.Set(questions, [new("t", null, 5)]),
            A.Set(questions, [new("t", Difficulty.Easy, 4)]),
            A.Set(questions.Reverse().ToValueList(), blueprint),
            A.Set([questions[0] with { Text = A.Text("other") }, .. questions.Skip(1)], blueprint),
            A.Set([questions[0] with { KeepOrder = true }, .. questions.Skip(1)], blueprint),
            A.Set([A.Question(questions[0].Code, right: 1), .. questions.Skip(1)], blueprint),
        ];
        sets.Select(set => Convert.ToHexString(set.Hash.Span)).Distinct(StringComparer.Ordinal).Count().ShouldBe(sets.Length);
    }

    [Fact]
    public void Everything_that_decides_a_mark_changes_the_hash()
    {
        var paper = new PaperRules(20, 30, ShuffleQuestions: true, ShuffleChoices: true);
        var questions = A.Questions(4);
        ValueList<BlueprintLine> blueprint = [new("t", null, 4)];
        ValueList<Question> With(Question other) => [.. questions, other];
        SealedSet[] sets =
        [
            A.Set(questions, blueprint),
            A.Set(questions, []),
            A.Set(questions, blueprint, paper: paper with { Point = 50 }),
            A.Set(questions, blueprint, paper: paper with { WrongPoint = 25 }),
            A.Set(questions, blueprint, paper: paper with { Partial = PartialMarking.Proportional }),
            A.Set(questions, blueprint, paper: paper with { BelowZero = true }),
            A.Set(questions, [new("t", null, 4, Point: 200)]),
            A.Set([questions[0] with { Point = 200 }, .. questions.Skip(1)], blueprint),
            A.Set([questions[0] with { Point = 100 }, .. questions.Skip(1)], blueprint),
            A.Set(With(A.Number("n", 5)), blueprint),
            A.Set(With(A.Number("n", 5, 0.5m)), blueprint),
            A.Set(With(A.Number("n", 0.5m, 5)), blueprint),
            A.Set(With(A.Essay("n", words: 5)), blueprint),
            A.Set(With(A.Essay("n", words: 6)), blueprint),
        ];
        sets.Select(set => Convert.ToHexString(set.Hash.Span)).Distinct(StringComparer.Ordinal).Count().ShouldBe(sets.Length);
        A.Set(With(A.Number("n", 5, 0.50m)), blueprint).Hash.Span.SequenceEqual(sets[10].Hash.Span).ShouldBeTrue("0.5 and 0.50 mark the same");
        A.Set(questions, blueprint, division: 1).Hash.Span.SequenceEqual(sets[0].Hash.Span).ShouldBeTrue("whose papers they are decides no mark");
    }

    [Fact]
    public void An_image_changes_the_hash_and_so_does_where_it_stands()
    {
        var question = A.Question("q");
        string HashWith(ValueList<Image>? images) => Convert.ToHexString(A.Set([question with { Images = images }], [new("t", null, 1)]).Hash.Span);
        string[] hashes = [HashWith(null), HashWith([new Image("images/a.png")]), HashWith([new Image("images/b.png")]), HashWith([new Image("images/a.png", 1)]), HashWith([new Image("images/a.png", 1, new("Bản đồ"))])];
        hashes.Distinct(StringComparer.Ordinal).Count().ShouldBe(hashes.Length);
    }

    [Fact]
    public void Without_a_blueprint_a_paper_has_every_question()
    {
        var set = A.Set([.. A.Questions(7), A.Essay("e"), A.Number("n", 1)], []);
        set.PaperLength.ShouldBe(9);
        Core.Papers.Paper.Draw(set, A.Attempt(1)).Lines.Select(line => line.Question).Order().ShouldBe(Enumerable.Range(0, 9));
        Core.Papers.Paper.Draw(A.Set(A.Questions(7), [], shuffleQuestions: false), A.Attempt(1)).Lines.Select(line => line.Question).ShouldBeInOrder();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_paper_has_one_to_a_hundred_questions(int count) =>
        Should.Throw<ArgumentException>(() => A.Set(A.Questions(count), []));

    [Fact]
    public void A_question_is_of_one_kind()
    {
        Should.Throw<ArgumentException>(() => A.Set([A.Question("q") with { Number = new NumberAnswer(1, 0) }], []));
        Should.Throw<ArgumentException>(() => A.Set([A.Number("n", 1) with { Essay = new EssayAnswer(10) }], []));
        Should.Throw<ArgumentException>(() => A.Set([A.Number("n", 1, -1)], []));
        Should.Throw<ArgumentException>(() => A.Set([A.Essay("e", words: 0)], []));
        Should.Throw<ArgumentException>(() => A.Set([A.Question("q") with { Choices = [] }], []));
    }

    [Fact]
    public void Text_that_moves_from_one_field_to_the_next_changes_the_hash()
    {
        var one = A.Question("q") with { Text = new LocalText("ab", "c") };
        var two = A.Question("q") with { Text = new LocalText("a", "bc") };
        ValueList<BlueprintLine> blueprint = [new("t", null, 1)];
        A.Set([one], blueprint).Hash.Span.SequenceEqual(A.Set([two], blueprint).Hash.Span).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, 9)]
    [InlineData(Difficulty.Hard, 1)]
    public void A_blueprint_that_wants_more_than_there_is_is_refused(Difficulty? difficulty, int count) =>
        Should.Throw<ArgumentException>(() => A.Set(A.Questions(8), [new("t", difficulty, count)]));

    [Fact]
    public void Lines_of_one_topic_share_its_questions() =>
        Should.Throw<ArgumentException>(() => A.Set(A.Questions(8), [new("t", Difficulty.Easy, 5), new("t", null, 4)]));

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void A_question_has_two_to_eight_choices(int choices) =>
        Should.Throw<ArgumentException>(() => A.Set([A.Question("q", choices: choices)], [new("t", null, 1)]));

    [Fact]
    public void A_question_without_a_right_choice_is_refused() =>
        Should.Throw<ArgumentException>(() => A.Set([A.Question("q", right: 99)], [new("t", null, 1)]));

    [Fact]
    public void Two_questions_of_one_code_are_refused() =>
        Should.Throw<ArgumentException>(() => A.Set([A.Question("q"), A.Question("q")], [new("t", null, 1)]));
}
