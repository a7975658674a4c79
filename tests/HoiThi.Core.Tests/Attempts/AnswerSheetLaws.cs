using CsCheck;
using HoiThi.Core.Attempts;

namespace HoiThi.Core.Tests.Attempts;

/// <summary>
/// Saves of two tabs on a bad network arrive twice, late and in any order; what the sheet holds in the end must not
/// depend on it. Few sequence numbers, so that equal ones are common.
/// </summary>
public class AnswerSheetLaws
{
    private const int Length = 3;

    private static readonly Gen<object> Change = Gen.OneOf(
        Gen.Select(Gen.Int[-1, Length], Gen.Byte, Gen.Int[0, 6], (position, mask, sequence) => (object)new AnswerChange(position, mask, sequence)),
        Gen.Select(Gen.Long[-3, 3], Gen.Bool, Gen.Int[0, 6], (value, none, sequence) => (object)new PredictionChange(none ? null : value, sequence)),
        Gen.Select(Gen.Int[-1, Length], Gen.Const(new[] { "", "a", "ă", "𐐷", "một hai" }).SelectMany(all => Gen.Int[0, all.Length - 1].Select(index => all[index])), Gen.Int[0, 6], (position, text, sequence) =>
            (object)new WrittenChange(position, text, sequence)));

    private static readonly Gen<object[]> Changes = Change.Array[0, 20];

    [Fact]
    public void The_order_of_saves_does_not_matter() =>
        Gen.Select(Changes, Gen.Int).Sample((changes, seed) =>
        {
            var shuffled = changes.ToArray();
            new Random(seed).Shuffle(shuffled);
            return State(After(shuffled)) == State(After(changes));
        });

    [Fact]
    public void Saving_again_changes_nothing() =>
        Changes.Sample(changes =>
        {
            var sheet = After(changes);
            var before = State(sheet);
            changes.All(change => !Merge(sheet, change)).ShouldBeTrue();
            State(sheet).ShouldBe(before);
        });

    [Fact]
    public void Two_sheets_merged_either_way_round_are_the_same() =>
        Gen.Select(Changes, Changes, Changes).Sample((first, second, third) =>
        {
            // Associativity and commutativity together: any grouping of three batches.
            var one = State(After([.. first, .. second, .. third]));
            State(After([.. third, .. first, .. second])).ShouldBe(one);
            State(After([.. second, .. first, .. second, .. third, .. first])).ShouldBe(one);
        });

    [Fact]
    public void A_merge_says_truly_whether_the_sheet_changed() =>
        Gen.Select(Changes, Change).Sample((changes, last) =>
        {
            var sheet = After(changes);
            var before = State(sheet);
            Merge(sheet, last).ShouldBe(State(sheet) != before || Sequence(sheet) != Sequence(After(changes)));
        });

    [Fact]
    public void The_end_state_is_the_latest_tick_of_each_place() =>
        Changes.Sample(changes =>
        {
            var sheet = After(changes);
            for (var position = 0; position < Length; position++)
            {
                var latest = changes.OfType<AnswerChange>()
                    .Where(change => change.Position == position && change.Sequence > 0)
                    .OrderBy(change => change.Sequence).ThenBy(change => change.Mask).LastOrDefault();
                (sheet.MaskAt(position), sheet.SequenceAt(position)).ShouldBe((latest.Mask, latest.Sequence));
                var text = changes.OfType<WrittenChange>()
                    .Where(change => change.Position == position && change.Sequence > 0)
                    .OrderBy(change => change.Sequence).ThenBy(change => change.Text, StringComparer.Ordinal).LastOrDefault();
                (sheet.TextAt(position), sheet.TextSequenceAt(position)).ShouldBe((text.Text, text.Sequence));
            }
        });

    [Fact]
    public void Where_answers_may_not_be_changed_the_first_stays() =>
        Changes.Sample(changes =>
        {
            var sheet = AnswerSheet.Blank(Length);
            var firsts = new Dictionary<(int Position, bool Text), object>();
            foreach (var change in changes)
            {
                if (change is AnswerChange tick && sheet.Merge(tick, first: true) && tick.Mask != 0)
                {
                    firsts.TryAdd((tick.Position, false), tick.Mask).ShouldBeTrue();
                }
                else if (change is WrittenChange text && sheet.Merge(text, first: true) && text.Text != "")
                {
                    firsts.TryAdd((text.Position, true), text.Text).ShouldBeTrue();
                }
            }

            foreach (var ((position, text), value) in firsts)
            {
                (text ? (object)sheet.TextAt(position)! : sheet.MaskAt(position)).ShouldBe(value);
            }
        });

    [Fact]
    public void A_sheet_is_read_as_it_was_written() =>
        Changes.Sample(changes =>
        {
            var sheet = After(changes);
            var read = AnswerSheet.Read(sheet.ToBytes(), sheet.Prediction, sheet.PredictionSequence, sheet.WrittenToBytes());
            (State(read), read.LastSequence, read.Answered).ShouldBe((State(sheet), sheet.LastSequence, sheet.Answered));
        });

    private static AnswerSheet After(IEnumerable<object> changes)
    {
        var sheet = AnswerSheet.Blank(Length);
        foreach (var change in changes)
        {
            Merge(sheet, change);
        }

        return sheet;
    }

    private static bool Merge(AnswerSheet sheet, object change) => change switch
    {
        AnswerChange answer => sheet.Merge(answer),
        WrittenChange text => sheet.Merge(text),
        _ => sheet.Merge((PredictionChange)change),
    };

    private static string State(AnswerSheet sheet) =>
        $"{Convert.ToHexString(sheet.ToBytes())} {sheet.Prediction} {Convert.ToHexString(sheet.WrittenToBytes() ?? [])}";

    private static int Sequence(AnswerSheet sheet) => sheet.PredictionSequence;
}
