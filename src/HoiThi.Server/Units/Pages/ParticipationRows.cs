using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Search;

namespace HoiThi.Server.Units.Pages;

/// <summary>The rows a visitor asked for: chosen, found and ordered from the snapshot. Without a filter no unit is lost.</summary>
public static class ParticipationRows
{
    public static ValueList<ParticipationLine> Of(ParticipationView view)
    {
        var rows = view.Parent is { } parent ? OwnTable(view, parent) : Board(view);
        var query = new SearchQuery(view.Filter.Query);
        return Order(rows.Where(row => query.Matches(SearchText.Fold(row.Name.Vi), row.Name.Vi)), view.Filter.Sort).OrderByDescending(row => row.Own).ToValueList();
    }

    private static IEnumerable<ParticipationLine> Board(ParticipationView view) => view.Table.TopLevel
        .Where(unit => view.Filter.Block is null || unit.Block == view.Filter.Block)
        .Select(unit => Line(view, unit));

    private static IEnumerable<ParticipationLine> OwnTable(ParticipationView view, UnitParticipation parent)
    {
        // What the unit has itself comes as a row of its own, so that the rows sum to the unit.
        var own = Line(view, parent) with { Own = true, Below = 0, Tally = parent.Own, Share = parent.OwnShare, Target = null, Forecast = null };
        return view.Tree.ChildrenOf(parent.Number).Select(number => Line(view, view.Table[number])).Prepend(own);
    }

    /// <summary>A unit with all below it.</summary>
    public static ParticipationLine Line(ParticipationView view, UnitParticipation unit) => new(
        unit.Unit.Code,
        unit.Unit.Name,
        view.Contest.Units.Kinds.First(kind => kind.Code == unit.Unit.Kind).Name,
        Own: false,
        view.Tree.SubtreeOf(unit.Number).Length - 1,
        unit.Total,
        unit.Share,
        unit.Target,
        unit.Forecast);

    // LINQ's ordering is stable: what is equal stays in the order of the unit list.
    private static IEnumerable<ParticipationLine> Order(IEnumerable<ParticipationLine> rows, ParticipationSort sort) => sort switch
    {
        ParticipationSort.Missing => rows.OrderByDescending(row => row.Missing),
        ParticipationSort.People => rows.OrderByDescending(row => row.Share.People),
        ParticipationSort.Headcount => rows.OrderByDescending(row => row.Share.Headcount),
        ParticipationSort.Average => rows.OrderByDescending(row => row.Average ?? -1),
        ParticipationSort.Name => rows.OrderBy(row => row.Name.Vi, StringComparer.Create(Site.Figures.Culture(Site.Language.Vietnamese), ignoreCase: true)),
        _ => rows.OrderByDescending(row => row.Share, Comparer<Share>.Create(Share.Compare)).ThenByDescending(row => row.Share.People),
    };
}
