namespace HoiThi.Core.Simulation;

/// <summary>Which rules made a difference: once is enough.</summary>
internal sealed class RuleUse
{
    private readonly List<string> order = [];
    private readonly HashSet<string> mattered = new(StringComparer.Ordinal);

    /// <summary>A rule had an occasion to matter.</summary>
    /// <param name="rule">The rule in words, that say as well how it did not matter.</param>
    /// <param name="did">Whether it did.</param>
    public void Seen(string rule, bool did)
    {
        if (!order.Contains(rule, StringComparer.Ordinal))
        {
            order.Add(rule);
        }

        if (did)
        {
            mattered.Add(rule);
        }
    }

    /// <summary>Those that never did, in the order in which they were met.</summary>
    public ValueList<string> Never => order.Where(rule => !mattered.Contains(rule)).ToValueList();
}
