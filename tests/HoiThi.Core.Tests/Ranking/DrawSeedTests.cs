using System.Security.Cryptography;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.Ranking;

public class DrawSeedTests
{
    private static readonly byte[] Contest = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    [Fact]
    public void The_seed_of_a_round_is_the_hmac_of_its_number() =>
        DrawSeed.Of(Contest, 12).ToString().ShouldBe(Convert.ToHexStringLower(HMACSHA256.HashData(Contest, "12"u8)));

    [Fact]
    public void What_is_public_beforehand_is_the_hash_of_what_is_revealed()
    {
        var seed = DrawSeed.Of(Contest, 1);
        seed.Commitment.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(seed.ToString()))));
    }

    [Fact]
    public void Anybody_can_draw_again_from_the_seed_and_an_id()
    {
        var seed = DrawSeed.Of(Contest, 1);
        var contestant = A.Contestant(7);
        var message = Convert.FromHexString(seed.ToString()).Concat(Convert.FromHexString(contestant.Value.ToString("N"))).ToArray();
        seed.LotOf(contestant).ToString("x14", null).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(message))[..14]);
    }

    [Fact]
    public void Each_round_draws_anew() => DrawSeed.Of(Contest, 1).LotOf(A.Contestant(1)).ShouldNotBe(DrawSeed.Of(Contest, 2).LotOf(A.Contestant(1)));

    [Fact]
    public void Draws_are_even()
    {
        // 1,000 contestants, 10 prizes, 1,000 rounds: how often the first hundred win is 1,000 times, give or take five deviations.
        var contestants = Enumerable.Range(0, 1_000).Select(A.Contestant).ToArray();
        var wins = Enumerable.Range(1, 1_000).Sum(round =>
        {
            var seed = DrawSeed.Of(Contest, round);
            return contestants.Select((contestant, index) => (Lot: seed.LotOf(contestant), index)).Order().Take(10).Count(line => line.index < 100);
        });
        wins.ShouldBeInRange(850, 1_150);
    }
}
