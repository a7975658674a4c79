using HoiThi.Core.Contests;

namespace HoiThi.Core.Ranking;

/// <summary>What nobody may know while a round is open; a key of the chain that needs it is left out until then.</summary>
/// <param name="Truth">What predictions are held against, or null.</param>
/// <param name="Measure">Which of two predictions is the better one.</param>
/// <param name="Seed">The seed of the draw, or null.</param>
public sealed record Revealed(long? Truth, PredictionMeasure Measure = PredictionMeasure.Distance, DrawSeed? Seed = null)
{
    /// <summary>How far a guess is off that counts no more than any other such guess; before no guess at all.</summary>
    public const long Missed = long.MaxValue - 1;

    /// <summary>While the round is open.</summary>
    public static Revealed Nothing { get; } = new(Truth: null);

    /// <summary>
    /// How far off a guess is: 0 at best, <see cref="Missed"/> where the measure gives it nothing; null without a guess or
    /// a truth.
    /// </summary>
    public long? DistanceOf(long? guess) => (guess, Truth) is not ({ } guessed, { } truth) ? null : Measure switch
    {
        PredictionMeasure.Distance => Math.Abs(guessed - truth),
        PredictionMeasure.Exact => guessed == truth ? 0 : Missed,
        PredictionMeasure.NotAbove => guessed <= truth ? truth - guessed : Missed,
        _ => throw new InvalidOperationException($"Unknown measure {Measure}."),
    };

    /// <summary>Whether a key of a chain decides anything yet.</summary>
    public bool Decides(RankingKey key) => key switch
    {
        RankingKey.Prediction => Truth is not null,
        RankingKey.Random => Seed is not null,
        _ => true,
    };
}
