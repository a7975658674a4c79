using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A gate asks for one thing; gates that ask for several things are several.</summary>
internal static class Gates
{
    public static void Check(Gate gate, Scope scope)
    {
        var given = new[] { gate.Share is not null, gate.Target, gate.Compulsory, gate.AtLeast is not null }.Count(each => each);
        if (given != 1)
        {
            scope.Add("", $"the gate asks for {given} things", "exactly one of share, target, compulsory, atLeast");
        }

        if (gate.AtLeast is { } least)
        {
            Terms.CheckPlain(least.Measure, "atLeast.measure", scope);
        }
    }
}
