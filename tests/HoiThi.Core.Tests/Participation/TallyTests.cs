using HoiThi.Core.Participation;

namespace HoiThi.Core.Tests.Participation;

public class TallyTests
{
    [Fact]
    public void A_person_counts_once_however_many_attempts_there_are() =>
        Tally.Of(A.Standing(1, score: 1900, attempts: 3, perfect: 2)).ShouldBe(new Tally(1, 3, 1, 2, 1900));

    [Fact]
    public void Nobody_counts_for_nothing() => Tally.Of(null).ShouldBe(default);

    [Fact]
    public void The_second_attempt_adds_an_attempt_and_no_person() =>
        Tally.Between(A.Standing(1, score: 1500), A.Standing(1, score: 1900, attempts: 2, perfect: 1)).ShouldBe(new Tally(0, 1, 1, 1, 400));
}
