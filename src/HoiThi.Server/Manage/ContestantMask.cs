using HoiThi.Core.Contests;

namespace HoiThi.Server.Manage;

/// <summary>Personal data as screens show them: enough to be told apart, too little to be used.</summary>
internal static class ContestantMask
{
    public static string Of(FieldType type, string value) => type switch
    {
        FieldType.Sex or FieldType.Choice => value,
        FieldType.BirthDate => value.Length >= 4 ? value[..4] + "-••-••" : "••",
        FieldType.Email => value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? value[..1] + "•••" + value[at..] : "•••",
        _ => value.Length > 6 ? new string('•', value.Length - 3) + value[^3..] : "•••",
    };
}
