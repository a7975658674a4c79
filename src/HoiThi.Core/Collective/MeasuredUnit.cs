using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Units;

namespace HoiThi.Core.Collective;

/// <summary>A unit with all that is counted of it, at the level an award compares.</summary>
internal sealed record MeasuredUnit(int Number, Unit Unit, UnitFigures Figures, Share Share, Share Compulsory, ValueList<GateOutcome> Gates)
{
    public bool IsConsidered => Gates.All(gate => gate.Passed);

    public static MeasuredUnit Of(CollectiveAward award, UnitClasses classes, UnitTree tree, int number, Func<int, UnitFigures> figures)
    {
        int[] parts = award.Among.Level == UnitLevel.Top ? tree.SubtreeOf(number).ToArray() : [number];
        var sum = UnitFigures.Sum([.. parts.Select(figures)]);
        var measured = new MeasuredUnit(
            number,
            tree[number],
            sum,
            new Share(sum.Counts.People, parts.Sum(part => (long)tree[part].Headcount)),
            parts.Where(part => classes.KindOf(part).Compulsory).Select(Everybody).Aggregate(sum.Compulsory, (left, right) => left + right),
            []);
        return measured with { Gates = award.Gates.Select(gate => measured.Pass(award, gate, classes.TargetOf(number))).ToValueList() };

        // More people than the headcount of one unit cannot stand in for those who are missing in another.
        Share Everybody(int part) => new(Math.Min(figures(part).Counts.People, tree[part].Headcount), tree[part].Headcount);
    }

    /// <summary>What a measure is for the unit, places in lists apart.</summary>
    public Exact ValueOf(Measure measure, Term? term) => measure switch
    {
        Measure.Share => Share.Headcount == 0 ? default : Exact.Of(Math.Min(Share.People, Share.Headcount) * 100, Share.Headcount),
        Measure.Entrants => Exact.Of(Figures.Counts.People),
        Measure.Attempts => Exact.Of(Figures.Counts.Attempts),
        Measure.AverageScore => Figures.Counts.People == 0 ? default : Exact.Of(Figures.Counts.Score, Figures.Counts.People * 100),
        Measure.TotalScore => Exact.Of(Figures.Counts.Score, 100),
        Measure.BestTotal => Exact.Of(Figures.BestScores.Take(term?.Best ?? 1).Sum(score => (long)score), 100),
        Measure.PerfectPeople => Exact.Of(Figures.Counts.PerfectPeople),
        Measure.Winners => Exact.Of(Figures.Prizes.Sum()),
        Measure.FirstPrizes => Exact.Of(Figures.Prizes.ElementAtOrDefault(0)),
        Measure.PrizePoints => Exact.Of(Figures.Prizes.Zip(term?.Points ?? [], (count, points) => (long)count * points).Sum()),
        Measure.Registered => Exact.Of(Figures.Registered),
        Measure.Publicity => Exact.Of(Figures.Publicity, 100),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "measured by places among units only"),
    };

    private GateOutcome Pass(CollectiveAward award, Gate gate, int? target) => gate switch
    {
        { Share: { } percent } => Reaches(percent),
        { Target: true } => target is { } owed
            ? Reaches(owed)
            : new GateOutcome(Passed: true, new("không có chỉ tiêu tham gia riêng", "has no participation target")),
        { Compulsory: true } => CollectiveWords.Everybody(Compulsory),
        { AtLeast: { } least } => CollectiveWords.AtLeast(
            least, award.Score.FirstOrDefault(term => term.Measure == least.Measure), term => ValueOf(least.Measure, term)),
        _ => throw new ArgumentException("A gate asks for nothing.", nameof(gate)),
    };

    private GateOutcome Reaches(int percent) => CollectiveWords.Reaches(Share, percent);
}
