using System.Collections;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Simulation;

/// <summary>
/// Gives the prizes of rankings as they become final. Where only the higher of two prizes is kept, nothing is final before
/// the end: all rankings wait for it.
/// </summary>
internal sealed class SimulatedPrizes(SimulatedContest contest, SimulatedCrowd crowd, ulong seed, RuleUse use)
{
    private readonly List<SimulatedRanking> waiting = [];
    private readonly List<(int Round, ContestantId Contestant)> given = [];

    /// <summary>How many prizes the people of a unit won: first, second, …</summary>
    public Dictionary<int, List<int>> OfUnits { get; } = [];

    private bool OnlyHigher { get; } = contest.Definition.Divisions.Select(division => division.Prizes ?? contest.Definition.Prizes)
        .Append(contest.Definition.Prizes).Any(prizes => prizes.Limit == PrizeLimit.OnlyHigher);

    /// <summary>Takes a ranking, and gives what can be given: reports of rounds whose prizes are final.</summary>
    public IEnumerable<RoundReport> Close(IEnumerable<SimulatedRanking> rankings, bool last)
    {
        waiting.AddRange(rankings);
        if (OnlyHigher && !last)
        {
            return [];
        }

        var now = waiting.ToArray();
        waiting.Clear();
        return Give(now);
    }

    private IEnumerable<RoundReport> Give(SimulatedRanking[] rankings)
    {
        var before = given.ToArray();
        var reports = rankings.ToDictionary(ranking => ranking.Round, _ => new List<PrizeListReport>());
        var owners = rankings.SelectMany(ranking => ranking.Fields.Select(each => (ranking.Round, each.Field, each.Board))).GroupBy(entry => entry.Field.Owner);
        foreach (var owner in owners)
        {
            var entries = owner.ToArray();
            var lists = entries.Select(entry => new PrizeList(
                entry.Round, entry.Field.Prizes, entry.Field.Rules, new Candidates(entry.Board.Lines),
                candidate => IsPerfect(entry.Round, candidate), SimulatedRanking.SeedOf(seed, entry.Round))
            {
                Last = entry.Round < 0 ? contest.Definition.Stages[-1 - entry.Round].Rounds[^1] : entry.Round,
            }).ToArray();
            var awardings = PrizeGiving.Give(
                lists, entries[0].Field.Rules.Limit, candidate => crowd.FactsOf(SimulatedCrowd.NumberOf(candidate.Contestant)),
                new HashSet<ContestantId>(), before);
            foreach (var (entry, awarding) in entries.Zip(awardings))
            {
                given.AddRange(awarding.Awards.Select(award => (entry.Round, award.Candidate.Contestant)));
                Count(awarding);
                PrizeUse.Tell(use, entry.Field, awarding, contest);
                reports[entry.Round].Add(Report(entry.Field, entry.Board, awarding));
            }
        }

        return rankings.Select(ranking => new RoundReport(
            ranking.Round,
            ranking.Round switch
            {
                0 => "",
                < 0 => contest.Definition.Stages[-1 - ranking.Round].Title.Vi,
                _ => contest.Definition.Rounds[ranking.Round - 1].Title.Vi,
            },
            ranking.Round > 0 && contest.Definition.Rounds[ranking.Round - 1].Practice,
            ranking.Divisions,
            reports[ranking.Round].ToValueList()));
    }

    private void Count(Awarding awarding)
    {
        foreach (var award in awarding.Awards)
        {
            var prizes = OfUnits.TryGetValue(award.Candidate.Unit, out var known) ? known : OfUnits[award.Candidate.Unit] = [];
            while (prizes.Count <= award.PrizeIndex)
            {
                prizes.Add(0);
            }

            prizes[award.PrizeIndex]++;
        }
    }

    private bool IsPerfect(int round, Candidate candidate) => round > 0
        ? candidate.Correct == Questions(round, candidate, candidate.Attempts)
        : candidate.Correct == contest.Definition.Rounds.Where(each => Counts(each, round)).Sum(each => Questions(each.Number, candidate, 1));

    // All rounds but practice for the contest, its own for a stage.
    private bool Counts(Round each, int round) => round == 0 ? !each.Practice : contest.Definition.Stages[-1 - round].Rounds.Contains(each.Number);

    private int Questions(int round, Candidate candidate, int attempts) =>
        contest.Sets[round - 1].First(set => set.Division == candidate.Division).PaperLength
        * (ContestRules.Of(contest.Definition, round, candidate.Division).Attempts.Counts == Counting.Sum ? attempts : 1);

    private PrizeListReport Report(PrizeField field, SimulatedBoard board, Awarding awarding)
    {
        var last = awarding.Awards.Where(award => award.Prize.By == PrizeOrder.Ranking).Select(award => award.Candidate.Place).DefaultIfEmpty(0).Max();
        return new PrizeListReport(
            field.Divisions.Select(contest.DivisionCode).OfType<string>().ToValueList(),
            board.Lines.Count,
            awarding.Outcomes.Select((outcome, index) => new PrizeReport(
                field.Prizes[index].Name.Vi, outcome.Given, outcome.Left, Winners(awarding, index))).ToValueList(),
            board.PartedAt(1, contest.Zone),
            board.PartedAt(last, contest.Zone),
            awarding.PassedOver.CountBy(line => line.Reason).OrderBy(line => line.Key)
                .Select(line => new ReasonReport(line.Key, line.Value)).ToValueList());
    }

    private ValueList<WinnerReport> Winners(Awarding awarding, int prize) => awarding.Awards
        .Where(award => award.PrizeIndex == prize)
        .Take(PrizeReport.MostWinners)
        .Select(award => new WinnerReport(
            award.Candidate.Place,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"TS{SimulatedCrowd.NumberOf(award.Candidate.Contestant) + 1:0000000}"),
            contest.Units[award.Candidate.Unit].Code,
            award.Candidate.Score))
        .ToValueList();

    /// <summary>A ranking as those who compete, made one by one as they are considered.</summary>
    private sealed class Candidates(IReadOnlyList<Ranked> lines) : IReadOnlyList<Candidate>
    {
        public int Count => lines.Count;

        public Candidate this[int index] => Candidate.Of(lines[index]);

        public IEnumerator<Candidate> GetEnumerator() => lines.Select(Candidate.Of).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
