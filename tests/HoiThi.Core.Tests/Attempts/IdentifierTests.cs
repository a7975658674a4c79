using CsCheck;
using HoiThi.Core.Attempts;

namespace HoiThi.Core.Tests.Attempts;

public class IdentifierTests
{
    private static readonly Gen<short> Number = Gen.Short[1, short.MaxValue];
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    // A contestant who comes back in week 4 is known by this value. Should it change, everybody is somebody else.
    [Fact]
    public void The_id_of_a_person_never_changes() =>
        ContestantId.Of(Key, "hai-phong-cchc-2023", "031085001234").Value.ToString().ShouldBe("af60b59b-4319-83c5-818d-777568d6c684");

    [Fact]
    public void The_id_of_a_person_is_a_UUID_of_version_8() =>
        Gen.String.Sample(identity =>
        {
            var text = ContestantId.Of(Key, "contest", identity).Value.ToString();
            text[14].ShouldBe('8');
            text[19].ShouldBeOneOf('8', '9', 'a', 'b');
        });

    [Fact]
    public void Another_person_contest_or_key_gives_another_id()
    {
        ContestantId[] ids =
        [
            ContestantId.Of(Key, "contest", "1"),
            ContestantId.Of(Key, "contest", "2"),
            ContestantId.Of(Key, "other", "1"),
            ContestantId.Of([.. Key.Reverse()], "contest", "1"),
        ];
        ids.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void Contestants_sort_as_their_bytes_do() =>
        Gen.Select(Gen.Guid, Gen.Guid).Sample((left, right) =>
            Math.Sign(new ContestantId(left).CompareTo(new ContestantId(right)))
                == Math.Sign(left.ToByteArray(bigEndian: true).AsSpan().SequenceCompareTo(right.ToByteArray(bigEndian: true))));

    [Fact]
    public void An_attempts_address_reads_back_as_its_id() =>
        Gen.Select(Number, Gen.Guid, Number, Number).Sample((contest, person, round, ordinal) =>
        {
            var id = new AttemptId(contest, new ContestantId(person), round, ordinal);
            var text = id.ToString();
            text.Length.ShouldBe(30);
            text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' || letter == '_').ShouldBeTrue();
            AttemptId.TryParse(text, out var read).ShouldBeTrue();
            read.ShouldBe(id);
        });

    [Fact]
    public void The_address_of_an_attempt_never_changes() => A.Attempt(1).ToString().ShouldBe("AAEAAAABAAAAAAAAAAAAAAAAAAEAAQ");

    // Visitors type addresses; a bad one is not found, it is not an exception.
    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("                              ")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Anything_else_is_no_attempt(string text) => AttemptId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void No_two_addresses_are_one_attempt()
    {
        // 30 characters carry 4 bits more than the id has; other values of them are refused.
        var text = A.Attempt(1).ToString();
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
            .Count(last => AttemptId.TryParse(text[..29] + last, out var id) && id.Ordinal == 1).ShouldBe(1);
    }

    [Fact]
    public void No_text_makes_reading_an_address_throw() =>
        Gen.String[30, 30].Sample(text => AttemptId.TryParse(text, out _) || true);
}
