using HoiThi.Core.Questions;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Sealing.Pages;

internal static class LevelWords
{
    public static string Level(this Language language, Difficulty difficulty) => difficulty switch
    {
        Difficulty.Easy => language.Say("Nhận biết", "Easy"),
        Difficulty.Medium => language.Say("Thông hiểu", "Medium"),
        _ => language.Say("Vận dụng", "Hard"),
    };
}
