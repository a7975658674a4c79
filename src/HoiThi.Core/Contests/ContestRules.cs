using HoiThi.Core.Questions;

namespace HoiThi.Core.Contests;

/// <summary>
/// The rules of one round for one division after everything that overrides something: what the round says of the division,
/// then the round, then the division, then the contest. In a practice round nothing is guessed and nothing won.
/// </summary>
/// <param name="Round">The round.</param>
/// <param name="Division">The division's index, from 0; 0 where there are none.</param>
/// <param name="QuestionFile">The questions, relative to the contest's folder; null while they are not sealed yet.</param>
/// <param name="Blueprint">What a paper draws; empty: every question of the file.</param>
/// <param name="Paper">How a paper is made.</param>
/// <param name="Attempts">How many attempts there are.</param>
/// <param name="Prediction">What is guessed, or null.</param>
/// <param name="Chain">The chain in the round.</param>
/// <param name="ContestChain">The chain over all rounds.</param>
/// <param name="Prizes">The prizes, those of the round in <see cref="PrizeRules.Round"/>.</param>
public sealed record ContestRules(
    Round Round,
    int Division,
    string? QuestionFile,
    ValueList<BlueprintLine> Blueprint,
    PaperRules Paper,
    AttemptRules Attempts,
    PredictionRules? Prediction,
    ValueList<RankingKey> Chain,
    ValueList<RankingKey> ContestChain,
    PrizeRules Prizes)
{
    /// <summary>The rules of round <paramref name="number"/> (from 1) for <paramref name="division"/> (index from 0).</summary>
    public static ContestRules Of(Contest contest, int number, int division)
    {
        var round = contest.Rounds[number - 1];
        var own = division < contest.Divisions.Count ? contest.Divisions[division] : null;
        var special = own is null ? null : round.Divisions.FirstOrDefault(each => each.Division == own.Code);
        var prizes = own?.Prizes ?? contest.Prizes;
        var ranking = own?.Ranking ?? contest.Ranking;
        return new ContestRules(
            round,
            division,
            special?.QuestionFile ?? round.QuestionFile,
            special?.Blueprint ?? round.Blueprint,
            special?.Paper ?? round.Paper ?? own?.Paper ?? contest.Paper,
            special?.Attempts ?? round.Attempts ?? own?.Attempts ?? contest.Attempts,
            round.Practice ? null : special?.Prediction ?? round.Prediction ?? own?.Prediction ?? contest.Prediction,
            special?.Chain ?? round.Chain ?? ranking.Round,
            ranking.Contest,
            prizes with { Round = round.Practice ? [] : special?.Prizes ?? round.Prizes ?? prizes.Round });
    }
}
