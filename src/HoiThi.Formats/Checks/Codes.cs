using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A list of codes that refer to something: each exists, and none is there twice.</summary>
internal static class Codes
{
    public static void Check(Scope scope, string path, string noun, IReadOnlyList<string> codes, IReadOnlyCollection<string> known)
    {
        foreach (var (index, code) in codes.Index())
        {
            Known.Check(scope, $"{path}[{index}]", noun, code, known);
        }

        Unique.Check(scope, codes.Select((code, index) => (code, $"{path}[{index}]")), noun);
    }
}
