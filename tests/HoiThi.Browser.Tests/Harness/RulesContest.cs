using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>The demo's contest with three rounds that are open at once: written answers, a timed paper, a live sitting.</summary>
internal static class RulesContest
{
    public const int Written = 1;
    public const int Timed = 2;
    public const int Live = 3;
    public const int Seconds = 7;

    /// <summary>Writes the folder; the live sitting opens at <paramref name="opens"/>, which is a whole minute.</summary>
    public static TemporaryFolder Folder(DateTimeOffset opens)
    {
        var folder = new TemporaryFolder();
        var demo = ContestFolder.Read(Checkout.Demo).Require();
        var contest = demo.Contest;
        var timed = contest.Paper with { SecondsPerQuestion = Seconds, GraceSeconds = 5 };
        ValueList<BlueprintLine> four = [contest.Rounds[0].Blueprint[0] with { Count = 4 }];
        ValueList<CalendarEntry> today = [new SingleWindow(Local(opens.AddHours(-2)), Local(opens.AddHours(2)))];
        var rounds = contest.Rounds.Take(3).ToArray();
        var changed = contest with
        {
            Rounds =
            [
                rounds[0] with
                {
                    Calendar = today,
                    Blueprint = [],
                    Paper = contest.Paper with { ShuffleQuestions = false },
                },
                rounds[1] with { Calendar = today, Blueprint = [four[0] with { Topic = rounds[1].Blueprint[0].Topic }], Paper = timed },
                rounds[2] with
                {
                    Calendar = [new SingleWindow(Local(opens), Local(opens.AddMinutes(30)))],
                    Blueprint = [four[0] with { Topic = rounds[2].Blueprint[0].Topic }],
                    Paper = timed,
                    Live = true,
                    Attempts = new AttemptRules(null, Counting.Best, PerWindow: 1),
                },
            ],
            Prediction = contest.Prediction! with { Place = PredictionPlace.After },
        };
        var bank = demo.Banks[0];
        var several = bank.Questions.First(question => question.Multiple);
        var written = bank with
        {
            Questions =
            [
                bank.Questions[0],
                several,
                bank.Questions[0] with { Code = "SO", Text = new("Thời hạn trả lời tối đa là bao nhiêu ngày làm việc?"), Choices = [], Number = new NumberAnswer(2.5m, 0), Point = 200 },
                bank.Questions[0] with { Code = "TL", Text = new("Anh/chị hãy nêu một sáng kiến cải cách hành chính tại đơn vị mình."), Choices = [], Essay = new EssayAnswer(300), Point = 500 },
            ],
        };
        ContestFolder.Write(demo with { Contest = changed, Banks = [written, demo.Banks[1], demo.Banks[2]] }, folder.Path);
        return folder;
    }

    private static LocalDateTime Local(DateTimeOffset moment) => new(moment.ToOffset(TimeSpan.FromHours(7)).DateTime);
}
