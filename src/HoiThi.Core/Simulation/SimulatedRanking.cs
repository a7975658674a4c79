using System.Security.Cryptography;
using System.Text;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Prizes;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Simulation;

/// <summary>A round, with 0 the contest, below 0 a stage, in its final order, with those who compete for its prizes.</summary>
/// <param name="Round">The number.</param>
/// <param name="Divisions">Each division's report.</param>
/// <param name="Fields">The prize fields.</param>
internal sealed record SimulatedRanking(int Round, ValueList<DivisionReport> Divisions, ValueList<(PrizeField Field, SimulatedBoard Board)> Fields)
{
    /// <summary>Ranks everybody.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="round">The round's number; 0 for the contest, below 0 for a stage.</param>
    /// <param name="standings">The standings by person.</param>
    /// <param name="counts">Counts of each division in the round.</param>
    /// <param name="all">Counts of each division in the contest.</param>
    /// <param name="seed">The simulation's.</param>
    /// <param name="use">Is told which keys parted anybody.</param>
    public static SimulatedRanking Of(
        SimulatedContest contest, int round, Standing?[] standings, Tally[] counts, Tally[] all, ulong seed, RuleUse use)
    {
        var boards = new List<SimulatedBoard>();
        var reports = new List<DivisionReport>();
        for (var division = 0; division < contest.DivisionCount; division++)
        {
            var rules = ContestRules.Of(contest.Definition, Math.Max(1, round), division);
            var prediction = round switch { 0 => PredictionOfContest(contest.Definition, division), < 0 => null, _ => rules.Prediction };
            var truth = PredictionTruth.Of(prediction, (scope, of) => Counted(scope == PredictionScope.Contest ? all : counts, of, division));
            var revealed = new Revealed(truth, prediction?.Measure ?? PredictionMeasure.Distance, SeedOf(seed, round));
            var chain = round switch { 0 => rules.ContestChain, < 0 => contest.Definition.Ranking.Contest, _ => rules.Chain };
            var board = SimulatedBoard.Of(chain, revealed, standings, division, (int)counts[division].People);
            boards.Add(board);
            reports.Add(Report(contest.DivisionCode(division), counts[division], truth, board));
            if (round == 0 || (round > 0 && !rules.Round.Practice))
            {
                Tell(use, round, reports[^1], chain);
            }
        }

        var fields = PrizeField.Of(contest.Definition, round).Select(field => (field, BoardOf(field))).ToValueList();
        return new SimulatedRanking(round, reports.ToValueList(), fields);

        SimulatedBoard BoardOf(PrizeField field) => field.Divisions.Count == 1 && field.Chain.Equals(boards[field.Divisions[0]].Chain)
            ? boards[field.Divisions[0]]
            : SimulatedBoard.Together(field.Chain, [.. boards.Select((board, index) => field.Divisions.Contains(index) ? board : board with { Lines = [] })]);
    }

    /// <summary>The seed of a round's draws.</summary>
    public static DrawSeed SeedOf(ulong seed, int round) =>
        DrawSeed.Of(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"simulation {seed}"))), round);

    /// <summary>Whether the order waits for the end of the contest, because predictions about all of it decide.</summary>
    public static bool Waits(SimulatedContest contest, int round) =>
        Enumerable.Range(0, contest.DivisionCount).Any(division =>
            ContestRules.Of(contest.Definition, round, division).Prediction is { Scope: PredictionScope.Contest });

    private static Tally Counted(Tally[] counts, PredictionOf of, int division) =>
        of == PredictionOf.Division ? counts[division] : counts.Aggregate(default(Tally), (sum, each) => sum + each);

    // Over all rounds only guesses about the contest can be compared.
    private static PredictionRules? PredictionOfContest(Contest contest, int division) => contest.Rounds
        .Select(round => ContestRules.Of(contest, round.Number, division).Prediction)
        .LastOrDefault(prediction => prediction?.Scope == PredictionScope.Contest);

    private static DivisionReport Report(string? division, Tally counts, long? truth, SimulatedBoard board)
    {
        var parted = board.Parted();
        return new DivisionReport(
            division, counts.People, counts.Attempts, counts.PerfectPeople, truth,
            board.Deciding.Select((key, index) => new KeyReport(key, parted[index])).ToValueList(), parted[^1]);
    }

    private static void Tell(RuleUse use, int round, DivisionReport report, ValueList<RankingKey> chain)
    {
        var where = round == 0 ? "the contest" : "the rounds";
        foreach (var key in chain)
        {
            var parts = report.Keys.FirstOrDefault(each => each.Key == key)?.Parts ?? 0;
            use.Seen($"{key} in the chain of {where}{Words.Of(report.Division)}: parts nobody", parts > 0 || report.Entrants < 2);
        }
    }
}
