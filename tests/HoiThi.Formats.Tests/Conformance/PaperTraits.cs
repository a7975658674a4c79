using HoiThi.Core.Contests;
using static HoiThi.Formats.Tests.Conformance.Traits;

namespace HoiThi.Formats.Tests.Conformance;

/// <summary>Papers, time and attempts.</summary>
internal static class PaperTraits
{
    public static IEnumerable<Trait> All =>
    [
        .. In("9. Paper",
        [
            .. new[] { 4, 6, 10, 15, 20, 30, 50 }.Select(count => ($"{count} questions", Is(facts => facts.Paper(count, 0, prediction: false)))),
            .. new[] { 9, 10, 15, 19, 20, 30 }.Select(count => ($"{count} + 1 (a prediction)", Is(facts => facts.Paper(count, 0, prediction: true)))),
            ("20 + 1 essay", facts => facts.Paper(20, 1, prediction: false)),
            ("20 + 2 essays", facts => facts.Paper(20, 2, prediction: false)),
            ("random draw", facts => facts.Rules.Any(facts.Draws)),
            ("one fixed set for everybody", facts => facts.Rules.Any(rules => !facts.Draws(rules))),
            ("a bank for each class", facts => facts.Contest.Rounds.Any(round => round.Divisions.Any(own => own.QuestionFile is not null))),
            ("one bank for all rounds", facts => facts.Contest.Rounds.Count > 1 && facts.Contest.Rounds.DistinctBy(round => round.QuestionFile, StringComparer.Ordinal).Count() == 1),
            ("difficulty levels", facts => facts.Rules.Any(rules => rules.Blueprint.Any(line => line.Difficulty is not null))),
            ("questions in order", facts => facts.Rules.Any(rules => !rules.Paper.ShuffleQuestions)),
            ("2 options", facts => facts.Questions.Any(question => question.Choices.Count == 2)),
            ("several right options", facts => facts.Questions.Any(question => question.Multiple)),
            ("a number as the answer", facts => facts.Questions.Any(question => question.Number is not null)),
            ("free text that is not scored", facts => facts.Questions.Any(question => question is { Essay: not null, Point: 0 })),
        ]),
        .. In("10. Time",
        [
            .. new[] { 5, 10, 15, 20, 30, 45 }.Select(minutes => ($"{minutes} minutes", Is(facts => facts.Rules.Any(rules => rules.Paper.Minutes == minutes)))),
            ("10 seconds a question", facts => facts.Rules.Any(rules => rules.Paper.SecondsPerQuestion == 10)),
            ("answers cannot be changed", facts => facts.Rules.Any(rules => !rules.Paper.ChangeAnswers)),
        ]),
        .. In("11. Attempts",
        [
            ("1 a contest", facts => facts.Rules.Any(rules => rules.Attempts.PerContest == 1)),
            .. new[] { 1, 2, 3 }.Select(count => ($"{count} a round", Is(facts => facts.Rules.Any(rules => rules.Attempts.PerRound == count)))),
            ("2 a week and 6 a round", facts => facts.Rules.Any(rules => rules.Attempts is { PerWeek: 2, PerRound: 6 })),
            ("7 a week", facts => facts.Rules.Any(rules => rules.Attempts.PerWeek == 7)),
            ("a limit a day", facts => facts.Rules.Any(rules => rules.Attempts.PerDay is not null)),
            ("1 a sitting", facts => facts.Rules.Any(rules => rules.Attempts.PerWindow == 1)),
            ("without limit", facts => facts.Rules.Any(rules => rules.Attempts is { PerDay: null, PerWeek: null, PerWindow: null, PerRound: null, PerContest: null })),
        ]),
        .. In("12. Which counts",
        [
            .. Enum.GetValues<Counting>().Select(counts => (Word(counts), Is(facts => facts.Rules.Any(rules => rules.Attempts.Counts == counts)))),
        ]),
    ];
}
