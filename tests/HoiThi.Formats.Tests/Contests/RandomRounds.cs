using CsCheck;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Tests.Contests;

/// <summary>A round with its questions, and those of the division that has its own in it.</summary>
internal sealed record RandomRound(Round Round, QuestionBank Bank, QuestionBank? Special);

/// <summary>Random rounds: their calendars, what they draw, and what is different in them for a division.</summary>
internal static class RandomRounds
{
    private static readonly Gen<LocalDateTime> Minute =
        Gen.Int[0, 50_000_000].Select(minutes => new LocalDateTime(new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(minutes)));

    private static readonly Gen<ValueList<CalendarEntry>> Calendar =
        from opens in Minute
        from lengths in Gen.Int[1, 10_000].Array[1, 3]
        from days in Gen.Shuffle(Enum.GetValues<DayOfWeek>()).Select(Gen.Int[1, 7]).Select((days, count) => days.Take(count).OrderBy(day => ((int)day + 6) % 7))
        from hours in Gen.Select(Gen.Int[0, 1439], Gen.Int[0, 1440])
        from span in Gen.Int[14, 60]
        from except in Gen.Int[0, 6].Array[0, 3]
        from pattern in Gen.Bool
        let windows = Windows(opens, lengths)
        let first = DateOnly.FromDateTime(windows[^1].Closes.Value).AddDays(1)
        select pattern
            ? windows.Append<CalendarEntry>(new WeeklyPattern(days.ToValueList(), first, first.AddDays(span), hours.Item1, hours.Item2, except.Select(first.AddDays).ToValueList())).ToValueList()
            : windows.ToValueList<CalendarEntry>();

    /// <summary>A round; its number and file are still to be set.</summary>
    /// <param name="people">For whom its prizes are.</param>
    /// <param name="scope">What its predictions are about.</param>
    /// <param name="division">The division that it may treat differently, or null.</param>
    public static Gen<RandomRound> Round(Gen<Who> people, PredictionScope scope, string? division) =>
        from title in RandomTexts.LocalText
        from theme in RandomTexts.LocalText.Null()
        from calendar in Calendar
        from bank in RandomQuestions.Bank
        from blueprint in Blueprint(bank)
        from live in Gen.Bool
        from paper in RandomRules.Paper.Null(0.5)
        from attempts in RandomRules.Attempts.Null(0.5)
        from prediction in RandomRules.Prediction(scope, division is not null).Null(0.5)
        from chain in RandomRules.Chain(prediction: true).Null(0.5)
        from prizes in RandomRules.Prizes(people).Null(0.5)
        from special in Special(people, scope, division).Null(0.5)
        let round = new Round(1, title, theme, calendar, "?", blueprint, false, false, paper, attempts, prediction, chain, prizes, [])
        let own = special is null || division is null ? round : round with { Divisions = [special.Item1] }
        select live
            ? new RandomRound(Live(round, paper), bank, null)
            : new RandomRound(own, bank, own.Divisions.Count > 0 && own.Divisions[0].QuestionFile is not null ? special!.Item2 : null);

    /// <summary>The round as one for practice.</summary>
    public static RandomRound Practised(this RandomRound round) => round with
    {
        Round = round.Round with
        {
            Practice = true,
            Prediction = null,
            Prizes = null,
            Divisions = round.Round.Divisions.Select(own => own with { Prediction = null, Prizes = null }).ToValueList(),
        },
    };

    private static Gen<Tuple<RoundDivision, QuestionBank>> Special(Gen<Who> people, PredictionScope scope, string? division) =>
        from bank in RandomQuestions.Bank
        from blueprint in Blueprint(bank)
        from other in Gen.Bool
        from paper in RandomRules.Paper.Null(0.5)
        from attempts in RandomRules.Attempts.Null(0.5)
        from prediction in RandomRules.Prediction(scope, divisions: true).Null(0.5)
        from chain in RandomRules.Chain(prediction: true).Null(0.5)
        from prizes in RandomRules.Prizes(people).Null(0.5)
        select Tuple.Create(
            new RoundDivision(division ?? "?", other ? "?" : null, other ? blueprint : [], paper, attempts, prediction, chain, prizes),
            bank);

    private static Round Live(Round round, PaperRules? paper) => round with
    {
        Live = true,
        Paper = (paper ?? new PaperRules(10, 5, true, true)) with { SecondsPerQuestion = 12 },
        Attempts = new AttemptRules(null, Counting.Sum, PerWindow: 1),
    };

    private static Gen<ValueList<BlueprintLine>> Blueprint(QuestionBank bank) => Gen.Select(Gen.Int[0, 2], Gen.Int[1, 100_000].Nullable(0.5)).Select((kind, point) =>
        kind == 0
            ? (ValueList<BlueprintLine>)[]
            : [new BlueprintLine(bank.Questions[0].Topic, kind == 1 ? null : bank.Questions[0].Difficulty, 1, point)]);

    private static List<SingleWindow> Windows(LocalDateTime opens, int[] minutes)
    {
        var windows = new List<SingleWindow>();
        foreach (var length in minutes)
        {
            var closes = new LocalDateTime(opens.Value.AddMinutes(length));
            windows.Add(new SingleWindow(opens, closes));
            opens = new LocalDateTime(closes.Value.AddMinutes(length / 2));
        }

        return windows;
    }
}
