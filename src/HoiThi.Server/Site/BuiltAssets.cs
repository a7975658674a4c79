using System.Collections.Frozen;
using System.Text.Json;

namespace HoiThi.Server.Site;

/// <summary>
/// The built front end. Names carry a hash of their content (<c>site-K3J2.css</c>), so browsers may keep them for ever;
/// the build writes which name is which into <c>manifest.json</c>.
/// </summary>
public static class BuiltAssets
{
    private static FrozenDictionary<string, string> names = FrozenDictionary<string, string>.Empty;

    /// <summary>Reads the manifest; a missing one names the command that makes it.</summary>
    public static void Load(string webRoot)
    {
        var manifest = Path.Combine(webRoot, "assets", "manifest.json");
        if (!File.Exists(manifest))
        {
            throw new FileNotFoundException("The front end is not built: run ./start, or npm ci && npm run build in src/HoiThi.Server/FrontEnd.", manifest);
        }

        names = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(manifest))!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The address of an asset by its plain name.</summary>
    public static string Url(string name) => names.TryGetValue(name, out var hashed) ? "/assets/" + hashed : "/assets/" + name;
}
