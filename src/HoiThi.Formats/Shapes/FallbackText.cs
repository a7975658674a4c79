using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>A default as the guide shows it, in Markdown.</summary>
internal static class FallbackText
{
    public static string Of(Node node) => node switch
    {
        ScalarNode scalar => $"`{scalar.Value}`",
        _ => "none",
    };
}
