using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>In a practice round nothing is won and nothing guessed, and not all rounds are for practice.</summary>
internal static class PracticeRounds
{
    private const string Why = "a practice round's attempts count nowhere";

    /// <summary>The rule for one round.</summary>
    public static void Check(Round round, Scope scope)
    {
        if (!round.Practice)
        {
            return;
        }

        Refuse(round.Prediction, round.Prizes, "", scope);
        foreach (var (index, own) in round.Divisions.Index())
        {
            Refuse(own.Prediction, own.Prizes, $"divisions[{index}].", scope);
        }
    }

    /// <summary>The rule between rounds.</summary>
    public static void Check(IReadOnlyList<(int Index, Round Item)> rounds, Scope scope)
    {
        if (rounds.Count > 0 && rounds.All(round => round.Item.Practice))
        {
            scope.Add("", "every round is for practice, so that nothing counts", "at least one round without 'practice: true'");
        }
    }

    private static void Refuse(PredictionRules? prediction, IReadOnlyCollection<Prize>? prizes, string path, Scope scope)
    {
        if (prediction is not null)
        {
            scope.Add($"{path}prediction", $"{Why}, and it has a prediction", "no 'prediction' where 'practice: true' stands");
        }

        if (prizes is { Count: > 0 })
        {
            scope.Add($"{path}prizes", $"{Why}, and it has prizes", "no 'prizes' where 'practice: true' stands");
        }
    }
}
