using HoiThi.Browser.Tests.Harness;

// Two cores, which a browser, servers and the tests share; of the tests that begin first one always waits for a clock.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.All, MaxThreads = 3)]
[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(DemoSite))]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]
