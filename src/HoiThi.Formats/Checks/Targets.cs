using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Participation targets name kinds that exist, each in one target at most.</summary>
internal static class Targets
{
    public static void Check(UnitRules units, Scope scope)
    {
        var kinds = units.Kinds.Select(kind => kind.Code).ToList();
        var named = units.Targets
            .SelectMany((target, index) => target.Kinds.Select((kind, place) => (Kind: kind, Path: $"targets[{index}].kinds[{place}]")))
            .ToList();
        foreach (var (kind, path) in named)
        {
            Known.Check(scope, path, "kind", kind, kinds);
        }

        Unique.Check(scope, named, "kind");
    }
}
