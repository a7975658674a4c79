using System.Globalization;

namespace HoiThi.Core.Participation;

/// <summary>People out of a headcount: an exact fraction, rounded only to be shown.</summary>
/// <param name="People">Different people who took part, from 0; more than the headcount where the list is out of date.</param>
/// <param name="Headcount">How many there are to take part, from 0; where it is 0 there is no share.</param>
public readonly record struct Share(long People, long Headcount)
{
    /// <summary>Whether more people took part than the unit list says there are: the list wants correcting.</summary>
    public bool OverHeadcount => People > Headcount;

    /// <summary>Whether <paramref name="percent"/> (1–100) of the headcount is reached or equalled; false without headcount.</summary>
    public bool Reaches(int percent) => Headcount > 0 && People * 100 >= Headcount * percent;

    /// <summary>How many people more would reach <paramref name="percent"/> (1–100) of the headcount; 0 when it is reached.</summary>
    public long Missing(int percent) => Math.Max(0, (((Headcount * percent) + 99) / 100) - People);

    /// <summary>
    /// The share in tenths of a percent, 0–1000, rounded half up; null without headcount. Rounding never shows as
    /// reached what is not: below the target it stays below it, and 100 % is shown only when all took part.
    /// </summary>
    /// <param name="target">The share that is owed, 1–100 percent, or null.</param>
    public int? Tenths(int? target = null)
    {
        if (Headcount <= 0)
        {
            return null;
        }

        var tenths = Math.Min(1000, ((People * 2000) + Headcount) / (Headcount * 2));
        tenths = Reaches(100) ? tenths : Math.Min(tenths, 999);
        return (int)(target is { } percent && !Reaches(percent) ? Math.Min(tenths, (percent * 10) - 1) : tenths);
    }

    /// <summary>The share on a screen, with one decimal: "69,9%" in Vietnamese, "69.9%" in English; "–" without headcount.</summary>
    public string ToText(bool english, int? target = null) => Tenths(target) is { } tenths
        ? string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}{(english ? '.' : ',')}{tenths % 10}%")
        : "–";

    /// <summary>Compares exactly, the smaller share first; without headcount before any other.</summary>
    public static int Compare(Share left, Share right) => (left.Headcount, right.Headcount) switch
    {
        (0, 0) => left.People.CompareTo(right.People),
        (0, _) => -1,
        (_, 0) => 1,
        _ => ((Int128)left.People * right.Headcount).CompareTo((Int128)right.People * left.Headcount),
    };

    /// <summary>Sums people and headcounts.</summary>
    public static Share operator +(Share left, Share right) => new(left.People + right.People, left.Headcount + right.Headcount);
}
