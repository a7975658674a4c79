using System.Globalization;
using HoiThi.Fuzz;

namespace HoiThi.Formats.Tests;

/// <summary>
/// A few hundred broken and hostile variants of sound files for every reader; <c>bench/fuzz</c> goes on for as long as one
/// likes. The seed is printed; HOITHI_SEED runs it again.
/// </summary>
public class FuzzTests
{
    private const int Files = 200;

    public static TheoryData<string> Readers => [.. Parsers.All.Select(parser => parser.Name)];

    [Theory]
    [MemberData(nameof(Readers))]
    public void No_change_of_a_file_is_more_than_its_reader_can_bear(string name)
    {
        var parser = Parsers.All.Single(parser => parser.Name == name);
        var seed = int.TryParse(Environment.GetEnvironmentVariable("HOITHI_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        var loop = new FuzzLoop(parser, seed);
        for (var file = 0; file < Files; file++)
        {
            loop.Read(loop.Next()).ShouldBeNull($"{name}, seed {seed}");
        }

        loop.Different.ShouldBeGreaterThan(1);
    }
}
