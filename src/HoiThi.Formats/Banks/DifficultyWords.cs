using HoiThi.Core.Questions;
using HoiThi.Core.Search;

namespace HoiThi.Formats.Banks;

/// <summary>The words that people have for how hard a question is.</summary>
internal static class DifficultyWords
{
    private static readonly Dictionary<string, Difficulty> Words = new(StringComparer.Ordinal)
    {
        ["nhan biet"] = Difficulty.Easy,
        ["nb"] = Difficulty.Easy,
        ["de"] = Difficulty.Easy,
        ["easy"] = Difficulty.Easy,
        ["thong hieu"] = Difficulty.Medium,
        ["th"] = Difficulty.Medium,
        ["trung binh"] = Difficulty.Medium,
        ["medium"] = Difficulty.Medium,
        ["van dung"] = Difficulty.Hard,
        ["van dung thap"] = Difficulty.Hard,
        ["van dung cao"] = Difficulty.Hard,
        ["vd"] = Difficulty.Hard,
        ["vdt"] = Difficulty.Hard,
        ["vdc"] = Difficulty.Hard,
        ["kho"] = Difficulty.Hard,
        ["hard"] = Difficulty.Hard,
        ["difficult"] = Difficulty.Hard,
    };

    public static Difficulty? Read(string text) => Words.TryGetValue(SearchText.Fold(text), out var difficulty) ? difficulty : null;

    public static (string Vi, string En) Of(Difficulty difficulty) => difficulty switch
    {
        Difficulty.Easy => ("Nhận biết", "easy"),
        Difficulty.Medium => ("Thông hiểu", "medium"),
        _ => ("Vận dụng", "hard"),
    };
}
