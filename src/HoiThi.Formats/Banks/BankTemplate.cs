using HoiThi.Core.Contests;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks;

/// <summary>The example that a person downloads to fill in: two questions that show every common column.</summary>
public static class BankTemplate
{
    /// <summary>The example; write it with <see cref="BankWriter"/>.</summary>
    public static QuestionBank Bank { get; } = new(
        [new Topic("vi-du", new LocalText("Ví dụ"))],
        [
            new Question(
                "VD-001",
                "vi-du",
                Difficulty.Easy,
                new LocalText("Thủ đô của nước Cộng hòa xã hội chủ nghĩa Việt Nam là thành phố nào?"),
                [Wrong("Huế"), new Choice(new LocalText("Hà Nội"), true), Wrong("Hải Phòng"), Wrong("Đà Nẵng")],
                new LocalText("Điều 13 Hiến pháp năm 2013."),
                "Hiến pháp năm 2013"),
            new Question(
                "VD-002",
                "vi-du",
                Difficulty.Medium,
                new LocalText("Chọn các thành phố trực thuộc trung ương."),
                [new Choice(new LocalText("Hải Phòng"), true), Wrong("Nha Trang"), new Choice(new LocalText("Đà Nẵng"), true), Wrong("Hạ Long")],
                null,
                null),
        ]);

    private static Choice Wrong(string text) => new(new LocalText(text), false);
}
