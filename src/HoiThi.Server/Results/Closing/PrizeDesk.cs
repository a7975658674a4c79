using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Results.Closing;

/// <summary>
/// Gives the prizes of closed rounds from their final orders and stores who won, who was passed over and why, and who is
/// next in line. Computing it again from the same orders and lists stores the same.
/// </summary>
internal sealed class PrizeDesk(ResultSession session, LiveContest contest, DrawSeeds seeds, Secrets secrets)
{
    /// <summary>Gives the prizes of rounds that have closed; 0 is the contest, below 0 are stages.</summary>
    /// <param name="rounds">The rounds to give anew; what was given in others stands.</param>
    /// <param name="cancel">Stops between rounds.</param>
    public async Task GiveAsync(IReadOnlyCollection<int> rounds, CancellationToken cancel)
    {
        var closed = await session.Context.RoundResults.AsNoTracking().Where(row => row.Contest == contest.Number).ToListAsync(cancel);
        var people = new PrizePeople(session, contest, secrets);
        var fallen = await FallenAsync(cancel);
        var owners = rounds.SelectMany(round => PrizeField.Of(contest.Definition, round).Select((field, index) => new Entry(round, index, field)))
            .GroupBy(entry => entry.Field.Owner);
        var given = await GivenElsewhere(rounds, cancel);
        foreach (var round in rounds)
        {
            await ForgetAsync((short)round, cancel);
        }

        foreach (var owner in owners)
        {
            foreach (var (entry, awarding) in await GiveAsync([.. owner], closed, people, fallen, given, tried: null, cancel))
            {
                Store(awarding, entry);
            }
        }

        await session.Context.SaveChangesAsync(cancel);
        session.Context.ChangeTracker.Clear();
    }

    /// <summary>
    /// What the prizes of a round that has closed would be by other standings; nothing is stored. What was given in other rounds is
    /// taken to stand, as it does but where only the higher prize is kept.
    /// </summary>
    public async Task<List<(short Field, Awarding Awarding)>> TryAsync(int round, Func<short, TriedOrder> tried, CancellationToken cancel)
    {
        var closed = await session.Context.RoundResults.AsNoTracking().Where(row => row.Contest == contest.Number).ToListAsync(cancel);
        var people = new PrizePeople(session, contest, secrets);
        var fallen = await FallenAsync(cancel);
        var given = await GivenElsewhere([round], cancel);
        var awardings = new List<(short, Awarding)>();
        foreach (var owner in PrizeField.Of(contest.Definition, round).Select((field, index) => new Entry(round, index, field)).GroupBy(entry => entry.Field.Owner))
        {
            awardings.AddRange((await GiveAsync([.. owner], closed, people, fallen, given, tried, cancel)).Select(each => ((short)each.Entry.Index, each.Awarding)));
        }

        return awardings;
    }

    private async Task<HashSet<ContestantId>> FallenAsync(CancellationToken cancel) =>
        [.. await session.Context.FallenOut.AsNoTracking().Where(row => row.Contest == contest.Number).Select(row => row.Contestant).ToListAsync(cancel)];

    private async Task<List<(Entry Entry, Awarding Awarding)>> GiveAsync(
        Entry[] entries, List<RoundResultRow> closed, PrizePeople people, HashSet<ContestantId> fallen,
        List<(int Round, ContestantId Contestant)> given, Func<short, TriedOrder>? tried, CancellationToken cancel)
    {
        var lists = new Dictionary<PrizeList, Entry>(ReferenceEqualityComparer.Instance);
        foreach (var entry in entries)
        {
            var count = (int)closed.Where(row => row.Round == entry.Round && entry.Field.Divisions.Contains(row.Division)).Sum(row => row.People);
            var board = BoardOf(entry.Field, entry.Index);
            var field = new StoredField(session, people, (short)entry.Round, board, count, contest.Stage(entry.Round)?.Rounds, tried?.Invoke(board));
            var seed = await seeds.OfAsync(contest, entry.Round, cancel);
            lists[new PrizeList(entry.Round, entry.Field.Prizes, entry.Field.Rules, field, candidate => IsPerfect(entry.Round, candidate), seed)
            {
                Last = contest.Stage(entry.Round)?.Rounds[^1] ?? entry.Round,
            }] = entry;
        }

        return [.. PrizeGiving.Give([.. lists.Keys], entries[0].Field.Rules.Limit, people.Of, fallen, given).Select(awarding => (lists[awarding.List], awarding))];
    }

    /// <summary>The board of a field: its only division's own, or one below 0 for several together.</summary>
    internal static short BoardOf(PrizeField field, int index) => (short)(field.Divisions.Count == 1 ? field.Divisions[0] : -1 - index);

    /// <summary>
    /// Whether everything is right. Where questions are not marked (withdrawn, or texts without points) papers differ in how many are:
    /// of a round the standing tells how many attempts have all of theirs right; over several rounds nothing does, and the paper's whole length counts.
    /// </summary>
    private bool IsPerfect(int round, Candidate candidate) => round > 0
        ? IsPerfect(contest.Round(round, candidate.Division)!, candidate)
        : candidate.Correct == contest.RoundsIn(round).Sum(each => Questions(each.Of(candidate.Division), 1));

    private static bool IsPerfect(RoundRules rules, Candidate candidate) =>
        candidate.Correct == Questions(rules, candidate.Attempts)
        || (rules.Sets.Any(set => rules.MarkedBy(set.Version).HasUnmarked)
            && (candidate.PerfectAttempts == candidate.Attempts || (rules.Counts == Counting.Best && candidate.PerfectAttempts > 0)));

    private static int Questions(RoundRules rules, int attempts) => rules.PaperLength * (rules.Counts == Counting.Sum ? attempts : 1);

    private async Task<List<(int Round, ContestantId Contestant)>> GivenElsewhere(IReadOnlyCollection<int> rounds, CancellationToken cancel)
    {
        var awards = await session.Context.Awards.AsNoTracking().Where(award => award.Contest == contest.Number)
            .Select(award => new { award.Round, award.Contestant }).ToListAsync(cancel);
        return [.. awards.Where(award => !rounds.Contains(award.Round)).Select(award => ((int)award.Round, award.Contestant))];
    }

    private async Task ForgetAsync(short round, CancellationToken cancel)
    {
        await session.Context.Awards.Where(row => row.Contest == contest.Number && row.Round == round).ExecuteDeleteAsync(cancel);
        await session.Context.PassedOver.Where(row => row.Contest == contest.Number && row.Round == round).ExecuteDeleteAsync(cancel);
        await session.Context.Substitutes.Where(row => row.Contest == contest.Number && row.Round == round).ExecuteDeleteAsync(cancel);
    }

    private void Store(Awarding awarding, Entry entry)
    {
        var (round, field) = ((short)entry.Round, (short)entry.Index);
        session.Context.Awards.AddRange(awarding.Awards.Select(award => new AwardRow(
            contest.Number, round, award.Candidate.Contestant, field, (short)award.PrizeIndex, award.Candidate.Place,
            award.Prize.Pot is null ? award.Prize.Amount : awarding.Outcomes[award.PrizeIndex].Each)));
        session.Context.PassedOver.AddRange(awarding.PassedOver.Select(line => new PassedOverRow(
            contest.Number, round, line.Candidate.Contestant, (short)line.Reason, field, (short)line.PrizeIndex, line.Candidate.Place)));
        session.Context.Substitutes.AddRange(awarding.Substitutes.Select((candidate, index) => new SubstituteRow(
            contest.Number, round, field, (short)(index + 1), candidate.Place, candidate.Contestant)));
    }

    private sealed record Entry(int Round, int Index, PrizeField Field);
}
