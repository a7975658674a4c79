using System.Security.Cryptography;
using System.Text;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Questions;
using HoiThi.Server.Questions.Pages;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Manage.Sealing;

/// <summary>A set that could be sealed.</summary>
/// <param name="Bank">The approved questions that a paper can draw, under the codes that they have in the contest.</param>
/// <param name="Codes">Their codes in the bank.</param>
/// <param name="Bundle">The contest with them.</param>
/// <param name="Mistakes">Why it cannot be sealed; empty where it can.</param>
internal sealed record SealDraft(QuestionBank Bank, ValueList<string> Codes, ContestBundle Bundle, ValueList<LocalText> Mistakes)
{
    /// <summary>SHA-256 of the question file.</summary>
    public string Questions { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(QuestionsYaml.Write(Bank))));

    /// <summary>The draft of a request, from the bank as it is now.</summary>
    public static async Task<SealDraft> OfAsync(HoiThiContext context, ContestStore store, LiveContest contest, SealRequest request)
    {
        var bundle = (await store.ExportAsync(contest.Definition.Slug))!;
        return Of(bundle, await context.ApprovedAsync(contest.Number, request.Filter), request);
    }

    internal static SealDraft Of(ContestBundle bundle, QuestionBank approved, SealRequest request)
    {
        var others = OthersOf(bundle, request.Place);
        var lines = request.Lines;
        var chosen = approved with
        {
            Questions = approved.Questions
                .Where(question => (lines.Count == 0 || lines.Any(line => line.Topic == question.Topic && (line.Difficulty ?? question.Difficulty) == question.Difficulty))
                    && !(request.Unused && others.ContainsKey(question.Code)))
                .ToValueList(),
        };
        var topics = chosen.Questions.Select(question => question.Topic).ToHashSet(StringComparer.Ordinal);
        var bank = new QuestionBank(
            chosen.Topics.Where(topic => topics.Contains(topic.Code)).ToValueList(),
            chosen.Questions.Select(question => Named(question, others, request.Round)).ToValueList());
        var codes = chosen.Questions.Select(question => question.Code).ToValueList();
        var mistakes = Shortages(bank, lines).ToValueList();
        if (mistakes.Count > 0)
        {
            return new SealDraft(bank, codes, bundle, mistakes);
        }

        var sealedBundle = request.Place.Put(bundle, lines, bank);
        return new SealDraft(bank, codes, sealedBundle, sealedBundle.Check().Select(mistake => new LocalText(mistake.ToString())).ToValueList());
    }

    /// <summary>Why a paper cannot be drawn, in the words of the matrix.</summary>
    private static IEnumerable<LocalText> Shortages(QuestionBank bank, ValueList<BlueprintLine> blueprint)
    {
        if (bank.Questions.Count == 0)
        {
            yield return new LocalText("Không có câu hỏi nào đã duyệt khớp với lựa chọn này.", "No approved question matches this choice.");
            yield break;
        }

        var length = blueprint.Count == 0 ? bank.Questions.Count : blueprint.Sum(line => line.Count);
        if (length > SealedSet.LongestPaper)
        {
            yield return new LocalText(
                $"Một đề sẽ có {length} câu; nhiều nhất là {SealedSet.LongestPaper}. Hãy nhập số câu mỗi ô của ma trận.",
                $"A paper would have {length} questions, and {SealedSet.LongestPaper} is the most. Say in the matrix how many are drawn.");
        }

        foreach (var topic in blueprint.GroupBy(line => line.Topic, StringComparer.Ordinal))
        {
            var name = bank.Topics.FirstOrDefault(each => each.Code == topic.Key)?.Name ?? new LocalText(topic.Key);
            var available = bank.Questions.Count(question => question.Topic == topic.Key);
            var few = false;
            foreach (var line in topic.Where(line => line.Difficulty is not null))
            {
                var there = bank.Questions.Count(question => question.Topic == line.Topic && question.Difficulty == line.Difficulty);
                if (line.Count > there)
                {
                    few = true;
                    yield return new LocalText(
                        $"{name.Vi}, {Language.Vietnamese.Difficulty(line.Difficulty!.Value)}: đề rút {line.Count} câu mà chỉ có {there} câu đã duyệt.",
                        $"{name.In(true)}, {line.Difficulty.ToString()!.ToLowerInvariant()}: {line.Count} are drawn, and {there} are approved.");
                }
            }

            if (!few && topic.Sum(line => line.Count) is var wanted && wanted > available)
            {
                yield return new LocalText(
                    $"{name.Vi}: đề rút {wanted} câu mà chỉ có {available} câu đã duyệt.",
                    $"{name.In(true)}: {wanted} are drawn, and {available} are approved.");
            }
        }
    }

    /// <summary>The questions of the other rounds and divisions by their codes.</summary>
    private static Dictionary<string, Question> OthersOf(ContestBundle bundle, SealPlace place) => QuestionSlot.Of(bundle.Contest).Zip(bundle.Banks)
        .Where(pair => pair.First.Round != place.Round - 1 || pair.First.Division != place.Division)
        .SelectMany(pair => pair.Second.Questions)
        .GroupBy(question => question.Code, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>A code is one question in a contest: what another round has in an older version gets a code of its own.</summary>
    private static Question Named(Question question, Dictionary<string, Question> others, int round) =>
        others.TryGetValue(question.Code, out var other) && other != question ? question with { Code = $"{question.Code}.r{round}" } : question;
}
