using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;
using HoiThi.Server.Attempts;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;

namespace HoiThi.Server.Demo;

/// <summary>
/// Simulated contestants. They go through the same writer as everybody, only with moments of the past, so that every
/// figure of the demo is one that the server has counted. The same day gives the same people.
/// </summary>
public sealed class DemoPeople(AttemptWriter writer, Secrets secrets)
{
    /// <summary>Of a hundred people on the staff, about how many take part in the demo.</summary>
    private const double MeanShare = 0.56;

    private readonly Random random = new(274);

    /// <summary>Registers people in every unit and lets them take the rounds that have begun.</summary>
    public async Task TakePartAsync(LiveContest contest, DateTimeOffset now, CancellationToken cancel)
    {
        var moment = now.ToUnixTimeMilliseconds();
        var people = PeopleOf(contest);
        foreach (var rules in contest.Rounds.Where(rules => rules.Opens < moment))
        {
            // Most come in the first days, when their office reminds them.
            var elapsed = Math.Min(1, (double)(moment - rules.Opens) / (rules.Closes - rules.Opens));
            var share = 0.93 * Math.Pow(elapsed, 0.5);
            var taking = people.Where(_ => random.NextDouble() < share).ToArray();
            foreach (var chunk in taking.Chunk(1_000))
            {
                cancel.ThrowIfCancellationRequested();
                await Task.WhenAll(chunk.Select(person => TakeAsync(contest, contest.LiveRound(rules.Number)!, person, moment)).ToArray());
            }
        }
    }

    private List<DemoPerson> PeopleOf(LiveContest contest)
    {
        var people = new List<DemoPerson>();
        var ofTop = new Dictionary<int, double>();
        for (var unit = 1; unit <= contest.Units.Count; unit++)
        {
            // Units under one roof are alike, but not the same; a few have everybody and a few nobody.
            var top = contest.Units.TopOf(unit);
            if (!ofTop.TryGetValue(top, out var zeal))
            {
                ofTop[top] = zeal = Math.Clamp(MeanShare + (random.NextDouble() * 0.9) - 0.42, 0.08, 1);
            }

            var share = random.NextDouble() switch { < 0.02 => 0, < 0.06 => 1, _ => Math.Clamp(zeal + (random.NextDouble() * 0.3) - 0.15, 0, 1) };
            var count = (int)Math.Round(contest.Units[unit].Headcount * share);
            for (var number = 0; number < count; number++)
            {
                people.Add(DemoPerson.Make(random, contest.Definition.Slug, unit, number));
            }
        }

        return people;
    }

    private async Task TakeAsync(LiveContest contest, LiveRound round, DemoPerson person, long now)
    {
        var rules = round.Of(division: 0);
        // Of its own for each person: they take part at the same time.
        var dice = new Random((person.Seed * 31) + rules.Number);
        var id = secrets.IdOf(contest.Definition.Slug, person.CitizenId);
        var until = Math.Min(now, rules.Closes) - (rules.Duration * 2) - rules.Grace;
        var started = OfficeHour(dice, contest, rules.Opens, until);
        await writer.Register(new NewContestant(
            id, contest.Number, person.Unit, person.Name, secrets.Encrypt(id, person.PrivateJson),
            secrets.HashOfCode(id, secrets.CodeOf(id, "demo")), person.Entrance(contest.Definition), started - 120_000));

        var attempts = dice.NextDouble() < 0.45 ? 2 : 1;
        for (var ordinal = 1; ordinal <= attempts && started < until; ordinal++)
        {
            // The second attempt goes better: people have seen some of the questions.
            started = await TakeOnceAsync(dice, round, id, person.Ability + ((ordinal - 1) * 0.06), started, until);
        }
    }

    private async Task<long> TakeOnceAsync(Random dice, LiveRound round, ContestantId id, double ability, long started, long until)
    {
        var rules = round.Of(division: 0);
        if ((await writer.Start(round, id, started)).Attempt is not { } attempt)
        {
            return until;
        }

        var paper = Paper.Draw(rules.Set(attempt.SetVersion), attempt.Id);
        var changes = new AnswerChange[paper.Lines.Length];
        for (var position = 0; position < changes.Length; position++)
        {
            var line = paper.Lines[position];
            var right = dice.NextDouble() < ability - ((int)paper.QuestionAt(position).Difficulty * 0.03);
            var mask = right ? line.ToShown(paper.QuestionAt(position).Key) : (byte)(1 << dice.Next(line.Order.Length));
            changes[position] = new AnswerChange(position, mask, position + 1);
        }

        var guess = new PredictionChange((long)Math.Exp(4.5 + (dice.NextDouble() * 3.5)), changes.Length + 1);
        var taken = (long)(rules.Duration * (0.18 + (Math.Pow(dice.NextDouble(), 1.6) * 0.78)));
        await writer.Submit(round, attempt.Id, new AnswersBody(changes, guess, []), started + taken);
        return started + taken + 60_000 + dice.Next(3_600_000);
    }

    /// <summary>People sit during office hours and in the evening, not at three in the morning.</summary>
    private static long OfficeHour(Random dice, LiveContest contest, long opens, long until)
    {
        for (var tries = 0; tries < 50; tries++)
        {
            var moment = opens + (long)(dice.NextDouble() * Math.Max(1, until - opens));
            if (contest.Local(moment).Hour is >= 7 and <= 21)
            {
                return moment;
            }
        }

        return opens;
    }
}
