using System.Globalization;
using HoiThi.Core.Collective;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Units;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>
/// Units as a small table: the first line names the columns of code, kind, heads, people, attempts, points (their sum),
/// perfect, must (as 3/4: of four on compulsory lists three took part), prizes (first prizes/second/…), publicity and
/// best (scores with commas). A kind is its own block.
/// </summary>
internal sealed class UnitField
{
    private readonly Dictionary<int, UnitFigures> figures = [];

    public UnitField(string table, ValueList<SizeBand>? sizes = null, ValueList<ParticipationTarget>? targets = null)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var units = lines.Skip(1).Select((cells, index) => Read(lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal), index + 1)).ToValueList();
        var kinds = units.Select(unit => unit.Kind).Distinct(StringComparer.Ordinal).ToArray();
        Tree = new UnitTree(units);
        Rules = new UnitRules(
            "units.csv",
            kinds.Select(kind => new Block(kind, A.Text(kind))).ToValueList(),
            kinds.Select(kind => new UnitKind(kind, A.Text(kind), kind)).ToValueList(),
            sizes ?? [],
            targets ?? []);
    }

    public UnitTree Tree { get; }

    public UnitRules Rules { get; }

    public CollectiveBoard Board(CollectiveAward award) => CollectiveBoard.Of(award, Rules, Tree, number => figures[number]);

    /// <summary>A line a group, as in "agency: A=85 B=70 | C": places in order with scores, * for a prize, + for part 2, then who is kept out.</summary>
    public string Said(CollectiveAward award) => string.Join('\n', Board(award).Groups.Select(group =>
        $"{(group.Code is null ? "" : group.Code + ": ")}{string.Join(' ', group.Units.Where(unit => unit.Place is not null).Select(Said))}"
        + (group.Units.Any(unit => unit.Place is null) ? " | " + string.Join(' ', group.Units.Where(unit => unit.Place is null).Select(unit => unit.Unit.Code)) : "")));

    /// <summary>An award of plain terms.</summary>
    public static CollectiveAward Award(
        string prizes, CollectiveGroup per = CollectiveGroup.All, ValueList<Gate>? gates = null, ValueList<Term>? score = null,
        ValueList<Measure>? tieBreak = null, int advance = 0) => new(
            "a", A.Text("Tập thể"), new UnitFilter(UnitLevel.Top, [], [], []), per, gates ?? [], score ?? [Term(Measure.Share)], tieBreak ?? [],
            Field.Prizes(prizes).Select(prize => new CollectivePrize(prize.Name, prize.Count!.Value, null)).ToValueList(), advance);

    public static Term Term(Measure measure, int weight = 100) => new(measure, weight, null, [], [], null);

    public static Gate AtLeast(Measure measure, int count) => new(null, Target: false, Compulsory: false, new GateMeasure(measure, count));

    public static Gate ShareOf(int percent) => new(percent, Target: false, Compulsory: false, null);

    public static Gate Compulsory { get; } = new(null, Target: false, Compulsory: true, null);

    public static Gate Target { get; } = new(null, Target: true, Compulsory: false, null);

    private static string Said(UnitOutcome unit) => $"{unit.Unit.Code}={unit.Score.ToString().Replace(",", "", StringComparison.Ordinal)}{(unit.Prize is null ? "" : "*")}{(unit.Advances ? "+" : "")}";

    private Unit Read(Dictionary<string, string> cells, int number)
    {
        var must = Text("must")?.Split('/') ?? ["0", "0"];
        figures[number] = new UnitFigures(
            new Tally(Number("people"), Text("attempts") is null ? Number("people") : Number("attempts"), Number("perfect"), Number("perfect"), Number("points") * 100),
            new Share(int.Parse(must[0], CultureInfo.InvariantCulture), int.Parse(must[1], CultureInfo.InvariantCulture)),
            (Text("prizes")?.Split('/') ?? []).Select(each => int.Parse(each, CultureInfo.InvariantCulture)).ToValueList(),
            Number("publicity") * 100,
            (Text("best")?.Split(',') ?? []).Select(each => int.Parse(each, CultureInfo.InvariantCulture) * 100).ToValueList());
        return A.Unit(cells["code"], headcount: Number("heads"), kind: Text("kind") ?? "all");

        string? Text(string column) => cells.TryGetValue(column, out var cell) && cell != "-" ? cell : null;
        int Number(string column) => int.Parse(Text(column) ?? "0", CultureInfo.InvariantCulture);
    }
}
