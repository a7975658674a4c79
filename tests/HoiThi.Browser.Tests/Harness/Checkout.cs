namespace HoiThi.Browser.Tests.Harness;

/// <summary>Where things are in the working copy that the tests were built from.</summary>
internal static class Checkout
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The demo contest.</summary>
    public static string Demo { get; } = Path.Combine(Root, "contests", DemoSite.Slug);

    /// <summary>The server as it was built with these tests, in the same configuration.</summary>
    public static string ServerDll { get; } = Require(
        Path.Combine(Root, "src", "HoiThi.Server", "bin", Configuration, "net10.0", "HoiThi.Server.dll"), "Build the solution first.");

    /// <summary>Fails in words where the front end is not built: every page would come without style and script.</summary>
    public static void RequireFrontEnd() => Require(
        Path.Combine(Root, "src", "HoiThi.Server", "wwwroot", "assets", "manifest.json"),
        "The front end is not built: run `npm ci && npm run build` in src/HoiThi.Server/FrontEnd.");

    // tests/HoiThi.Browser.Tests/bin/Release/net10.0/
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Require(string path, string advice) =>
        File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not there. {advice}", path);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HoiThi.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("HoiThi.slnx is in no folder above the tests.");
    }
}
