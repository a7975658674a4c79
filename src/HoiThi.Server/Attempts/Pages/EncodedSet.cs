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
            question.Essay?.Words,
            [.. (question.Images ?? []).Select(image => new EncodedImage(image.Choice ?? 0, After(image, language)))]))];
    }

    public Language Language { get; }

    private static byte[] After(Image image, Language language) =>
    [
        .. "/images/"u8, .. Html.Encode(string.Join('/', image.File.Split('/').Select(Uri.EscapeDataString))), .. "\" alt=\""u8,
        .. Html.Encode(image.Alt is { } alt ? language.Say(alt) : language.Say("Hình của câu hỏi", "Image of the question")), .. "\">"u8,
    ];

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
/// <param name="Images">Its images; none for most.</param>
public readonly record struct EncodedQuestion(byte[] Topic, byte[] Text, byte[][] Choices, bool Multiple, bool Number, int? Words, EncodedImage[] Images)
{
    /// <summary>Writes the images of a choice, counted from 1, or of what is asked (0), as those of an attempt: it is who has a paper that may see them.</summary>
    public void WriteImages(ref Html html, int choice, string attempt)
    {
        foreach (var image in Images)
        {
            if (image.Choice == choice)
            {
                html.Raw("<img class=\"question-image\" src=\"/attempts/"u8);
                html.Text(attempt);
                html.Raw(image.After);
            }
        }
    }
}

/// <summary>An image of a question as bytes.</summary>
/// <param name="Choice">The choice it stands in, from 1; 0 for what is asked.</param>
/// <param name="After">Its markup after the id of the attempt.</param>
public readonly record struct EncodedImage(int Choice, byte[] After);
