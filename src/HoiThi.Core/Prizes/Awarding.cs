using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Prizes;

/// <summary>Who got a prize (giải thưởng).</summary>
/// <param name="PrizeIndex">Which prize of the list, from 0.</param>
/// <param name="Prize">The prize.</param>
/// <param name="Place">The winner's place in the ranking, from 1.</param>
/// <param name="Standing">The winner's standing.</param>
public sealed record Award(int PrizeIndex, Prize Prize, int Place, Standing Standing);

/// <summary>Somebody whose place would have won, and why it did not.</summary>
/// <param name="Place">The place in the ranking, from 1.</param>
/// <param name="Standing">The standing.</param>
/// <param name="Reason">Why.</param>
public sealed record PassedOver(int Place, Standing Standing, PassedOverReason Reason);

/// <summary>Why somebody is passed over.</summary>
public enum PassedOverReason
{
    /// <summary>The organisers have barred the contestant from prizes.</summary>
    Barred,

    /// <summary>The contestant has won before, and the rules allow one prize in the contest.</summary>
    WonBefore,

    /// <summary>The contestant has a prize of this list already.</summary>
    WonHere,
}

/// <summary>The awards of one list of prizes.</summary>
/// <param name="Awards">Who won, best prize first.</param>
/// <param name="PassedOver">Who was passed over before the last prize was given, in the order of places.</param>
/// <param name="Left">How many prizes nobody is there to win.</param>
public sealed record Awarding(ValueList<Award> Awards, ValueList<PassedOver> PassedOver, int Left)
{
    /// <summary>Goes down the ranking and gives each prize as often as there is one, one to a person.</summary>
    /// <param name="prizes">The prizes, best first.</param>
    /// <param name="ranked">The final ranking, best first.</param>
    /// <param name="limit">How often one person may win.</param>
    /// <param name="previousWinners">Who won in other rounds; counts with <see cref="PrizeLimit.OncePerContest"/> only.</param>
    /// <param name="barred">Who can win nothing.</param>
    public static Awarding Draw(
        ValueList<Prize> prizes,
        IReadOnlyList<Ranked> ranked,
        PrizeLimit limit,
        IReadOnlySet<ContestantId> previousWinners,
        IReadOnlySet<ContestantId> barred)
    {
        var awards = new List<Award>();
        var passedOver = new List<PassedOver>();
        var winners = new HashSet<ContestantId>();
        var next = 0;
        for (var index = 0; index < prizes.Count; index++)
        {
            var given = 0;
            while (given < (prizes[index].Count ?? int.MaxValue) && next < ranked.Count)
            {
                var line = ranked[next++];
                if (ReasonAgainst(line.Standing.Contestant) is { } reason)
                {
                    passedOver.Add(new PassedOver(line.Place, line.Standing, reason));
                    continue;
                }

                winners.Add(line.Standing.Contestant);
                awards.Add(new Award(index, prizes[index], line.Place, line.Standing));
                given++;
            }
        }

        return new Awarding([.. awards], [.. passedOver], prizes.Sum(prize => prize.Count ?? 0) - awards.Count);

        PassedOverReason? ReasonAgainst(ContestantId contestant) =>
            barred.Contains(contestant) ? PassedOverReason.Barred
            : limit == PrizeLimit.OncePerContest && previousWinners.Contains(contestant) ? PassedOverReason.WonBefore
            : winners.Contains(contestant) ? PassedOverReason.WonHere
            : null;
    }
}
