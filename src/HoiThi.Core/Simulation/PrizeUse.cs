using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;

namespace HoiThi.Core.Simulation;

/// <summary>Tells which rules of prizes made a difference.</summary>
internal static class PrizeUse
{
    public static void Tell(RuleUse use, PrizeField field, Awarding awarding, SimulatedContest contest)
    {
        var rules = field.Rules;
        var where = Words.Of(field.Owner is { } owner ? contest.DivisionCode(owner) : null);
        if (rules.WinnersAtMost is { } percent)
        {
            use.Seen($"winners at most {percent} % of the entrants{where}: never reached", awarding.Awards.Count >= awarding.List.MostWinners);
        }

        if (rules.BarredRounds > 0)
        {
            use.Seen($"winners wait {rules.BarredRounds} rounds{where}: nobody had to", Passed(PassedOverReason.WonLately));
        }

        if (rules.Limit != PrizeLimit.OncePerRound)
        {
            use.Seen(
                $"the limit {rules.Limit}{where}: kept nobody from a second prize",
                Passed(PassedOverReason.WonBefore) || Passed(PassedOverReason.WonHigher));
        }

        foreach (var (prize, outcome) in field.Prizes.Zip(awarding.Outcomes))
        {
            var name = prize.Name.Vi;
            use.Seen($"the prize '{name}'{where}: nobody wins it", outcome.Given > 0);
            Condition(prize.Conditions, $"of '{name}'{where}");
            foreach (var quota in prize.Quotas)
            {
                use.Seen($"at most {quota.Most} of '{name}' for each {quota.By}{where}: never reached", Passed(PassedOverReason.QuotaFull));
            }
        }

        Condition(rules.Conditions, $"of all prizes{where}");

        bool Passed(PassedOverReason reason) => awarding.PassedOver.Any(line => line.Reason == reason);

        // A condition matters as well where a prize is left because too few meet it.
        bool Left() => awarding.Outcomes.Any(outcome => outcome.Left > 0);

        void Condition(PrizeConditions? conditions, string of)
        {
            if (conditions is { Perfect: true })
            {
                use.Seen($"the condition 'everything right' {of}: kept nobody out", Passed(PassedOverReason.NotPerfect) || Left());
            }

            if (conditions is { MinScore: not null })
            {
                use.Seen($"the least score {of}: kept nobody out", Passed(PassedOverReason.BelowMinScore) || Left());
            }

            if (conditions is { CompleteData: true })
            {
                use.Seen($"the condition 'complete data' {of}: kept nobody out", Passed(PassedOverReason.IncompleteData));
            }
        }
    }
}
