using HoiThi.Browser.Tests.Harness;

namespace HoiThi.Browser.Tests.Pages;

/// <summary>A page in one of its states, and the way there.</summary>
/// <param name="Name">What it is called in reports and as a picture.</param>
/// <param name="Open">Brings a visitor's first tab there.</param>
/// <param name="Status">What the server answers, where that is not 200.</param>
internal sealed record SitePage(string Name, Func<Visitor, DemoSite, Task> Open, int Status = 200);
