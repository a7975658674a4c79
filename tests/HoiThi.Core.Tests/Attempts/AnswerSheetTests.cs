using HoiThi.Core.Attempts;

namespace HoiThi.Core.Tests.Attempts;

public class AnswerSheetTests
{
    [Fact]
    public void A_later_tick_replaces_an_earlier_one_and_can_clear_it()
    {
        var sheet = AnswerSheet.Blank(3);
        sheet.Merge(new AnswerChange(1, 0b01, 1)).ShouldBeTrue();
        sheet.Merge(new AnswerChange(1, 0b10, 2)).ShouldBeTrue();
        sheet.MaskAt(1).ShouldBe((byte)0b10);
        sheet.Answered.ShouldBe(1);
        sheet.Merge(new AnswerChange(1, 0, 3)).ShouldBeTrue();
        sheet.Answered.ShouldBe(0);
        sheet.LastSequence.ShouldBe(3);
    }

    [Fact]
    public void A_late_retry_of_an_old_save_changes_nothing()
    {
        var sheet = AnswerSheet.Blank(3);
        sheet.Merge(new AnswerChange(0, 0b10, 5));
        sheet.Merge(new AnswerChange(0, 0b01, 4)).ShouldBeFalse();
        sheet.Merge(new AnswerChange(0, 0b10, 5)).ShouldBeFalse();
        sheet.MaskAt(0).ShouldBe((byte)0b10);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(3, 1)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 65_536)]
    public void A_change_that_no_client_of_ours_sends_is_passed_over(int position, int sequence)
    {
        var sheet = AnswerSheet.Blank(3);
        sheet.Merge(new AnswerChange(position, 1, sequence)).ShouldBeFalse();
        sheet.ToBytes().ShouldAllBe(cell => cell == 0);
    }

    [Theory]
    [InlineData(-1L, 1)]
    [InlineData(long.MinValue, 1)]
    [InlineData(10_000_000_000L, 1)]
    [InlineData(5L, 0)]
    [InlineData(5L, 65_536)]
    public void A_prediction_out_of_range_is_passed_over(long value, int sequence)
    {
        var sheet = AnswerSheet.Blank(1);
        sheet.Merge(new PredictionChange(value, sequence)).ShouldBeFalse();
        sheet.Prediction.ShouldBeNull();
        sheet.PredictionSequence.ShouldBe(0);
    }

    [Fact]
    public void A_prediction_can_be_given_changed_and_taken_back()
    {
        var sheet = AnswerSheet.Blank(1);
        sheet.Merge(new PredictionChange(0, 1)).ShouldBeTrue();
        sheet.Prediction.ShouldBe(0);
        sheet.Merge(new PredictionChange(9_999_999_999, 2)).ShouldBeTrue();
        sheet.Merge(new PredictionChange(null, 3)).ShouldBeTrue();
        sheet.Prediction.ShouldBeNull();
        sheet.LastSequence.ShouldBe(3);
    }

    [Fact]
    public void Bytes_are_three_a_question_and_read_back_the_same()
    {
        var sheet = AnswerSheet.Blank(2);
        sheet.Merge(new AnswerChange(0, 0b101, 258));
        sheet.ToBytes().ShouldBe(new byte[] { 0b101, 1, 2, 0, 0, 0 });
        var read = AnswerSheet.Read(sheet.ToBytes(), 12, 9);
        read.ToBytes().ShouldBe(sheet.ToBytes());
        (read.Length, read.Prediction, read.PredictionSequence, read.LastSequence).ShouldBe((2, 12, 9, 258));
    }

    [Fact]
    public void Bytes_of_no_whole_number_of_questions_are_refused() =>
        Should.Throw<ArgumentException>(() => AnswerSheet.Read([1, 2, 3, 4], null, 0));
}
