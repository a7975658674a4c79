namespace HoiThi.Formats.Tests.Contests;

/// <summary>Files that are committed but made from the code: a test compares them, and writes them where HOITHI_UPDATE=1 is set.</summary>
internal static class GeneratedFile
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("HOITHI_UPDATE") == "1";

    public static void ShouldBe(string file, string expected)
    {
        var path = Repository.Path(file);
        if (Update)
        {
            File.WriteAllText(path, expected);
        }

        File.ReadAllText(path).ShouldBe(expected, $"{file} is out of date: run the tests with HOITHI_UPDATE=1 and commit it");
    }

    public static void PartShouldBe(string file, string part, string expected)
    {
        var text = File.ReadAllText(Repository.Path(file));
        var marker = $"<!-- generated: {part} -->\n";
        var start = text.IndexOf(marker, StringComparison.Ordinal) + marker.Length;
        var end = text.IndexOf("<!-- end -->", start, StringComparison.Ordinal);
        ShouldBe(file, $"{text[..start]}\n{expected}\n{text[end..]}");
    }
}
