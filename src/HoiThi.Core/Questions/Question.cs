using HoiThi.Core.Contests;

namespace HoiThi.Core.Questions;

/// <summary>A question of a bank.</summary>
/// <param name="Code">Its name, unique in the contest, e.g. T1-017.</param>
/// <param name="Topic">The code of its topic.</param>
/// <param name="Difficulty">How hard its writer thinks it is.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Choices">2–8 choices, of which at least one is right; none where a number or a text is asked.</param>
/// <param name="Explanation">Why the key is right, shown when the rules say so; or null.</param>
/// <param name="Source">The document and article it rests on; or null.</param>
/// <param name="KeepOrder">Whether the choices stay in their order even where papers shuffle ("all of the above").</param>
/// <param name="Number">The number that is the answer, where one is asked; else null.</param>
/// <param name="Essay">What a text is marked by, where one is asked; else null.</param>
/// <param name="Point">
/// Hundredths of a point for it, or null for what the blueprint or the paper says; 0 for a text that is asked for and not marked.
/// </param>
/// <param name="Images">The images that are shown with it; null where it has none.</param>
public sealed record Question(
    string Code,
    string Topic,
    Difficulty Difficulty,
    LocalText Text,
    ValueList<Choice> Choices,
    LocalText? Explanation,
    string? Source,
    bool KeepOrder = false,
    NumberAnswer? Number = null,
    EssayAnswer? Essay = null,
    int? Point = null,
    ValueList<Image>? Images = null)
{
    /// <summary>2–8 choices, of which at least one is right.</summary>
    public ValueList<Choice> Choices
    {
        get;
        init
        {
            // A copy with other choices (<c>with</c>) must not keep the key of the old ones.
            field = value;
            Key = KeyOf(value);
        }
    } = Choices;

    /// <summary>The right choices as a mask: bit <c>i</c> is set where choice <c>i</c> (from 0) is right.</summary>
    public byte Key { get; private init; } = KeyOf(Choices);

    /// <summary>Whether more than one choice is right, so that several can be ticked.</summary>
    public bool Multiple => byte.PopCount(Key) > 1;

    private static byte KeyOf(ValueList<Choice> choices) =>
        (byte)choices.Select((choice, index) => choice.Right ? 1 << index : 0).Sum();
}

/// <summary>A number as the answer of a question.</summary>
/// <param name="Value">The right number.</param>
/// <param name="Tolerance">How far an answer may be off and is right; 0 or more.</param>
public sealed record NumberAnswer(decimal Value, decimal Tolerance)
{
    /// <summary>Whether <paramref name="answer"/> is right: no further off than the tolerance.</summary>
    public bool Accepts(decimal answer)
    {
        try
        {
            return Math.Abs(answer - Value) <= Tolerance;
        }
        catch (OverflowException)
        {
            return false; // further off than a decimal can say
        }
    }
}

/// <summary>A text as the answer of a question, marked by people.</summary>
/// <param name="Words">The most words, 1–2,000.</param>
public sealed record EssayAnswer(int Words);

/// <summary>One choice of a question (phương án).</summary>
/// <param name="Text">What it says.</param>
/// <param name="Right">Whether it is right.</param>
public sealed record Choice(LocalText Text, bool Right);

/// <summary>An image of a question.</summary>
/// <param name="File">The file below the contest's folder, as in images/map.png.</param>
/// <param name="Choice">The choice it stands in, from 1; null for what is asked.</param>
/// <param name="Alt">What it shows, for who cannot see it; or null.</param>
public sealed record Image(string File, int? Choice = null, LocalText? Alt = null);

/// <summary>How hard a question is.</summary>
public enum Difficulty
{
    /// <summary>Nhận biết.</summary>
    Easy,

    /// <summary>Thông hiểu.</summary>
    Medium,

    /// <summary>Vận dụng.</summary>
    Hard,
}

/// <summary>A topic of a bank.</summary>
/// <param name="Code">Its name in files and blueprints.</param>
/// <param name="Name">Its name on screens.</param>
public sealed record Topic(string Code, LocalText Name);

/// <summary>A file of questions: its topics and the questions on them.</summary>
public sealed record QuestionBank(ValueList<Topic> Topics, ValueList<Question> Questions);
