using HoiThi.Browser.Tests.Harness;

// Two cores: a browser, a server and the tests share them, so no more than two tests at a time.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.All, MaxThreads = 2)]
[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(DemoSite))]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]
