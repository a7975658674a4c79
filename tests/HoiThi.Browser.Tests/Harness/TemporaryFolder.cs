namespace HoiThi.Browser.Tests.Harness;

/// <summary>A folder that is gone when it is disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hoithi-browser-").FullName;

    /// <summary>Copies the files of a folder, and of the folders in it, into this one.</summary>
    public TemporaryFolder Filled(string from)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
