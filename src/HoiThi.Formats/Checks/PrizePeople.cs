using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>There can be people whom a prize is for, and what is asked of them is known.</summary>
internal static class PrizePeople
{
    public static void Check(Contest contest, Scope scope)
    {
        var prizes =
            from list in PrizeList.Of(contest).DistinctBy(list => list.Path, StringComparer.Ordinal)
            from prize in list.Prizes.Index()
            select (Path: $"{list.Path}[{prize.Index}]", Prize: prize.Item, list.Division);
        foreach (var (path, prize, division) in prizes)
        {
            if (prize.By is PrizeOrder.Youngest or PrizeOrder.Oldest)
            {
                BirthDates.CheckDay(contest.Registration, $"{path}.by", scope);
            }

            if (prize.Quotas.Index().FirstOrDefault(quota => quota.Item.By == QuotaClass.Division) is { Item: not null, Index: var quota }
                && contest.Divisions.Count == 0)
            {
                scope.Add(
                    $"{path}.quotas[{quota}].by",
                    "the quota tells divisions apart, and the contest has none",
                    "'divisions' in the contest, or another class");
            }

            if (prize.Who is { } who)
            {
                WhoNames.Check(who, contest, $"{path}.for", scope);
                CheckDivision(who, division, $"{path}.for", scope);
                CheckLists(who, contest, $"{path}.for", scope);
            }
        }
    }

    private static void CheckDivision(Who who, string? division, string path, Scope scope)
    {
        if (division is not null && who.Divisions.Count > 0 && !who.Divisions.Contains(division, StringComparer.Ordinal))
        {
            scope.Add(
                $"{path}.divisions",
                $"the prize is given in the division '{division}' and is for others, so that nobody can win it",
                $"no 'divisions', or {division} among them");
        }
    }

    private static void CheckLists(Who who, Contest contest, string path, Scope scope)
    {
        var winless = contest.Lists.Where(list => list.Role == ListRole.NoPrize).Select(list => list.Code).ToList();
        if (who.Lists.Count > 0 && who.Lists.All(winless.Contains))
        {
            scope.Add($"{path}.lists", "people on a list of the role no-prize win nothing", "a list of another role");
        }
    }
}
