using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>Rounds are numbered 1, 2, 3 … in the order they stand.</summary>
internal static class RoundNumbers
{
    public static void Check(Contest contest, Findings findings)
    {
        foreach (var (index, round) in contest.Rounds.Index())
        {
            if (round.Number != index + 1)
            {
                findings.Add($"rounds[{index}].number", $"round {index + 1} in the list has the number {round.Number}", $"{index + 1}");
            }
        }
    }
}
