using CsCheck;
using HoiThi.Core;
using HoiThi.Core.Contests;

namespace HoiThi.Formats.Tests.Contests;

/// <summary>Random rules of papers, attempts, predictions, chains, prizes and publication that agree with each other.</summary>
internal static class RandomRules
{
    private static readonly Gen<LocalText> Text = RandomTexts.LocalText;

    private static readonly RankingKey[] Keys = [.. Enum.GetValues<RankingKey>().Except([RankingKey.Prediction, RankingKey.Random])];

    /// <summary>A paper; where questions have a time of their own, five of them fit into any window of a minute.</summary>
    public static Gen<PaperRules> Paper { get; } =
        from numbers in Gen.Select(Gen.Int[1, 180], Gen.Int[0, 120], Gen.Int[1, 100_000], Gen.Int[0, 100_000])
        from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool)
        from partial in Gen.Enum<PartialMarking>()
        from seconds in Gen.Int[3, 12].Nullable(0.5)
        select new PaperRules(
            numbers.Item1, numbers.Item2, flags.Item1, flags.Item2, numbers.Item3, numbers.Item4, partial, flags.Item3, seconds, flags.Item4);

    /// <summary>Attempts whose limits can all be reached.</summary>
    public static Gen<AttemptRules> Attempts { get; } =
        from counts in Gen.Enum<Counting>()
        from limits in Gen.Select(Gen.Int[1, 100].Nullable(0.5), Gen.Int[1, 100].Nullable(0.5), Gen.Int[100, 1000].Nullable(0.5), Gen.Int[100, 1000].Nullable(0.5), Gen.Int[1000, 10_000].Nullable(0.5))
        select new AttemptRules(limits.Item3, counts, limits.Item1, limits.Item2, limits.Item4, limits.Item5);

    /// <summary>What is shown never comes before what it gives away.</summary>
    public static Gen<PublicationRules> Publication { get; } =
        from moments in Gen.Enum<Moment>().Array[5].Select(InOrder)
        from shown in Gen.Int[10, 10_000]
        from names in Gen.Enum<NameDisplay>()
        from freeze in Gen.Int[0, 10_080]
        from at in Gen.Int[0, 1439].Nullable(0.5)
        from days in Gen.Int[0, 60]
        select new PublicationRules(
            moments[0],
            moments[2],
            moments[3],
            shown,
            moments[1],
            moments[4],
            names,
            moments[3] == Moment.AtOnce ? 0 : freeze,
            at is { } minutes ? TimeOnly.MinValue.AddMinutes(minutes) : null,
            days);

    // When organisers publish, the contest may be over or not: of the two only one stands among what depends on each other.
    private static Moment[] InOrder(Moment[] moments) =>
        [.. moments.Order().Select(moment => moment == Moment.AfterContest && moments.Contains(Moment.WhenApproved) ? Moment.WhenApproved : moment)];

    /// <summary>A number to guess.</summary>
    public static Gen<PredictionRules> Prediction(PredictionScope scope, bool divisions) =>
        from question in Text
        from counted in Gen.Enum<PredictionObject>()
        from of in Gen.Enum<PredictionOf>()
        from place in Gen.Enum<PredictionPlace>()
        from measure in Gen.Enum<PredictionMeasure>()
        select new PredictionRules(question, counted, scope, divisions ? of : PredictionOf.All, place, measure);

    /// <summary>A chain.</summary>
    public static Gen<ValueList<RankingKey>> Chain(bool prediction) =>
        from keys in Gen.Shuffle(Keys)
        from count in Gen.Int[1, Keys.Length]
        from place in Gen.Int[0, count]
        from draw in Gen.Bool
        select keys[..place]
            .Concat(prediction ? [RankingKey.Prediction] : [])
            .Concat(keys[place..count])
            .Concat(draw ? [RankingKey.Random] : [])
            .ToValueList();

    /// <summary>Both chains, for predictions that apply everywhere.</summary>
    public static Gen<RankingRules> Ranking(PredictionScope scope) =>
        Gen.Select(Chain(prediction: true), Chain(scope == PredictionScope.Contest)).Select((round, contest) => new RankingRules(round, contest));

    /// <summary>Prizes for classes of people.</summary>
    public static Gen<ValueList<Prize>> Prizes(Gen<Who> who) =>
        (from name in Text
         from number in Gen.Int[1, 10_000]
         from value in Text.Null()
         from worth in Gen.Int[0, 2]
         from order in Gen.Enum<PrizeOrder>()
         from whom in who.Null(0.5)
         from conditions in Conditions.Null(0.5)
         from quotas in Gen.Enum<QuotaClass>().Array[0, 3]
         select new Prize(
             name,
             worth == 2 ? null : number,
             value,
             worth == 1 ? number * 1_000_000L : null,
             worth == 2 ? number * 1000L : null,
             order,
             whom,
             conditions,
             quotas.Except([QuotaClass.Division]).Distinct().Select(quota => new PrizeQuota(quota, number)).ToValueList()))
        .Array[1, 3].Select(prizes => prizes.ToValueList());

    /// <summary>Prizes of all rounds and of the contest.</summary>
    public static Gen<PrizeRules> PrizeRules(Gen<Who> who) =>
        from round in Prizes(who)
        from contest in Prizes(who)
        from limit in Gen.OneOf(PrizeLimit.OncePerRound, PrizeLimit.OncePerContest)
        from cap in Gen.Int[1, 100].Nullable(0.5)
        from barred in Gen.Int[0, 200]
        from conditions in Conditions.Null(0.5)
        from substitutes in Gen.Int[0, 1000]
        select new PrizeRules(round, contest, limit, cap, barred, conditions, substitutes);

    private static Gen<PrizeConditions> Conditions { get; } = Gen.Select(Gen.Bool, Gen.Int[1, 1_000_000_000].Nullable(0.5), Gen.Bool)
        .Select((perfect, score, data) => new PrizeConditions(perfect, score, data || (!perfect && score is null)));
}
