using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A prize is worth an amount each, or its winners share a pot.</summary>
internal static class Pots
{
    public static void Check(Prize prize, Scope scope)
    {
        if (prize is { Amount: not null, Pot: not null })
        {
            scope.Add("pot", "the prize has an amount for each winner and a pot that all share", "one of 'amount' and 'pot'");
        }
    }
}
