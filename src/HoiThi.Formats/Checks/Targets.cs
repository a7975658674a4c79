using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>Participation targets name kinds that exist, each in one target at most.</summary>
internal static class Targets
{
    public static void Check(Contest contest, Findings findings)
    {
        var kinds = contest.Units.Kinds.Select(kind => kind.Code).ToList();
        var named = contest.Units.Targets
            .SelectMany((target, index) => target.Kinds.Select((kind, place) => (kind, path: $"units.targets[{index}].kinds[{place}]")))
            .ToList();
        foreach (var (kind, path) in named)
        {
            Known.Check(findings, path, "kind", kind, kinds);
        }

        Unique.Check(findings, named.Select(name => name.kind), index => named[index].path, "kind");
    }
}
