using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;

namespace HoiThi.Server.Tests.Harness;

/// <summary>The test contest with rules that it does not have itself.</summary>
internal static class RuleContests
{
    /// <summary>Round 1 has two questions with choices, a number (12,5 ± 0,5, 2 points) and an essay (5 points, 20 words), in the order of the file.</summary>
    public static ContestBundle Written { get; } = With(
        contest => contest with { Paper = contest.Paper with { ShuffleQuestions = false } },
        round => round with { Blueprint = [] },
        bank => bank with
        {
            Questions =
            [
                bank.Questions[0],
                bank.Questions[1],
                bank.Questions[2] with { Code = "SO", Choices = [], Number = new NumberAnswer(12.5m, 0.5m), Point = 200 },
                bank.Questions[3] with { Code = "TL", Choices = [], Essay = new EssayAnswer(20), Point = 500 },
            ],
        });

    /// <summary>Ten seconds a question, two of grace, five questions.</summary>
    public static ContestBundle Timed { get; } = With(contest => contest with
    {
        Paper = contest.Paper with { SecondsPerQuestion = 10, GraceSeconds = 2 },
    });

    /// <summary>The same, live, from 13:30 to 13:45 on Monday and Tuesday of week 1.</summary>
    public static ContestBundle Live { get; } = With(
        contest => contest with { Paper = contest.Paper with { SecondsPerQuestion = 10, GraceSeconds = 2 }, Attempts = new AttemptRules(null, Counting.Best, PerWindow: 1) },
        round => round with
        {
            Live = true,
            Calendar = [new WeeklyPattern([DayOfWeek.Monday, DayOfWeek.Tuesday], new DateOnly(2030, 3, 4), new DateOnly(2030, 3, 5), 810, 825, [])],
        });

    /// <summary>The prediction is asked after the paper, and is about the whole contest.</summary>
    public static ContestBundle PredictedAfter { get; } = With(contest => contest with
    {
        Prediction = contest.Prediction! with { Place = PredictionPlace.After, Scope = PredictionScope.Contest },
    });

    /// <summary>One attempt a day, three in the contest, the mean counts.</summary>
    public static ContestBundle Limited { get; } = With(contest => contest with
    {
        Attempts = new AttemptRules(null, Counting.Average, PerDay: 1, PerContest: 3),
    });

    /// <summary>Round 1 is for practice.</summary>
    public static ContestBundle Practised { get; } = With(round: round => round with { Practice = true });

    /// <summary>Staff with round 1's questions; people with questions and a paper of their own, 10 minutes.</summary>
    public static ContestBundle Divided { get; } = Divide();

    private static ContestBundle With(Func<Contest, Contest>? contest = null, Func<Round, Round>? round = null, Func<QuestionBank, QuestionBank>? bank = null)
    {
        var bundle = TestContest.Bundle;
        var changed = contest?.Invoke(bundle.Contest) ?? bundle.Contest;
        return bundle with
        {
            Contest = changed with { Rounds = [round?.Invoke(changed.Rounds[0]) ?? changed.Rounds[0], changed.Rounds[1]] },
            Banks = [bank?.Invoke(bundle.Banks[0]) ?? bundle.Banks[0], bundle.Banks[1]],
        };
    }

    private static ContestBundle Divide()
    {
        var bundle = TestContest.Bundle;
        var contest = bundle.Contest;
        var own = bundle.Banks[0] with
        {
            Questions = bundle.Banks[0].Questions.Select(question => question with
            {
                Code = "D" + question.Code,
                Text = new("Dành cho người dân: " + question.Text.Vi),
            }).ToValueList(),
        };
        return bundle with
        {
            Contest = contest with
            {
                Divisions =
                [
                    new Division("staff", new("Cán bộ"), new Who([], ["agency"], [], null, null, [], []), Chosen: false, null, null, null, null, null),
                    new Division("people", new("Người dân"), null, Chosen: false, contest.Paper with { Minutes = 10 }, null, null, null, null),
                ],
                Rounds =
                [
                    contest.Rounds[0] with { Divisions = [new RoundDivision("people", "questions/nguoi-dan.yaml", null, null, null, null, null, null)] },
                    contest.Rounds[1],
                ],
            },
            Banks = [.. bundle.Banks, own],
        };
    }
}
