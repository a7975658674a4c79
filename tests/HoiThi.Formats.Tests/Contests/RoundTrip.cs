using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Tests.Contests;

internal static class RoundTrip
{
    /// <summary>Writes a contest, reads it back as an equal one, and writes that to the same bytes.</summary>
    public static void Check(ContestBundle bundle)
    {
        var directory = Directory.CreateTempSubdirectory("hoithi-");
        try
        {
            ContestFolder.Write(bundle, directory.FullName);
            var first = Content(directory);
            var reading = ContestFolder.Read(directory.FullName);
            reading.Mistakes.ShouldBeEmpty();
            var again = reading.Require();
            again.Contest.ShouldBe(bundle.Contest);
            again.Units.Equals(bundle.Units).ShouldBeTrue();
            again.Lists.Equals(bundle.Lists).ShouldBeTrue();
            again.Banks.Equals(bundle.Banks).ShouldBeTrue();
            again.Files.Select(file => file.Path).ShouldBe(bundle.Files.Select(file => file.Path));
            ContestFolder.Write(again, directory.FullName);
            Content(directory).ShouldBe(first);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static Dictionary<string, string> Content(DirectoryInfo directory) => directory
        .EnumerateFiles("*", SearchOption.AllDirectories)
        .ToDictionary(file => file.FullName, file => Convert.ToBase64String(File.ReadAllBytes(file.FullName)), StringComparer.Ordinal);
}
