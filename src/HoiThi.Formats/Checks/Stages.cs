using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A stage is of rounds that there are and that count, in order, and not of all of them.</summary>
internal static class Stages
{
    public static void Check(Contest contest, Scope scope)
    {
        foreach (var (index, stage) in contest.Stages.Index())
        {
            foreach (var (place, number) in stage.Rounds.Index())
            {
                Check(contest, stage, place, number, $"stages[{index}].rounds[{place}]", scope);
            }

            if (contest.Rounds.Where(round => !round.Practice).All(round => stage.Rounds.Contains(round.Number)))
            {
                scope.Add($"stages[{index}].rounds", "the stage is of all rounds, which is the contest", "some of the rounds; prizes over all of them are in 'prizes.contest'");
            }
        }
    }

    private static void Check(Contest contest, Stage stage, int place, int number, string path, Scope scope)
    {
        if (contest.Rounds.FirstOrDefault(round => round.Number == number) is not { } round)
        {
            scope.Add(path, $"there is no round {number}", $"1–{contest.Rounds.Count}");
        }
        else if (round.Practice)
        {
            scope.Add(path, $"round {number} is for practice, and its attempts count nowhere", "a round without 'practice: true'");
        }
        else if (place > 0 && number <= stage.Rounds[place - 1])
        {
            scope.Add(path, $"round {number} does not come after round {stage.Rounds[place - 1]}", "each round once, in ascending order");
        }
    }
}
