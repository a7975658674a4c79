using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>The rules of a round for a division with the places where they are written, so that a mistake is shown there.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Index">The round's index, from 0.</param>
/// <param name="Division">The division's index, from 0; 0 where there are none.</param>
internal sealed record RulesInPlace(Contest Contest, int Index, int Division)
{
    /// <summary>The rules.</summary>
    public ContestRules Rules { get; } = ContestRules.Of(Contest, Index + 1, Division);

    public Round Round => Contest.Rounds[Index];

    public string Path => $"rounds[{Index}]";

    public string PaperPath => Place("paper", Special?.Paper, Round.Paper, Own?.Paper, "paper");

    public string AttemptsPath => Place("attempts", Special?.Attempts, Round.Attempts, Own?.Attempts, "attempts");

    public string ChainPath => Place("chain", Special?.Chain, Round.Chain, Own?.Ranking, "ranking.round");

    /// <summary>What is written of the division in the round.</summary>
    public RoundDivision? Special => Own is null ? null : Round.Divisions.FirstOrDefault(each => each.Division == Own.Code);

    private Division? Own => Division < Contest.Divisions.Count ? Contest.Divisions[Division] : null;

    /// <summary>Every round for every division.</summary>
    public static IEnumerable<RulesInPlace> Of(Contest contest) =>
        from round in Enumerable.Range(0, contest.Rounds.Count)
        from division in Enumerable.Range(0, Math.Max(1, contest.Divisions.Count))
        select new RulesInPlace(contest, round, division);

    private string Place(string key, object? special, object? round, object? division, string general) =>
        special is not null ? $"{Path}.divisions[{IndexOfSpecial}].{key}"
        : round is not null ? $"{Path}.{key}"
        : division is not null ? $"divisions[{Division}].{general}"
        : general;

    private int IndexOfSpecial => Round.Divisions.Index().First(pair => pair.Item == Special).Index;
}
