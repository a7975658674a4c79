using HoiThi.Core.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Contestants.Email;

/// <summary>A letter to be sent.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Text">What it says.</param>
public sealed record Letter(string To, string Subject, string Text)
{
    /// <summary>The letter that makes a registration valid.</summary>
    public static Letter Confirm(Contest contest, string name, Uri link, Language language) => new(
        "",
        language.Say($"Xác nhận đăng ký: {contest.ShortTitle.Vi}", $"Confirm your registration: {contest.ShortTitle.In(true)}"),
        language.Say(
            $"""
            Chào {name},

            Địa chỉ email này vừa được dùng để đăng ký dự thi “{contest.Title.Vi}”.
            Mở đường dẫn dưới đây trong vòng 24 giờ để hoàn tất đăng ký và vào hội thi:

            {link}

            Mỗi đường dẫn dùng được một lần. Nếu bạn không đăng ký, hãy bỏ qua thư này: chưa có gì được lưu dưới tên bạn trong hội thi.

            {contest.Organiser.Vi}
            """,
            $"""
            Hello {name},

            This address has just been used to register for “{contest.Title.In(true)}”.
            Open this link within 24 hours to complete the registration and enter the contest:

            {link}

            A link works once. If it was not you, ignore this letter: nothing has been entered in your name.

            {contest.Organiser.In(true)}
            """));

    /// <summary>The letter that signs in.</summary>
    public static Letter SignIn(Contest contest, string name, Uri link, Language language) => new(
        "",
        language.Say($"Đường dẫn vào hội thi: {contest.ShortTitle.Vi}", $"Your way into the contest: {contest.ShortTitle.In(true)}"),
        language.Say(
            $"""
            Chào {name},

            Mở đường dẫn dưới đây trong vòng 30 phút để vào lại “{contest.Title.Vi}”:

            {link}

            Mỗi đường dẫn dùng được một lần. Đừng chuyển thư này cho người khác. Nếu bạn không yêu cầu, hãy bỏ qua thư này.

            {contest.Organiser.Vi}
            """,
            $"""
            Hello {name},

            Open this link within 30 minutes to come back to “{contest.Title.In(true)}”:

            {link}

            A link works once. Do not pass this letter on. If you did not ask for it, ignore it.

            {contest.Organiser.In(true)}
            """));
}
