using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Rounds are numbered 1, 2, 3 … in the order they stand.</summary>
internal static class RoundNumbers
{
    public static void Check(IReadOnlyList<(int Index, Round Item)> rounds, Scope scope)
    {
        foreach (var (index, round) in rounds)
        {
            if (round.Number != index + 1)
            {
                scope.Add($"[{index}].number", $"item {index + 1} of the rounds has the number {round.Number}", $"{index + 1}");
            }
        }
    }
}
