using HoiThi.Browser.Tests.Journeys;
using Xunit.Sdk;
using Xunit.v3;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>Tests that mostly wait (for a deadline, for the network) and the longest journey begin first, so that nobody waits for them at the end.</summary>
internal sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Long = [typeof(RuleJourneyTests), typeof(ClosingTests), typeof(EmptySiteTests), typeof(ConsoleTests), typeof(PhoneJourneyTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection =>
            Long.Any(type => collection.TestCollectionDisplayName.Contains(type.Name, StringComparison.Ordinal)))];
}
