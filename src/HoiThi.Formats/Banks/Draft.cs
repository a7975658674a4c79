using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks;

/// <summary>A question while it is being read; <see cref="BankBuilder"/> checks and finishes it.</summary>
internal sealed class Draft(BankPlace place)
{
    public BankPlace Place { get; } = place;

    /// <summary>The name that the file gives it; whatever cannot be a code is passed over.</summary>
    public string? Code { get; set; }

    /// <summary>The number it has in the file ("Câu 17"), from which a code is made.</summary>
    public int? Number { get; set; }

    public string Topic { get; set; } = "";

    /// <summary>The topic's code where the file has codes of topics; else its code is made from its name.</summary>
    public string? TopicCode { get; set; }

    public Difficulty? Difficulty { get; set; }

    public string Text { get; set; } = "";

    public string? English { get; set; }

    public List<DraftChoice> Choices { get; } = [];

    public string? Explanation { get; set; }

    public string? ExplanationEnglish { get; set; }

    public string? Source { get; set; }

    public bool KeepOrder { get; set; }

    public NumberAnswer? Answer { get; set; }

    /// <summary>The most words of an essay; 0 where it names no limit, null where it is none.</summary>
    public int? Words { get; set; }

    public int? Point { get; set; }

    public List<BankProblem> Problems { get; } = [];

    public List<QuestionImage> Images { get; } = [];

    public void Choose(IEnumerable<int> key)
    {
        foreach (var index in key)
        {
            Choices[index].Right = true;
        }
    }
}

/// <summary>A choice while it is being read.</summary>
internal sealed class DraftChoice(string text)
{
    public string Text { get; set; } = text;

    public string? English { get; set; }

    public bool Right { get; set; }
}
