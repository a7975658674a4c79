using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Pages;

/// <summary>The acts of the audit log in words.</summary>
internal static class ActWords
{
    public static string Act(this Language language, string act)
    {
        var (name, ending) = act switch
        {
            _ when act.EndsWith(".propose", StringComparison.Ordinal) => (act[..^".propose".Length], language.Say("Đề nghị: ", "Proposed: ")),
            _ when act.EndsWith(".refused", StringComparison.Ordinal) => (act[..^".refused".Length], language.Say("Từ chối: ", "Refused: ")),
            _ when act.EndsWith(".withdrawn", StringComparison.Ordinal) => (act[..^".withdrawn".Length], language.Say("Rút đề nghị: ", "Withdrawn: ")),
            _ => (act, ""),
        };
        return ending + Plain(language, name);
    }

    private static string Plain(Language language, string act) => act switch
    {
        "session.begin" => language.Say("Đăng nhập", "Signed in"),
        "session.begin-unfinished" => language.Say("Đăng nhập lần đầu, chưa xác thực hai lớp", "Signed in without a second factor yet"),
        "session.end" => language.Say("Đăng xuất một phiên", "Ended a session"),
        "session.end-others" => language.Say("Đăng xuất các phiên khác", "Ended other sessions"),
        "person.invite" => language.Say("Mời một người", "Invited somebody"),
        "person.accept" => language.Say("Nhận lời mời", "Accepted an invitation"),
        "person.new-start" => language.Say("Cấp lại liên kết vào", "Gave a new link"),
        "person.password" => language.Say("Đổi mật khẩu", "Changed the password"),
        "person.totp" => language.Say("Thiết lập ứng dụng xác thực", "Set up an authenticator app"),
        "person.passkey" => language.Say("Thêm passkey", "Added a passkey"),
        "person.passkey-remove" => language.Say("Bỏ passkey", "Removed a passkey"),
        "person.recovery-codes" => language.Say("Tạo mã khôi phục mới", "Made new recovery codes"),
        "person.disable" => language.Say("Khóa tài khoản", "Locked an account"),
        "person.enable" => language.Say("Mở khóa tài khoản", "Unlocked an account"),
        "role.grant" => language.Say("Cấp vai trò", "Gave a role"),
        "role.revoke" => language.Say("Thu hồi vai trò", "Took a role away"),
        "contest.import" => language.Say("Nhập hồ sơ hội thi", "Took a contest in"),
        "contest.copy" => language.Say("Tạo hội thi từ bản sao", "Copied a contest"),
        "contest.export" => language.Say("Tải hồ sơ hội thi", "Gave a contest out"),
        "rehearsal.prepare" => language.Say("Tạo bản diễn tập", "Made a copy to rehearse with"),
        "rehearsal.delete" => language.Say("Xóa bản diễn tập", "Deleted the copy to rehearse with"),
        "contest.create" => language.Say("Tạo hội thi", "Created a contest"),
        "contest.simulate" => language.Say("Chạy thử hội thi", "Simulated a contest"),
        "contest.publish" => language.Say("Công bố hội thi", "Published a contest"),
        "contest.archive" => language.Say("Đưa hội thi vào lưu trữ", "Put a contest into the archive"),
        "contest.unarchive" => language.Say("Lấy hội thi ra khỏi lưu trữ", "Took a contest out of the archive"),
        "round.move" => language.Say("Dời đợt thi", "Moved a round"),
        "units.edit" => language.Say("Sửa danh sách đơn vị", "Edited the units"),
        "document.add" => language.Say("Thêm tài liệu", "Added a document"),
        "document.remove" => language.Say("Gỡ tài liệu", "Removed a document"),
        "banner.set" => language.Say("Đổi ảnh đầu trang", "Changed the banner"),
        "list.upload" => language.Say("Tải lên danh sách người", "Uploaded a list of people"),
        _ when act.StartsWith("setup.", StringComparison.Ordinal) && Setup.SetupSection.Find(act["setup.".Length..]) is { } section =>
            language.Say($"Sửa thiết lập: {section.Vi}", $"Changed the set-up: {section.En}"),
        "text.edit" => language.Say("Sửa nội dung trang", "Edited a text"),
        "news.add" => language.Say("Đăng tin", "Published news"),
        "news.remove" => language.Say("Gỡ tin", "Removed news"),
        "round.extend" => language.Say("Gia hạn đợt thi", "Extended a round"),
        "two-person.rule" => language.Say("Đổi quy định hai người", "Changed the two-person rule"),
        "contestant.reveal" => language.Say("Xem đầy đủ dữ liệu thí sinh", "Saw a contestant's data in full"),
        "contestant.code" => language.Say("Cấp mã cá nhân mới", "Gave a new personal code"),
        "contestant.correct" => language.Say("Sửa thông tin thí sinh", "Corrected a contestant's data"),
        "contestant.identity" => language.Say("Sửa số định danh của thí sinh", "Corrected a contestant's identity"),
        "contestant.merge" => language.Say("Gộp hai đăng ký", "Merged two registrations"),
        "contestant.extra-time" => language.Say("Cho thêm giờ mọi lượt", "Gave extra time for all attempts"),
        "attempt.extra-time" => language.Say("Cho thêm giờ một lượt", "Gave extra time for one attempt"),
        "contestants.export" => language.Say("Tải danh sách thí sinh", "Took the list of contestants out"),
        "people.export" => language.Say("Tải danh sách nhân sự", "Took the list of people out"),
        "audit.export" => language.Say("Tải nhật ký", "Took the log out"),
        "units.export" => language.Say("Tải bảng tham gia", "Took the table of participation out"),
        "standings.export" => language.Say("Tải bảng xếp hạng", "Took standings out"),
        "person.provider" => language.Say("Liên kết tài khoản với nhà cung cấp", "Bound an account to the provider"),
        "person.provider-remove" => language.Say("Bỏ liên kết với nhà cung cấp", "Unbound an account from the provider"),
        "contestant.block" => language.Say("Chặn thí sinh", "Blocked a contestant"),
        "contestant.unblock" => language.Say("Bỏ chặn thí sinh", "Unblocked a contestant"),
        "attempt.void" => language.Say("Hủy lượt thi", "Voided an attempt"),
        "attempt.give-back" => language.Say("Trả lại lượt thi", "Gave an attempt back"),
        "set.view" => language.Say("Xem câu hỏi của đợt chưa mở", "Saw the questions of a round that has not opened"),
        "set.publish-hash" => language.Say("Đổi việc công bố mã băm", "Changed whether the hash is shown"),
        "blueprint.edit" => language.Say("Sửa ma trận đề", "Edited a blueprint"),
        "question.create" => language.Say("Soạn câu hỏi", "Wrote a question"),
        "question.edit" => language.Say("Sửa câu hỏi", "Edited a question"),
        "question.view" => language.Say("Xem câu hỏi của đợt chưa mở", "Saw a question of a round not yet open"),
        "question.tag" => language.Say("Đổi thẻ câu hỏi", "Changed a question's tags"),
        "question.review" => language.Say("Rà soát câu hỏi", "Reviewed a question"),
        "question.approve" => language.Say("Duyệt câu hỏi", "Approved a question"),
        "question.return" => language.Say("Trả lại câu hỏi để sửa", "Returned a question to its writer"),
        "question.retire" => language.Say("Ngừng dùng câu hỏi", "Retired a question"),
        "question.restore" => language.Say("Dùng lại câu hỏi", "Brought a question back"),
        "topic.create" => language.Say("Thêm chủ đề", "Added a topic"),
        "topic.rename" => language.Say("Đổi tên chủ đề", "Renamed a topic"),
        "bank.read" => language.Say("Đọc tệp câu hỏi", "Read a file of questions"),
        "bank.import" => language.Say("Nhập câu hỏi từ tệp", "Imported questions"),
        "bank.give-up" => language.Say("Bỏ tệp câu hỏi", "Gave up a file of questions"),
        "bank.export" => language.Say("Xuất câu hỏi", "Exported questions"),
        "documents.edit" => language.Say("Sửa danh sách văn bản hết hiệu lực", "Edited the list of repealed documents"),
        "set.seal" => language.Say("Niêm phong đề", "Sealed a set"),
        "key.correct" => language.Say("Sửa đáp án", "Corrected a key"),
        "results.publish" => language.Say("Công bố kết quả", "Published results"),
        _ => act,
    };
}
