using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>What is counted among a guesser's own division needs divisions.</summary>
internal static class PredictionClasses
{
    public static void Check(Contest contest, Scope scope)
    {
        if (contest.Divisions.Count > 0)
        {
            return;
        }

        var predictions = contest.Rounds
            .Select((round, index) => (round.Prediction, Path: $"rounds[{index}].prediction"))
            .Prepend((contest.Prediction, Path: "prediction"));
        foreach (var (_, path) in predictions.Where(each => each.Prediction?.Of == PredictionOf.Division))
        {
            scope.Add(
                $"{path}.of",
                "the prediction is about the guesser's division, and the contest has none",
                "all, or 'divisions' in the contest");
        }
    }
}
