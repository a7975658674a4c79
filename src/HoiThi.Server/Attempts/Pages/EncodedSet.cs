using HoiThi.Core.Questions;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>
/// The questions of a sealed set in one language as they stand in a page: encoded once, copied ever after. Holds
/// nothing of the key, so that no page made from it can show it.
/// </summary>
public sealed class EncodedSet
{
    private readonly EncodedQuestion[] questions;

    public EncodedSet(SealedSet set, Language language)
    {
        Language = language;
        var topics = set.Topics.ToDictionary(topic => topic.Code, topic => Html.Encode(language.Say(topic.Name)), StringComparer.Ordinal);
        questions = [.. set.Questions.Select(question => new EncodedQuestion(
            topics.GetValueOrDefault(question.Topic, []),
            Html.Encode(language.Say(question.Text)),
            [.. question.Choices.Select(choice => Html.Encode(language.Say(choice.Text)))],
            question.Multiple,
            question.Number is not null,
            question.Essay?.Words))];
    }

    public Language Language { get; }

    /// <summary>The question at an index of the sealed set.</summary>
    public EncodedQuestion this[int question] => questions[question];
}

/// <summary>One question as bytes.</summary>
/// <param name="Topic">The name of its topic; empty where the set has none.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Choices">The choices in the order of the bank; a page shows them in the paper's.</param>
/// <param name="Multiple">Whether several can be ticked.</param>
/// <param name="Number">Whether a number is asked.</param>
/// <param name="Words">Where a text is asked, its most words; else null.</param>
public readonly record struct EncodedQuestion(byte[] Topic, byte[] Text, byte[][] Choices, bool Multiple, bool Number, int? Words);
