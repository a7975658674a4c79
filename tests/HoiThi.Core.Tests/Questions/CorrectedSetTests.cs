using CsCheck;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;

namespace HoiThi.Core.Tests.Questions;

public class CorrectedSetTests
{
    private static readonly SealedSet Sealed = A.Set([.. A.Questions(6), A.Question("many", right: [0, 1]), A.Number("n", 5), A.Essay("e"), A.Essay("free") with { Point = 0 }], []);

    private static readonly Gen<KeyRuling> Rulings = Gen.Select(Gen.Int[0, 3], Gen.Int[1, 8], Gen.Byte[0, 3]).Select((kind, number, choice) => kind switch
    {
        0 => new OtherKeys($"t-Easy-{number:000}", [(byte)(1 << choice)]),
        1 => new OtherKeys($"t-Easy-{number:000}", [1, (byte)(1 << choice)]),
        2 => new PointsForAll($"t-Easy-{number:000}"),
        _ => (KeyRuling)new Withdrawn($"t-Easy-{number:000}"),
    });

    [Fact]
    public void Papers_are_the_same_questions_in_the_same_order_before_and_after_a_correction() =>
        Gen.Select(Rulings.Array[0, 4], Gen.Int[1, 100_000], Gen.Bool, Gen.Bool, Gen.Bool).Sample((rulings, contestant, questions, choices, points) =>
        {
            var set = A.Set(A.Questions(20), [new BlueprintLine("t", null, 8, points ? 200 : null)], questions, choices);
            var corrected = set.Corrected(2, rulings.DistinctBy(ruling => ruling.Question, StringComparer.Ordinal).ToValueList());
            Shown(Paper.Draw(corrected, A.Attempt(contestant))).ShouldBe(Shown(Paper.Draw(set, A.Attempt(contestant))));
        }, iter: 500);

    [Fact]
    public void A_correction_names_the_set_it_corrects_and_has_a_hash_of_its_own()
    {
        var sets = new[]
        {
            Sealed,
            Sealed.Corrected(2, []),
            Sealed.Corrected(3, []),
            Sealed.Corrected(2, [new Withdrawn("many")]),
            Sealed.Corrected(2, [new PointsForAll("many")]),
            Sealed.Corrected(2, [new PointsForAll("n")]),
            Sealed.Corrected(2, [new OtherKeys("many", [1])]),
            Sealed.Corrected(2, [new OtherKeys("many", [1, 2])]),
            Sealed.Corrected(2, [new OtherNumber("n", new NumberAnswer(6, 0))]),
            Sealed.Corrected(2, [new OtherNumber("n", new NumberAnswer(6, 1))]),
        };
        sets.Select(set => Convert.ToHexString(set.Hash.Span)).Distinct(StringComparer.Ordinal).Count().ShouldBe(sets.Length);
        sets.Select(set => Convert.ToHexString(set.Seed.Span)).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        sets.Skip(1).All(set => set.Corrects == 1).ShouldBeTrue();
        Sealed.Corrected(2, [new Withdrawn("n"), new PointsForAll("many")]).Hash.Span
            .SequenceEqual(Sealed.Corrected(2, [new PointsForAll("many"), new Withdrawn("n")]).Hash.Span).ShouldBeTrue("rulings have no order");
    }

    [Fact]
    public void Only_what_was_sealed_is_corrected_and_by_a_later_version()
    {
        Should.Throw<ArgumentException>(() => Sealed.Corrected(1, []));
        Should.Throw<ArgumentException>(() => Sealed.Corrected(2, []).Corrected(3, []));
    }

    [Fact]
    public void A_ruling_has_to_fit_its_question()
    {
        Refused(new Withdrawn("nobody"));
        Refused(new Withdrawn("n"), new PointsForAll("n"));
        Refused(new OtherKeys("t-Easy-001", []));
        Refused(new OtherKeys("t-Easy-001", [0]));
        Refused(new OtherKeys("t-Easy-001", [16]));
        Refused(new OtherKeys("t-Easy-001", [3])); // one choice can be ticked, not two
        Refused(new OtherKeys("n", [1]));
        Refused(new OtherNumber("many", new NumberAnswer(1, 0)));
        Refused(new OtherNumber("n", new NumberAnswer(1, -1)));
        Refused(new PointsForAll("free"));
        Sealed.Corrected(2, [new OtherKeys("many", [7]), new Withdrawn("e"), new OtherKeys("t-Easy-001", [2, 4])]).Rulings.Count.ShouldBe(3);
    }

    [Fact]
    public void No_paper_can_be_left_without_a_marked_question()
    {
        var set = A.Set(A.Questions(5), [new BlueprintLine("t", null, 2)]);
        set.Corrected(2, [new Withdrawn("t-Easy-001")]).HasUnmarked.ShouldBeTrue();
        Should.Throw<ArgumentException>(() => set.Corrected(2, [new Withdrawn("t-Easy-001"), new Withdrawn("t-Easy-002")]));
    }

    [Fact]
    public void All_choices_that_are_taken_as_right_are_shown_as_right()
    {
        var corrected = Sealed.Corrected(2, [new OtherKeys("t-Easy-001", [2, 4]), new PointsForAll("t-Easy-002"), new OtherNumber("n", new NumberAnswer(6, 1))]);
        (corrected.KeyOf(0), corrected.KeyOf(1), corrected.KeyOf(2), Sealed.KeyOf(0)).ShouldBe(((byte)6, (byte)1, (byte)1, (byte)1));
        (corrected.NumberOf(7), Sealed.NumberOf(7), Sealed.NumberOf(0)).ShouldBe((new NumberAnswer(6, 1), new NumberAnswer(5, 0), null));
    }

    private static void Refused(params KeyRuling[] rulings) =>
        Should.Throw<ArgumentException>(() => Sealed.Corrected(2, rulings.ToValueList()));

    private static string Shown(Paper paper) => string.Join(' ', paper.Lines.Select(line => $"{line.Question}:{Convert.ToHexString(line.Order)}"));
}
