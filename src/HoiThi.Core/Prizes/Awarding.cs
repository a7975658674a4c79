using HoiThi.Core.Contests;

namespace HoiThi.Core.Prizes;

/// <summary>Who got a prize (giải thưởng).</summary>
/// <param name="PrizeIndex">Which prize of the list, from 0.</param>
/// <param name="Prize">The prize.</param>
/// <param name="Candidate">The winner, with the place in the ranking.</param>
public sealed record Award(int PrizeIndex, Prize Prize, Candidate Candidate);

/// <summary>Somebody who would have won, and why it went to the next in line.</summary>
/// <param name="PrizeIndex">The first prize that passed this person over, from 0.</param>
/// <param name="Candidate">The person, with the place in the ranking.</param>
/// <param name="Reason">Why.</param>
public sealed record PassedOver(int PrizeIndex, Candidate Candidate, PassedOverReason Reason);

/// <summary>How far a prize went.</summary>
/// <param name="Given">How many won it.</param>
/// <param name="Left">How many of it nobody is there to win; 0 for a prize without a count.</param>
/// <param name="Each">For a shared pot: what each winner gets in đồng; else null.</param>
/// <param name="Rest">For a shared pot: the đồng that could not be shared out in equal parts; else null.</param>
public readonly record struct PrizeOutcome(int Given, int Left, long? Each, long? Rest)
{
    internal static PrizeOutcome Of(Prize prize, int given) => new(
        given,
        Math.Max(0, (prize.Count ?? 0) - given),
        prize.Pot is { } pot && given > 0 ? pot / given : null,
        prize.Pot is { } whole ? given > 0 ? whole % given : whole : null);
}

/// <summary>The awards of one list of prizes.</summary>
/// <param name="List">The list.</param>
/// <param name="Awards">Who won, best prize first, in the order in which it was given.</param>
/// <param name="PassedOver">Who was passed over for somebody behind.</param>
/// <param name="Outcomes">How far each prize of the list went.</param>
/// <param name="Substitutes">The next in line, who would be the first to win if winners fell out.</param>
public sealed record Awarding(
    PrizeList List,
    ValueList<Award> Awards,
    ValueList<PassedOver> PassedOver,
    ValueList<PrizeOutcome> Outcomes,
    ValueList<Candidate> Substitutes);
