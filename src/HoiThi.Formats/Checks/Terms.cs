using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>The numbers of a term are those that its measure needs, and no others.</summary>
internal static class Terms
{
    public static void Check(Term term, Scope scope)
    {
        Belongs("best", term.Best is not null, term.Measure == Measure.BestTotal, "best-total", scope);
        Belongs("points", term.Points.Count > 0, term.Measure == Measure.PrizePoints, "prize-points", scope);
        Belongs("ranks", term.Ranks.Count > 0, term.Measure == Measure.RankPoints, "rank-points", scope);
        Belongs("top", term.Top is not null, term.Measure == Measure.RankPoints, "rank-points", scope);
        foreach (var (index, measure) in term.Ranks.Index())
        {
            CheckPlain(measure, $"ranks[{index}]", scope);
        }

        Unique.Check(scope, term.Ranks.Select((measure, index) => (Words.Of(measure), $"ranks[{index}]")), "list");
    }

    /// <summary>Reports a measure that means nothing without numbers of its own where it cannot have them.</summary>
    public static void CheckPlain(Measure measure, string path, Scope scope)
    {
        if (measure is Measure.BestTotal or Measure.PrizePoints or Measure.RankPoints)
        {
            scope.Add(
                path,
                $"{Words.Of(measure)} needs numbers of its own, which only a term of the score has",
                "a measure without numbers of its own");
        }
    }

    private static void Belongs(string key, bool given, bool needed, string measure, Scope scope)
    {
        if (needed && !given)
        {
            scope.Add(key, $"the measure {measure} has no '{key}'", $"'{key}' beside it");
        }

        if (given && !needed)
        {
            scope.Add(key, $"'{key}' says nothing about this measure", $"'{key}' only where the measure is {measure}");
        }
    }
}
