using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;
using HoiThi.Server.Site;

namespace HoiThi.Server.Questions.Pages;

/// <summary>What is in the bank, in words.</summary>
internal static class BankWords
{
    public static string Difficulty(this Language language, Difficulty difficulty) => difficulty switch
    {
        Core.Questions.Difficulty.Easy => language.Say("Nhận biết", "Easy"),
        Core.Questions.Difficulty.Medium => language.Say("Thông hiểu", "Medium"),
        _ => language.Say("Vận dụng", "Hard"),
    };

    public static string State(this Language language, QuestionState state) => state switch
    {
        QuestionState.Draft => language.Say("Bản nháp", "Draft"),
        QuestionState.Reviewed => language.Say("Đã rà soát", "Reviewed"),
        QuestionState.Approved => language.Say("Đã duyệt", "Approved"),
        _ => language.Say("Ngừng dùng", "Retired"),
    };

    public static string ClassOf(QuestionState state) => state switch
    {
        QuestionState.Draft => "warn",
        QuestionState.Reviewed => "info",
        QuestionState.Approved => "good",
        _ => "",
    };

    public static string Act(this Language language, QuestionAct act) => act switch
    {
        QuestionAct.Review => language.Say("Đã rà soát", "Mark as reviewed"),
        QuestionAct.Approve => language.Say("Duyệt", "Approve"),
        QuestionAct.Return => language.Say("Trả lại để sửa", "Return to the writer"),
        QuestionAct.Retire => language.Say("Ngừng dùng", "Retire"),
        _ => language.Say("Dùng lại", "Bring back"),
    };

    public static string Format(this Language language, BankFormat? format) => format switch
    {
        BankFormat.Word => "Word",
        BankFormat.Excel => "Excel",
        BankFormat.Csv => "CSV",
        BankFormat.Gift => "GIFT",
        BankFormat.Aiken => "Aiken",
        BankFormat.MoodleXml => "Moodle XML",
        BankFormat.Yaml => "questions.yaml",
        null => language.Say("không rõ loại", "unknown"),
        _ => format.ToString()!.StartsWith("Qti", StringComparison.Ordinal) ? "QTI" : language.Say("Văn bản", "Plain text"),
    };

    /// <summary>What a column of a sheet may be, by the names that the reader knows.</summary>
    public static IReadOnlyList<(string Role, string Vi, string En)> Roles { get; } =
    [
        ("question", "Câu hỏi", "Question"), ("a", "Phương án A", "Choice A"), ("b", "Phương án B", "Choice B"), ("c", "Phương án C", "Choice C"), ("d", "Phương án D", "Choice D"),
        ("e", "Phương án E", "Choice E"), ("f", "Phương án F", "Choice F"), ("key", "Đáp án", "Key"), ("topic", "Chủ đề", "Topic"), ("difficulty", "Mức độ", "Difficulty"),
        ("code", "Mã câu hỏi", "Code"), ("ordinal", "Số thứ tự", "Number"), ("explanation", "Giải thích", "Explanation"), ("source", "Căn cứ", "Source"), ("point", "Điểm", "Points"),
    ];

    public static string Finding(this Language language, string code) => code switch
    {
        "no-key" => language.Say("Không có đáp án", "No key"),
        "all-right" => language.Say("Mọi phương án đều đúng", "Every choice is right"),
        "same-choice" => language.Say("Phương án giống nhau", "The same choice twice"),
        "duplicate" => language.Say("Câu hỏi trùng", "The same question twice"),
        "near-duplicate" => language.Say("Câu hỏi gần giống nhau", "Nearly the same question"),
        "repealed-document" => language.Say("Viện dẫn văn bản đã hết hiệu lực", "Cites a repealed document"),
        "several-keys" => language.Say("Nhiều đáp án mà câu hỏi không nói", "Several keys that are not asked for"),
        "longest-is-right" => language.Say("Đáp án đúng dài hơn hẳn", "The right choice is much longer"),
        "longest-is-often-right" => language.Say("Cả ngân hàng: phương án dài nhất hay đúng", "The whole bank: the longest choice is often right"),
        "key-position" => language.Say("Cả ngân hàng: vị trí đáp án phân bố lệch", "The whole bank: keys stand unevenly"),
        "refers-to-others" => language.Say("Phương án nói về phương án khác", "A choice speaks of the others"),
        "tone-spelling" => language.Say("Chính tả dấu thanh không thống nhất", "Tone marks are placed in two ways"),
        _ => code,
    };
}
