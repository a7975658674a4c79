using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A live round has a time for each question, and everybody sits once in a sitting.</summary>
internal static class LiveRounds
{
    public static void Check(Contest contest, Scope scope)
    {
        var live = RulesInPlace.Of(contest).Where(each => each.Round.Live).ToList();
        var untimed = live.Where(each => each.Rules.Paper.SecondsPerQuestion is null);
        foreach (var each in untimed.DistinctBy(each => each.PaperPath, StringComparer.Ordinal))
        {
            scope.Add(
                $"{each.PaperPath}.secondsPerQuestion",
                $"round {each.Round.Number} is live, and its questions have no time of their own",
                "'secondsPerQuestion'");
        }

        var repeated = live.Where(each => each.Rules.Attempts is not ({ PerWindow: 1 } or { PerRound: 1 }));
        foreach (var each in repeated.DistinctBy(each => each.AttemptsPath, StringComparer.Ordinal))
        {
            scope.Add(
                $"{each.AttemptsPath}.perWindow",
                $"round {each.Round.Number} is live: a second attempt would begin in the middle of the sitting",
                "'perWindow: 1'");
        }
    }
}
