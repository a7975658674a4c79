using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Tests.Contests;

/// <summary>A copy of a contest of the tests in a temporary folder, to put mistakes into.</summary>
internal sealed class Folder : IDisposable
{
    public Folder(string contest = "Sample")
    {
        var sample = Repository.Path($"tests/HoiThi.Formats.Tests/Contests/{contest}");
        foreach (var file in System.IO.Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var copy = Path(System.IO.Path.GetRelativePath(sample, file));
            System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("hoithi-").FullName;

    public string Path(string file) => System.IO.Path.Combine(Directory, file);

    /// <summary>Replaces the first occurrence of a text, which must be there.</summary>
    public Folder With(string file, string old, string changed)
    {
        var text = File.ReadAllText(Path(file));
        var place = text.IndexOf(old, StringComparison.Ordinal);
        place.ShouldBeGreaterThanOrEqualTo(0, $"'{old}' in {file}");
        File.WriteAllText(Path(file), text[..place] + changed + text[(place + old.Length)..]);
        return this;
    }

    public Reading<ContestBundle> Read() => ContestFolder.Read(Directory);

    public string[] Mistakes() => [.. Read().Mistakes.Select(mistake => mistake.ToString())];

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
