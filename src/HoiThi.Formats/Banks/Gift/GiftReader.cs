using System.Globalization;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks.Gift;

/// <summary>Reads Moodle's GIFT (docs.moodle.org, "GIFT format").</summary>
internal sealed class GiftReader(BankBuilder builder)
{
    private const string Category = "$CATEGORY:";
    private string topic = "";

    public void Read(string text)
    {
        foreach (var block in GiftBlock.Of(text))
        {
            builder.Cancel.ThrowIfCancellationRequested();
            var rest = block.Text.TrimStart();
            while (rest.StartsWith(Category, StringComparison.Ordinal))
            {
                var end = rest.IndexOf('\n', StringComparison.Ordinal);
                topic = TopicOf(end < 0 ? rest[Category.Length..] : rest[Category.Length..end]);
                rest = end < 0 ? "" : rest[(end + 1)..].TrimStart();
            }

            if (rest.Length > 0)
            {
                ReadQuestion(block with { Text = rest });
            }
        }
    }

    /// <summary>The last name of a category's path; a doubled slash is a slash of the name.</summary>
    internal static string TopicOf(string category)
    {
        var name = category.Trim().Replace("//", "\u0001", StringComparison.Ordinal).Split('/')[^1].Replace('\u0001', '/').Trim();
        return name is "$course$" or "$system$" or "top" ? "" : name;
    }

    private void ReadQuestion(GiftBlock block)
    {
        var (title, body) = TitleOf(block.Text);
        var place = new BankPlace(PlaceKind.Line, block.Line);
        var open = GiftText.Find(body, "{");
        var close = open < 0 ? -1 : GiftText.Find(body, "}", open + 1);
        if (open < 0)
        {
            builder.Leave(place, "description", body, "Đoạn mô tả, không phải câu hỏi.", "A description, not a question.");
            return;
        }

        if (close < 0)
        {
            builder.Add(BankProblems.Row(place, "Dấu { không có dấu } đóng.", "A { has no } that closes it."));
            return;
        }

        var (format, stem) = GiftText.FormatOf(body[..open].Trim(), "moodle");
        var tail = body[(close + 1)..].Trim();
        var text = GiftText.Plain(tail.Length > 0 ? $"{stem} _____ {tail}" : stem, format);
        var draft = new Draft(place)
        {
            Code = block.Id ?? title,
            Topic = topic,
            Text = text.Text,
            Difficulty = block.Tags.Select(tag => DifficultyWords.Read(tag.Replace("difficulty-", "", StringComparison.Ordinal))).FirstOrDefault(found => found is not null),
            KeepOrder = block.Tags.Contains("keep-order", StringComparer.Ordinal),
        };
        ReadTags(block, draft);
        Answers(draft, body[(open + 1)..close], format);
    }

    private static void ReadTags(GiftBlock block, Draft draft)
    {
        foreach (var tag in block.Tags)
        {
            var (name, value) = tag.Split('-', 2) is [var first, var second] ? (first, second) : (tag, "");
            if (name == "words" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var words))
            {
                draft.Words = words;
            }
            else if (name == "point" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var point) && point is >= 0 and <= 100_000)
            {
                draft.Point = point;
            }
        }
    }

    private static (string? Title, string Body) TitleOf(string text)
    {
        var end = text.StartsWith("::", StringComparison.Ordinal) ? Colons(text, 2) : -1;
        return end < 0 ? (null, text) : (GiftText.Plain(text[2..end], "plain").Text, text[(end + 2)..]);
    }

    private static int Colons(string text, int start)
    {
        for (var at = GiftText.Find(text, ":", start); at >= 0; at = GiftText.Find(text, ":", at + 1))
        {
            if (at + 1 < text.Length && text[at + 1] == ':')
            {
                return at;
            }
        }

        return -1;
    }

    private void Answers(Draft draft, string raw, string format)
    {
        var general = General(raw);
        var answers = (general < 0 ? raw : raw[..general]).Trim();
        draft.Explanation = general < 0 ? null : GiftText.Plain(raw[(general + 4)..], format).Text;
        if (answers.Length == 0)
        {
            draft.Words ??= 0;
            builder.Add(draft);
        }
        else if (answers[0] == '#')
        {
            GiftNumber.Read(draft, answers[1..].Trim(), builder);
        }
        else if (TruthOf(answers) is { } truth)
        {
            TrueFalse.Fill(draft, truth);
            builder.Add(draft);
        }
        else
        {
            Choices(draft, GiftAnswer.Of(answers, format));
        }
    }

    private void Choices(Draft draft, List<GiftAnswer> answers)
    {
        if (answers.TrueForAll(answer => answer.Right) && answers.Exists(answer => answer.IsPair))
        {
            builder.Leave(draft.Place, "matching", draft.Text, "Câu ghép đôi.", "A matching question.");
        }
        else if (answers.TrueForAll(answer => answer.Right))
        {
            builder.Leave(draft.Place, "short answer", draft.Text, "Câu trả lời ngắn: máy không chấm chữ do thí sinh gõ.", "A short answer: typed words are not marked here.");
        }
        else
        {
            draft.Choices.AddRange(answers.Select(answer => new DraftChoice(answer.Text)));
            Weights.Apply(draft, [.. answers.Select(answer => answer.Weight ?? (answer.Right ? 100 : 0))], several: false);
            if (answers.Exists(answer => answer.Feedback.Length > 0))
            {
                draft.Problems.Add(QuestionProblems.FeedbackLost(draft.Place));
            }

            builder.Add(draft);
        }
    }

    private static int General(string raw)
    {
        for (var at = GiftText.Find(raw, "#"); at >= 0; at = GiftText.Find(raw, "#", at + 1))
        {
            if (raw.AsSpan(at).StartsWith("####"))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool? TruthOf(string answers)
    {
        var end = GiftText.Find(answers, "#");
        return (end < 0 ? answers : answers[..end]).Trim().ToUpperInvariant() switch
        {
            "T" or "TRUE" => true,
            "F" or "FALSE" => false,
            _ => null,
        };
    }
}
