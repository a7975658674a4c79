using HoiThi.Core.Contests;

namespace HoiThi.Core.Collective;

/// <summary>Ranks the units of one group: the score, then the tie-break, then the unit's code.</summary>
internal static class CollectiveRanking
{
    public static ValueList<UnitOutcome> Of(CollectiveAward award, MeasuredUnit[] units)
    {
        var considered = units.Where(unit => unit.IsConsidered).ToArray();
        var lists = award.Score.Where(term => term.Measure == Measure.RankPoints).Distinct()
            .ToDictionary(term => term, term => RankList.Of(term, considered));
        var lines = considered.Select(unit => Line.Of(award, unit, RankPoints)).OrderBy(line => line).ToArray();
        return
        [
            .. lines.Select((line, index) => line.Outcome(award, index + 1, index == 0 ? null : lines[index - 1])),
            .. units.Where(unit => !unit.IsConsidered).OrderBy(unit => unit.Number).Select(unit => Line.Of(award, unit, (_, _) => []).Outcome(award, null, null)),
        ];

        IEnumerable<RankPlace> RankPoints(Term term, MeasuredUnit unit) =>
            lists[term].Select(list => list.PlaceOf(unit));
    }

    /// <summary>A unit with its score and what decides between equal ones; the better one compares as less.</summary>
    private sealed record Line(MeasuredUnit Unit, ValueList<TermOutcome> Terms, Exact Score, ValueList<Exact> TieBreak) : IComparable<Line>
    {
        public static Line Of(CollectiveAward award, MeasuredUnit unit, Func<Term, MeasuredUnit, IEnumerable<RankPlace>> places)
        {
            var terms = award.Score.Select(term => term.Measure == Measure.RankPoints
                ? CollectiveWords.RankTerm(term, places(term, unit).ToValueList())
                : CollectiveWords.Term(term, unit.ValueOf(term.Measure, term))).ToValueList();
            return new Line(
                unit,
                terms,
                terms.Aggregate(default(Exact), (sum, term) => sum + term.Points),
                award.TieBreak.Select(measure => ValueOf(award, unit, terms, measure)).ToValueList());
        }

        public int CompareTo(Line? other)
        {
            if (other!.Score.CompareTo(Score) is not 0 and var byScore)
            {
                return byScore;
            }

            foreach (var (mine, others) in TieBreak.Zip(other.TieBreak))
            {
                if (others.CompareTo(mine) is not 0 and var byMeasure)
                {
                    return byMeasure;
                }
            }

            return string.CompareOrdinal(Unit.Unit.Code, other.Unit.Unit.Code);
        }

        public UnitOutcome Outcome(CollectiveAward award, int? place, Line? above) => new(
            Unit.Number,
            Unit.Unit,
            Unit.Gates,
            Terms,
            Score,
            place,
            above?.Score == Score ? Parted(award, above) : null,
            place is { } won && Score.Sign > 0 ? PrizeAt(award, won) : null,
            place <= award.Advance && Score.Sign > 0);

        private LocalText Parted(CollectiveAward award, Line above)
        {
            for (var index = 0; index < TieBreak.Count; index++)
            {
                if (above.TieBreak[index] != TieBreak[index])
                {
                    return CollectiveWords.Parted(
                        award.TieBreak[index], TermFor(award, award.TieBreak[index]), above.TieBreak[index], TieBreak[index]);
                }
            }

            return CollectiveWords.PartedByCode;
        }
    }

    // A tie-break is measured as the term of the score with the same measure says: so many best, such points for prizes.
    private static Term? TermFor(CollectiveAward award, Measure measure) => award.Score.FirstOrDefault(term => term.Measure == measure);

    private static Exact ValueOf(CollectiveAward award, MeasuredUnit unit, ValueList<TermOutcome> terms, Measure measure)
    {
        if (measure != Measure.RankPoints)
        {
            return unit.ValueOf(measure, TermFor(award, measure));
        }

        return award.Score.Zip(terms).Where(pair => pair.First.Measure == Measure.RankPoints).Select(pair => pair.Second.Value).FirstOrDefault();
    }

    private static int? PrizeAt(CollectiveAward award, int place)
    {
        for (var index = 0; index < award.Prizes.Count; index++)
        {
            place -= award.Prizes[index].Count;
            if (place <= 0)
            {
                return index;
            }
        }

        return null;
    }
}

/// <summary>A place in a top-N list.</summary>
internal readonly record struct RankPlace(Measure Measure, Exact Value, int? Place, int Points);

/// <summary>A top-N list: who is at which place by one measure, equal values at equal places.</summary>
internal sealed record RankList(Measure Measure, Term Term, Exact[] Descending)
{
    public static IReadOnlyList<RankList> Of(Term term, MeasuredUnit[] units) =>
        [.. term.Ranks.Select(measure => new RankList(measure, term, [.. units.Select(unit => unit.ValueOf(measure, term)).OrderDescending()]))];

    public RankPlace PlaceOf(MeasuredUnit unit)
    {
        var value = unit.ValueOf(Measure, Term);
        var place = Array.FindIndex(Descending, each => each == value) + 1;
        var points = value.Sign > 0 ? Math.Max(0, (Term.Top ?? 0) + 1 - place) : 0;
        return new RankPlace(Measure, value, points > 0 ? place : null, points);
    }
}
