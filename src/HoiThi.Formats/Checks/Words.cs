namespace HoiThi.Formats.Checks;

/// <summary>The word that a member of an enum is in the files.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
