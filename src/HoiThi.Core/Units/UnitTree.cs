namespace HoiThi.Core.Units;

/// <summary>
/// The units of a contest as the tree they are. A unit's number is its place in the file, from 1: that is what
/// contestants, attempts and tallies carry.
/// </summary>
public sealed class UnitTree
{
    private readonly int[] parents;
    private readonly int[] levels;
    private readonly long[] headcounts;
    private readonly int[][] children;

    // Depth first, parents before children: a subtree is then one stretch, from starts[n] for sizes[n] places.
    private readonly int[] walk;
    private readonly int[] starts;
    private readonly int[] sizes;
    private readonly Dictionary<string, int> numbers;

    /// <summary>Builds the tree.</summary>
    /// <param name="units">All units in the order of their file; a unit may stand before the one above it.</param>
    /// <exception cref="ArgumentException">
    /// A code is empty or stands twice, a unit above does not exist, units are above each other in a circle, or a
    /// headcount is outside 0–1,000,000.
    /// </exception>
    public UnitTree(ValueList<Unit> units)
    {
        Units = units;
        numbers = NumbersOf(units);
        parents = new int[units.Count + 1];
        levels = new int[units.Count + 1];
        headcounts = new long[units.Count + 1];
        walk = new int[units.Count];
        starts = new int[units.Count + 1];
        sizes = new int[units.Count + 1];

        var below = new List<int>[units.Count + 1];
        for (var number = 0; number <= units.Count; number++)
        {
            below[number] = [];
        }

        for (var number = 1; number <= units.Count; number++)
        {
            parents[number] = ParentNumber(units[number - 1]);
            below[parents[number]].Add(number);
        }

        children = [.. below.Select(list => list.ToArray())];
        Walk();
    }

    /// <summary>The units in the order of their file.</summary>
    public ValueList<Unit> Units { get; }

    /// <summary>How many units there are; numbers run from 1 to this.</summary>
    public int Count => Units.Count;

    /// <summary>The numbers of the units without one above, in the order of the file: those that answer for their subtrees.</summary>
    public IReadOnlyList<int> TopLevel => children[0];

    /// <summary>All numbers, parents before children, each subtree together, in the order of the file otherwise.</summary>
    public IReadOnlyList<int> DepthFirst => walk;

    /// <summary>The headcount of all units together.</summary>
    public long Headcount => headcounts[0];

    /// <summary>The unit of <paramref name="number"/>, from 1.</summary>
    public Unit this[int number] => Units[number - 1];

    /// <summary>The number of the unit with <paramref name="code"/>, or null.</summary>
    public int? NumberOf(string code) => numbers.TryGetValue(code, out var number) ? number : null;

    /// <summary>Whether there is a unit of <paramref name="number"/>.</summary>
    public bool Contains(int number) => number >= 1 && number <= Count;

    /// <summary>The number of the unit above, or null at the top.</summary>
    public int? ParentOf(int number) => parents[number] == 0 ? null : parents[number];

    /// <summary>The numbers of the units directly below, in the order of the file.</summary>
    public IReadOnlyList<int> ChildrenOf(int number) => children[number];

    /// <summary>1 for a top-level unit, 2 for the units directly below, …</summary>
    public int LevelOf(int number) => levels[number];

    /// <summary>The units above, nearest first, without the unit itself.</summary>
    public IReadOnlyList<int> AncestorsOf(int number)
    {
        var ancestors = new List<int>(levels[number]);
        for (var above = parents[number]; above != 0; above = parents[above])
        {
            ancestors.Add(above);
        }

        return ancestors;
    }

    /// <summary>The top-level unit that answers for this one; itself at the top.</summary>
    public int TopOf(int number)
    {
        while (parents[number] != 0)
        {
            number = parents[number];
        }

        return number;
    }

    /// <summary>The unit and all below it, parents before children.</summary>
    public ReadOnlySpan<int> SubtreeOf(int number) => walk.AsSpan(starts[number], sizes[number]);

    /// <summary>The headcount of the unit and all below it together.</summary>
    public long SubtreeHeadcountOf(int number) => headcounts[number];

    /// <summary>Whether <paramref name="number"/> is <paramref name="ancestor"/> or somewhere below it.</summary>
    public bool IsWithin(int number, int ancestor) =>
        starts[number] >= starts[ancestor] && starts[number] < starts[ancestor] + sizes[ancestor];

    private static Dictionary<string, int> NumbersOf(ValueList<Unit> units)
    {
        var byCode = new Dictionary<string, int>(units.Count, StringComparer.Ordinal);
        for (var index = 0; index < units.Count; index++)
        {
            var unit = units[index];
            if (string.IsNullOrWhiteSpace(unit.Code) || !byCode.TryAdd(unit.Code, index + 1))
            {
                throw new ArgumentException($"Unit {index + 1} has the code '{unit.Code}', which is empty or stands twice.", nameof(units));
            }

            if (unit.Headcount is < 0 or > 1_000_000)
            {
                throw new ArgumentException($"The headcount of {unit.Code} is {unit.Headcount}, not 0–1,000,000.", nameof(units));
            }
        }

        return byCode;
    }

    private int ParentNumber(Unit unit)
    {
        if (unit.Parent is null)
        {
            return 0;
        }

        return numbers.TryGetValue(unit.Parent, out var number)
            ? number
            : throw new ArgumentException($"The unit above {unit.Code}, {unit.Parent}, does not exist.", nameof(unit));
    }

    private void Walk()
    {
        var place = 0;
        var pending = new Stack<int>(children[0].Reverse());
        while (pending.TryPop(out var number))
        {
            levels[number] = levels[parents[number]] + 1;
            starts[number] = place;
            walk[place++] = number;
            foreach (var child in children[number].Reverse())
            {
                pending.Push(child);
            }
        }

        if (place < Count)
        {
            // What the walk from the top has not met hangs on itself.
            var lost = Enumerable.Range(1, Count).First(number => levels[number] == 0);
            throw new ArgumentException($"The units above {this[lost].Code} form a circle.");
        }

        for (var back = Count - 1; back >= 0; back--)
        {
            var number = walk[back];
            sizes[number]++;
            headcounts[number] += this[number].Headcount;
            sizes[parents[number]] += sizes[number];
            headcounts[parents[number]] += headcounts[number];
        }
    }
}
