using HoiThi.Core.Contests;

namespace HoiThi.Formats.Contests;

/// <summary>The definition of a contest as the text of <c>contest.yaml</c> (see <c>docs/contest-file.md</c>).</summary>
public static class ContestYaml
{
    /// <summary>The file's name in a contest's folder.</summary>
    public const string FileName = "contest.yaml";

    /// <summary>Reads a definition and checks all rules that need no other file; comments are not kept.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="fileName">What mistakes call the file.</param>
    public static Reading<Contest> Read(string text, string fileName = FileName) => Locate(text, fileName).ToReading();

    /// <summary>Writes a definition: the same contest always gives the same text, which reads back as an equal contest.</summary>
    public static string Write(Contest contest) => YamlFile.Write(contest, ContestShape.Contest);

    internal static Located<Contest> Locate(string text, string fileName) =>
        YamlFile.Read(text, fileName, ContestShape.Contest);
}
