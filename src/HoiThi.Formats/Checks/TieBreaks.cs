using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>What decides between equal units is measured without numbers of its own, and each once.</summary>
internal static class TieBreaks
{
    public static void Check(IReadOnlyList<(int Index, Measure Item)> measures, Scope scope)
    {
        foreach (var (index, measure) in measures)
        {
            Terms.CheckPlain(measure, $"[{index}]", scope);
        }

        Unique.Check(scope, measures.Select(measure => (Words.Of(measure.Item), $"[{measure.Index}]")), "measure");
    }
}
