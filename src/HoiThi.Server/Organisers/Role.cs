using HoiThi.Server.Site;

namespace HoiThi.Server.Organisers;

/// <summary>What somebody may do: an administrator on the whole site, the others in one contest.</summary>
public enum Role
{
    /// <summary>Everything, on the whole site; every act is in the audit log like anybody's.</summary>
    Administrator,

    /// <summary>Runs a contest.</summary>
    Organiser,

    /// <summary>Writes and reviews questions.</summary>
    QuestionEditor,

    /// <summary>Looks after the contestants of a unit and the units below it.</summary>
    Coordinator,

    /// <summary>Judges entries.</summary>
    Judge,

    /// <summary>Sees everything that was done, changes nothing.</summary>
    Auditor,
}

/// <summary>A role that somebody has.</summary>
/// <param name="Contest">The contest's number; 0 is the whole site.</param>
/// <param name="Role">The role.</param>
/// <param name="Unit">The number of a coordinator's unit, else 0.</param>
public sealed record RoleGrant(short Contest, Role Role, int Unit);

public static class RoleWords
{
    /// <summary>The role's name on screens.</summary>
    public static string Role(this Language language, Role role) => role switch
    {
        Organisers.Role.Administrator => language.Say("Quản trị hệ thống", "Administrator"),
        Organisers.Role.Organiser => language.Say("Ban tổ chức", "Organiser"),
        Organisers.Role.QuestionEditor => language.Say("Biên tập câu hỏi", "Question editor"),
        Organisers.Role.Coordinator => language.Say("Đầu mối đơn vị", "Coordinator"),
        Organisers.Role.Judge => language.Say("Giám khảo", "Judge"),
        _ => language.Say("Giám sát", "Auditor"),
    };

    /// <summary>What the role is for, in a few words.</summary>
    public static string About(this Language language, Role role) => role switch
    {
        Organisers.Role.Administrator => language.Say("mọi hội thi, mọi tài khoản", "every contest, every account"),
        Organisers.Role.Organiser => language.Say("điều hành hội thi", "runs the contest"),
        Organisers.Role.QuestionEditor => language.Say("soạn và duyệt câu hỏi", "writes and reviews questions"),
        Organisers.Role.Coordinator => language.Say("thí sinh của đơn vị mình và đơn vị trực thuộc", "contestants of a unit and those below"),
        Organisers.Role.Judge => language.Say("chấm bài dự thi", "judges entries"),
        _ => language.Say("xem nhật ký và số liệu, không sửa gì", "sees the log and figures, changes nothing"),
    };
}
