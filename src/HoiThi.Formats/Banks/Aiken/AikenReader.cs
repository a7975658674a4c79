using System.Text.RegularExpressions;

namespace HoiThi.Formats.Banks.Aiken;

/// <summary>Reads Aiken (docs.moodle.org, "Aiken format"): a question, choices "A." or "A)", and a line "ANSWER: A".</summary>
internal sealed partial class AikenReader(BankBuilder builder)
{
    private readonly List<string> stem = [];
    private readonly List<string> choices = [];
    private readonly List<char> letters = [];
    private BankPlace place = BankPlace.File;

    /// <summary>Whether a text has a line that only Aiken has.</summary>
    public static bool Fits(string text) => AnswerLine().IsMatch(text);

    public void Read(string text)
    {
        foreach (var (index, raw) in text.Split('\n').Index())
        {
            builder.Cancel.ThrowIfCancellationRequested();
            var line = raw.Trim();
            if (line.Length > 0)
            {
                ReadLine(line, new BankPlace(PlaceKind.Line, index + 1));
            }
        }

        if (stem.Count > 0)
        {
            End(null);
        }
    }

    private void ReadLine(string line, BankPlace at)
    {
        if (Answer().Match(line) is { Success: true } answer && stem.Count > 0)
        {
            End((answer.Groups["key"].Value, at));
        }
        else if (Choice().Match(line) is { Success: true } choice && stem.Count > 0)
        {
            letters.Add(choice.Groups["letter"].ValueSpan[0]);
            choices.Add(line[choice.Length..]);
        }
        else if (choices.Count > 0)
        {
            End(null);
            Begin(line, at);
        }
        else
        {
            Begin(line, at);
        }
    }

    private void Begin(string line, BankPlace at)
    {
        place = stem.Count == 0 ? at : place;
        stem.Add(line);
    }

    private void End((string Key, BankPlace Place)? key)
    {
        var draft = new Draft(place) { Text = string.Join('\n', stem) };
        draft.Choices.AddRange(choices.Select(choice => new DraftChoice(choice)));
        if (!letters.SequenceEqual(letters.Select((_, index) => (char)('A' + index))))
        {
            draft.Problems.Add(QuestionProblems.ChoiceLabels(place, new string([.. letters])));
        }

        if (key is { } written && choices.Count > 0)
        {
            KeyText.Apply(draft, written.Key, written.Place);
        }

        builder.Add(draft);
        stem.Clear();
        choices.Clear();
        letters.Clear();
    }

    [GeneratedRegex(@"^(ANSWER|ĐÁP ÁN)\s*:\s*(?<key>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^(?<letter>[A-Z])[.)]\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Choice();

    [GeneratedRegex(@"^ANSWER:[ \t]*[A-Z][ \t]*\r?$", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex AnswerLine();
}
