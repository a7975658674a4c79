using HoiThi.Core;
using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>A list of prizes with the rules that hold for it.</summary>
/// <param name="Path">Where it is written.</param>
/// <param name="Prizes">The prizes.</param>
/// <param name="Rules">The limit, the conditions and so on.</param>
/// <param name="Division">The code of the division that alone has it, or null.</param>
internal sealed record PrizeList(string Path, ValueList<Prize> Prizes, PrizeRules Rules, string? Division)
{
    /// <summary>Every list of the contest; one for a round is there once for each rule it is given by.</summary>
    public static IEnumerable<PrizeList> Of(Contest contest)
    {
        var owners = contest.Divisions.Index().Where(own => own.Item.Prizes is not null).ToList();
        IEnumerable<PrizeList> general =
        [
            .. Both("prizes", contest.Prizes, null),
            .. owners.SelectMany(own => Both($"divisions[{own.Index}].prizes", own.Item.Prizes!, own.Item.Code)),
            .. contest.Stages.Index().Select(stage => new PrizeList($"stages[{stage.Index}].prizes", stage.Item.Prizes, contest.Prizes, null)),
        ];
        return general.Concat(contest.Rounds.Index().SelectMany(round => OfRound(contest, round.Item, $"rounds[{round.Index}]")));
    }

    private static IEnumerable<PrizeList> Both(string path, PrizeRules rules, string? division) =>
        [new($"{path}.round", rules.Round, rules, division), new($"{path}.contest", rules.Contest, rules, division)];

    private static IEnumerable<PrizeList> OfRound(Contest contest, Round round, string path)
    {
        var rules = contest.Divisions.Count == 0
            ? [contest.Prizes]
            : contest.Divisions.Select(division => division.Prizes ?? contest.Prizes).Distinct().ToList();
        var own = from rule in rules where round.Prizes is not null select new PrizeList($"{path}.prizes", round.Prizes!, rule, null);
        var special =
            from each in round.Divisions.Index()
            where each.Item.Prizes is not null
            let division = contest.Divisions.FirstOrDefault(division => division.Code == each.Item.Division)
            let general = division?.Prizes ?? contest.Prizes
            select new PrizeList($"{path}.divisions[{each.Index}].prizes", each.Item.Prizes!, general, each.Item.Division);
        return own.Concat(special);
    }
}
