using HoiThi.Core.Ranking;

namespace HoiThi.Core.Attempts;

/// <summary>
/// What the attempts of two registrations of one person come to when they become one: all of them in the order of their
/// starts, each with the paper it was sat with and marked by what is in force now. What the limits would not have let one
/// person start is struck out.
/// </summary>
/// <param name="Attempts">All attempts as they will be, by round and by their starts.</param>
/// <param name="Standings">The standings that they come to, that of the contest (round 0) among them.</param>
public sealed record MergePlan(ValueList<MergedAttempt> Attempts, ValueList<Standing> Standings)
{
    /// <summary>The plan; nothing of it has happened.</summary>
    /// <param name="rules">The rules of a round for the division of the registration that stays.</param>
    /// <param name="kept">Which stays.</param>
    /// <param name="unit">Its unit: all attempts count for that.</param>
    /// <param name="registered">When it was made.</param>
    /// <param name="attempts">The attempts of both; none of them in progress.</param>
    /// <exception cref="ArgumentException">An attempt is in progress: its paper is open somewhere.</exception>
    public static MergePlan Of(Func<short, RoundRules> rules, ContestantId kept, int unit, long registered, IEnumerable<Attempt> attempts)
    {
        var merged = new List<MergedAttempt>();
        foreach (var attempt in attempts.OrderBy(attempt => attempt.Started).ThenBy(attempt => attempt.Id.Contestant == kept ? 0 : 1).ThenBy(attempt => attempt.Id.Ordinal))
        {
            if (attempt.State == AttemptState.InProgress)
            {
                throw new ArgumentException("An attempt is in progress.", nameof(attempts));
            }

            var round = rules(attempt.Id.Round);
            var before = merged.Select(each => each.Attempt).ToArray();
            var here = before.Where(each => each.Id.Round == round.Number).ToArray();
            var elsewhere = before.Count(each => each.Uses && each.Id.Round != round.Number && !round.Practices.Contains(each.Id.Round));
            var over = attempt.Counts && AttemptsLeft.Of(round, here, elsewhere, attempt.Started).Refusal is not null;
            var id = attempt.Id with { Contestant = kept, Ordinal = (short)(here.Length + 1) };

            // What comes to an id that a walk of a correction has passed is not walked any more.
            merged.Add(new MergedAttempt(attempt.Id, over, attempt.MarkedAnew(round) with
            {
                Id = id,
                Unit = unit,
                State = over ? AttemptState.Voided : attempt.State,
                Origin = attempt.DrawnAs == id ? null : attempt.DrawnAs,
            }));
        }

        var ordered = merged.OrderBy(each => each.Attempt.Id.Round).ThenBy(each => each.Attempt.Id.Ordinal).ToValueList();
        var standings = ordered.GroupBy(each => each.Attempt.Id.Round)
            .Select(round => Standing.Of(rules(round.Key), registered, round.Select(each => each.Attempt.Counted(rules(round.Key))))).OfType<Standing>().ToList();
        var whole = standings.Count == 0 ? null : Standing.Total(rules(standings[0].Round), standings);
        return new MergePlan(ordered, whole is null ? standings.ToValueList() : standings.Append(whole).ToValueList());
    }
}

/// <summary>An attempt of a plan.</summary>
/// <param name="Was">What its id was.</param>
/// <param name="Over">Whether it is struck out because it is beyond a limit.</param>
/// <param name="Attempt">As it will be.</param>
public sealed record MergedAttempt(AttemptId Was, bool Over, Attempt Attempt);
