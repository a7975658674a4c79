using HoiThi.Core.Contests;
using static HoiThi.Formats.Tests.Conformance.Traits;

namespace HoiThi.Formats.Tests.Conformance;

/// <summary>Predictions, chains and scores.</summary>
internal static class RankingTraits
{
    public static IEnumerable<Trait> All =>
    [
        .. In("13. Prediction",
        [
            ("none", facts => facts.Rules.All(rules => rules.Prediction is null)),
            .. Enum.GetValues<PredictionObject>().Select(counted => ($"of {Word(counted)}", Is(facts => facts.Asks(prediction => prediction.Object == counted)))),
            .. Enum.GetValues<PredictionScope>().Select(scope => ($"over the {Word(scope)}", Is(facts => facts.Asks(prediction => prediction.Scope == scope)))),
            ("in one's own division", facts => facts.Asks(prediction => prediction.Of == PredictionOf.Division)),
            ("in the paper", facts => facts.Asks(prediction => prediction.Place == PredictionPlace.Paper)),
            ("after it", facts => facts.Asks(prediction => prediction.Place == PredictionPlace.After)),
            .. Enum.GetValues<PredictionMeasure>().Select(measure => ($"measured by {Word(measure)}", Is(facts => facts.Asks(prediction => prediction.Measure == measure)))),
            ("second in the chain", facts => facts.Rules.Any(rules => rules.Chain.Count > 1 && rules.Chain[1] == RankingKey.Prediction)),
            ("last in the chain", facts => facts.Rules.Any(rules => rules.Chain.Count > 2 && rules.Chain[^1] == RankingKey.Prediction)),
        ]),
        .. In("14. Tie-break keys",
        [
            .. Enum.GetValues<RankingKey>().Select(key => (Word(key), Is(facts => facts.Rules.Any(rules => rules.Chain.Contains(key) || rules.ContestChain.Contains(key))))),
            ("a round with a chain of its own", facts => facts.Contest.Rounds.Any(round => round.Chain is not null)),
            ("another chain for the contest than for a round", facts => facts.Rules.Any(rules => !rules.Chain.Equals(rules.ContestChain))),
        ]),
        .. In("15. Score",
        [
            ("1 point each", facts => facts.Rules.Any(rules => rules.Paper.Point == 100)),
            ("other points", facts => facts.Rules.Any(rules => rules.Paper.Point != 100)),
            ("points of a line of the blueprint", facts => facts.Rules.Any(rules => rules.Blueprint.Any(line => line.Point is not null))),
            ("an essay's points", facts => facts.Questions.Any(question => question is { Essay: not null, Point: > 0 })),
            ("wrong answers cost", facts => facts.Rules.Any(rules => rules.Paper.WrongPoint > 0)),
            ("below zero", facts => facts.Rules.Any(rules => rules.Paper.BelowZero)),
            ("part of the points", facts => facts.Rules.Any(rules => rules.Paper.Partial == PartialMarking.Proportional)),
        ]),
    ];
}
