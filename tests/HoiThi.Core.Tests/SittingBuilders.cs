using System.Globalization;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests;

internal static partial class A
{
    public const long Registered = Opens - 1000;

    public static Sitting Sitting(RoundRules round, int contestant = 1, Elsewhere? elsewhere = null) =>
        new(round, Contestant(contestant), unit: 1, Registered, [], null, null, elsewhere);

    /// <summary>The sitting as the next batch loads it: from what the database would hold, answers as bytes.</summary>
    public static Sitting Reloaded(RoundRules round, Sitting sitting, Standing? contest = null) =>
        Loaded(round, sitting, contest ?? sitting.ContestStanding);

    public static Sitting Loaded(RoundRules round, Sitting sitting, Standing? contest, Elsewhere? elsewhere = null) => new(
        round,
        sitting.Contestant,
        unit: 1,
        Registered,
        sitting.Attempts.Reverse().Select(attempt => attempt with
        {
            Answers = AnswerSheet.Read(
                attempt.Answers.ToBytes(), attempt.Answers.Prediction, attempt.Answers.PredictionSequence, attempt.Answers.WrittenToBytes()),
        }),
        sitting.Standing,
        contest,
        elsewhere);

    /// <summary>Ticks that answer the first <paramref name="count"/> questions of the attempt's paper right.</summary>
    public static AnswerChange[] RightAnswers(RoundRules round, AttemptId attempt, int count, int sequence = 1)
    {
        var paper = Paper.Draw(round.Sets[0], attempt);
        return [.. Enumerable.Range(0, count).Select(place =>
            new AnswerChange(place, paper.Lines[place].ToShown(paper.QuestionAt(place).Key), sequence))];
    }

    /// <summary>Windows written as "2023-10-23 07:30/2023-10-23 17:30".</summary>
    public static ValueList<Window> Windows(params string[] windows) => windows.Select(text =>
    {
        var ends = text.Split('/');
        return new Window(Local(ends[0]), Local(ends[1]));
    }).ToValueList();

    public static LocalDateTime Local(string text) => new(DateTime.Parse(text, CultureInfo.InvariantCulture));

    /// <summary>A contest with a round for each list of windows.</summary>
    public static Contest Contest(string zone, params ValueList<Window>[] rounds) =>
        Contest(zone, rounds.Select(windows => windows
            .Select(window => (CalendarEntry)new SingleWindow(window.Opens, window.Closes)).ToValueList()).ToArray());

    /// <summary>A contest with a round for each calendar.</summary>
    public static Contest Contest(string zone, params ValueList<CalendarEntry>[] rounds) => new(
        "contest",
        Text("Contest"),
        Text("Contest"),
        Text("Organiser"),
        Summary: null,
        zone,
        new UnitRules("units.csv", [], [], [], []),
        new RegistrationRules(null, JoinMethod.Open, "citizen-id", Text("consent"), [], null, null, null, null),
        new PaperRules(20, 30, ShuffleQuestions: true, ShuffleChoices: true),
        new AttemptRules(2, Counting.Best),
        Prediction: null,
        new RankingRules(UsualChain, ContestChain),
        new PrizeRules([], [], PrizeLimit.OncePerRound, null, 0, null, 0),
        new PublicationRules(Moment.AtOnce, Moment.AfterRound, Moment.AtOnce),
        rounds
            .Select((calendar, index) => new Round(
                index + 1, Text($"Round {index + 1}"), null, calendar, "q.yaml", [new BlueprintLine("t", null, 4)],
                Practice: false, Live: false, null, null, null, null, null, []))
            .ToValueList(),
        [],
        [],
        [],
        [],
        [],
        [],
        []);
}
