using System.Globalization;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Prizes;
using HoiThi.Core.Ranking;
using HoiThi.Core.Tests.Prizes;
using HoiThi.Core.Tests.Ranking;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>
/// Contestants as a small table: the first line names the columns, "-" is nothing. Points are whole, times "mm:ss.f",
/// moments "hh:mm:ss" or "d.hh:mm:ss", birth dates "yyyy-MM-dd"; barred and complete are yes or no.
/// </summary>
internal sealed class Field
{
    private readonly Dictionary<ContestantId, string> names = [];
    private readonly Dictionary<ContestantId, TestPerson> people = [];

    public Field(string table, int questions = 20)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Cells).ToArray();
        Questions = questions;
        Standings = [.. lines.Skip(1).Select((cells, index) => Read(lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal), index + 1))];
    }

    public int Questions { get; }

    public Standing[] Standings { get; }

    public string NameOf(ContestantId contestant) => names[contestant];

    public IPrizePerson PersonOf(Candidate candidate) => people[candidate.Contestant];

    /// <summary>What the field counts to, as the prediction's truth takes it.</summary>
    public Tally Counts => Standings.Aggregate(default(Tally), (sum, standing) => sum + Tally.Of(standing));

    /// <summary>Names in the order of a chain.</summary>
    public string Order(ValueList<RankingKey> chain, Revealed? revealed = null) =>
        string.Join(' ', Ranked.Order(chain, Standings, revealed ?? Revealed.Nothing).Select(line => NameOf(line.Standing.Contestant)));

    public PrizeList List(PrizeRules rules, ValueList<RankingKey> chain, Revealed? revealed = null, int round = 1, ValueList<Prize>? prizes = null) => new(
        round,
        prizes ?? (round == 0 ? rules.Contest : rules.Round),
        rules,
        [.. Ranked.Order(chain, Standings, revealed ?? Revealed.Nothing).Select(Candidate.Of)],
        candidate => candidate.Correct == Questions,
        RankKeyLaws.Seed);

    /// <summary>One list's awards: a line a prize, as in "Nhất: An", then who was passed over and why.</summary>
    public string Awards(PrizeRules rules, ValueList<RankingKey> chain, Revealed? revealed = null) =>
        Said(PrizeGiving.Give([List(rules, chain, revealed)], rules.Limit, PersonOf, new HashSet<ContestantId>())[0]);

    public string Said(Awarding awarding) => string.Join('\n', awarding.List.Prizes
        .Select((prize, index) => $"{prize.Name}: {string.Join(' ', awarding.Awards.Where(award => award.PrizeIndex == index).Select(award => NameOf(award.Candidate.Contestant)))}".TrimEnd())
        .Concat(awarding.PassedOver.Select(line => $"{NameOf(line.Candidate.Contestant)} {line.Reason}"))
        .Concat(awarding.Substitutes.Count == 0 ? [] : [$"Dự bị: {string.Join(' ', awarding.Substitutes.Select(each => NameOf(each.Contestant)))}"]));

    public static PrizeRules Rules(string prizes, PrizeLimit limit = PrizeLimit.OncePerRound, int? winnersAtMost = null, PrizeConditions? conditions = null) =>
        new(Prizes(prizes), [], limit, winnersAtMost, BarredRounds: 0, conditions, Substitutes: 0);

    /// <summary>Prizes written as "Nhất 1, Nhì 2", a count of * for everybody.</summary>
    public static ValueList<Prize> Prizes(string text) => text.Split(", ").Select(each => each.Split(' '))
        .Select(parts => A.Prize(parts[0], parts[1] == "*" ? null : int.Parse(parts[1], CultureInfo.InvariantCulture))
            with
        { Amount = parts.Length > 2 ? long.Parse(parts[2], CultureInfo.InvariantCulture) * 1000 : null }).ToValueList();

    private Standing Read(Dictionary<string, string> cells, int number)
    {
        var contestant = A.Contestant(number);
        names[contestant] = Text("name")!;
        people[contestant] = new TestPerson
        {
            Division = Text("division"),
            Unit = Text("unit") ?? "",
            TopUnit = Text("unit") ?? "",
            BirthDate = Text("born") is { } born ? DateOnly.Parse(born, CultureInfo.InvariantCulture) : null,
            IsComplete = Text("complete") != "no",
            KeptOut = Text("barred") == "yes" ? ListRole.Barred : null,
        };
        return A.Standing(
            number,
            score: (Number("score") ?? Number("correct") ?? 0) * 100,
            time: Duration(Text("time")),
            submitted: Moment("submitted"),
            prediction: Number("guess"),
            correct: Number("correct") ?? Number("score") ?? 0,
            attempts: Number("attempts") ?? 1,
            perfect: Number("perfect") ?? (Number("correct") == Questions ? 1 : 0),
            registered: Moment("registered")) with
        { Started = Moment("started") };

        string? Text(string column) => cells.TryGetValue(column, out var cell) && cell != "-" ? cell : null;
        int? Number(string column) => Text(column) is { } cell ? int.Parse(cell, CultureInfo.InvariantCulture) : null;
        long Moment(string column) => Text(column) is { } cell ? (long)TimeSpan.Parse(cell, CultureInfo.InvariantCulture).TotalMilliseconds : 0;
    }

    private static long Duration(string? cell) => cell?.Split(':') is [var minutes, var seconds]
        ? (int.Parse(minutes, CultureInfo.InvariantCulture) * 60_000L) + (long)(decimal.Parse(seconds, CultureInfo.InvariantCulture) * 1000)
        : 0;

    private static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
