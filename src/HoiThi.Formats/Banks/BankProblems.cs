using HoiThi.Core;
using HoiThi.Core.Contests;

namespace HoiThi.Formats.Banks;

/// <summary>Problems of a whole file, in words.</summary>
internal static class BankProblems
{
    public static BankProblem Empty() => Error("empty", "Tệp trống.", "The file is empty.");

    public static BankProblem NotQuestions() => Error(
        "not-questions",
        "Không nhận ra tệp này là ngân hàng câu hỏi. Các loại đọc được: .docx, .xlsx, .csv, GIFT, Aiken, Moodle XML, QTI, questions.yaml.",
        "This is no question bank that can be read. Those are .docx, .xlsx, .csv, GIFT, Aiken, Moodle XML, QTI and questions.yaml.");

    public static BankProblem OldOffice() => Error(
        "old-office",
        "Đây là tệp Word/Excel kiểu cũ (.doc, .xls) hoặc có mật khẩu. Hãy mở tệp, bỏ mật khẩu và lưu lại thành .docx hoặc .xlsx.",
        "This is an old Word or Excel file (.doc, .xls) or has a password. Open it, remove the password and save it as .docx or .xlsx.");

    public static BankProblem Pdf() => Error(
        "pdf",
        "Tệp PDF không giữ được cấu trúc câu hỏi. Hãy dùng tệp Word gốc (.docx).",
        "A PDF keeps no structure of questions. Use the Word file it was made from (.docx).");

    public static BankProblem Rtf() => Error("rtf", "Đây là tệp RTF. Hãy mở và lưu lại thành .docx.", "This is an RTF file. Open it and save it as .docx.");

    public static BankProblem NotUtf8() => Error(
        "not-utf8",
        "Tệp không theo bảng mã Unicode (UTF-8). Hãy lưu lại với kiểu “CSV UTF-8” hoặc “Encoding: UTF-8”.",
        "The text is not Unicode (UTF-8). Save it again as \"CSV UTF-8\" or with \"Encoding: UTF-8\".");

    public static BankProblem TooLarge(string? part) => Error(
        "too-large",
        $"{part ?? "Tệp"} quá lớn để đọc an toàn.",
        $"{part ?? "The file"} is too large to be read safely.");

    public static BankProblem TooManyEntries(int most) => Error(
        "too-many-entries",
        $"Tệp nén có hơn {most:N0} tệp con, hoặc mục lục hỏng.",
        $"The archive has more than {most:N0} files, or its directory is broken.");

    public static BankProblem TooManyQuestions(int most) => Error(
        "too-many-questions",
        $"Tệp có hơn {most:N0} câu hỏi; hãy chia thành nhiều tệp.",
        $"The file has more than {most:N0} questions; split it.");

    public static BankProblem BrokenXml(BankPlace place, string detail) => new(
        "broken-xml",
        ProblemKind.Error,
        place,
        new($"Tệp XML bị hỏng: {detail}", $"The XML is broken: {detail}"),
        []);

    public static BankProblem BrokenArchive() => Error(
        "broken-archive",
        "Tệp bị hỏng (không giải nén được). Hãy mở bằng chương trình đã tạo ra nó và lưu lại.",
        "The file is broken (it cannot be unpacked). Open it with the program that made it and save it again.");

    public static BankProblem MissingPart(string name) => Error(
        "missing-part",
        $"Trong gói không có “{name}”.",
        $"The package lacks '{name}'.");

    public static BankProblem UnsafePath(string name) => Error(
        "unsafe-path",
        $"Đường dẫn “{BankText.Beginning(name)}” chỉ ra ngoài gói; đã bỏ qua.",
        $"The path '{BankText.Beginning(name)}' leads out of the package and was not followed.");

    public static BankProblem NoQuestions() => Error("no-questions", "Không tìm thấy câu hỏi nào.", "No question was found.");

    public static BankProblem DefaultDifficulty(int count, string vi, string en) => new(
        "default-difficulty",
        ProblemKind.Note,
        BankPlace.File,
        new($"{count:N0} câu không ghi mức độ; tạm xếp là “{vi}”.", $"{count:N0} questions name no difficulty; they are taken as '{en}'."),
        []);

    public static BankProblem LegacyFont(BankPlace place, string font) => new(
        "legacy-font",
        ProblemKind.Error,
        place,
        new(
            $"Văn bản dùng phông chữ cũ “{font}” (TCVN3/VNI), không phải Unicode. Hãy chuyển mã sang Unicode rồi đọc lại.",
            $"The text uses the old font '{font}' (TCVN3/VNI), not Unicode. Convert it to Unicode and read it again."),
        []);

    public static BankProblem UnusedKey(BankPlace place, string number) => new(
        "key-without-question",
        ProblemKind.Error,
        place,
        new($"Bảng đáp án có câu {number} nhưng không có câu hỏi mang số đó.", $"The key table names question {number}, which is not there."),
        []);

    public static BankProblem Columns(BankPlace place, string vi, string en, ValueList<Candidate> candidates) =>
        new("columns", ProblemKind.Open, place, new(vi, en), candidates);

    public static BankProblem Row(BankPlace place, string vi, string en) => new("row", ProblemKind.Error, place, new(vi, en), []);

    public static BankProblem FromMistake(Mistake mistake) => new(
        "mistake",
        ProblemKind.Error,
        new BankPlace(PlaceKind.Line, mistake.Line),
        new($"{mistake.What}; cần: {mistake.Expected}", $"{mistake.What}; expected {mistake.Expected}"),
        []);

    private static BankProblem Error(string code, string vi, string en) => new(code, ProblemKind.Error, BankPlace.File, new LocalText(vi, en), []);
}
