using System.Security.Cryptography;

namespace HoiThi.Server.Security;

/// <summary>Where the installation's secret comes from.</summary>
public static class KeyFile
{
    /// <summary>
    /// The secret from the environment (<see cref="Secrets.Variable"/>), else from <c>hoithi.key</c> in the data folder,
    /// which is made at the first start and readable by its owner only.
    /// </summary>
    /// <exception cref="FormatException">It is not 32 bytes in base64.</exception>
    public static Secrets Load(string dataFolder)
    {
        if (Environment.GetEnvironmentVariable(Secrets.Variable) is { Length: > 0 } text)
        {
            return new Secrets(Parse(text, $"the environment variable {Secrets.Variable}"));
        }

        var path = Path.Combine(dataFolder, "hoithi.key");
        if (!File.Exists(path))
        {
            Create(path);
        }

        return new Secrets(Parse(File.ReadAllText(path), path));
    }

    /// <summary>Written beside its place and then moved there: who finds the file finds the whole key.</summary>
    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():n}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(new FileStream(draft, options)))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another node that started at the same moment made it.
            File.Delete(draft);
        }
    }

    private static byte[] Parse(string text, string where)
    {
        var bytes = new byte[33];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var written) && written == 32
            ? bytes[..32]
            : throw new FormatException($"The key in {where} is not 32 bytes in base64.");
    }
}
