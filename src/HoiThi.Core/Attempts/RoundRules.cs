using HoiThi.Core.Contests;
using HoiThi.Core.Questions;

namespace HoiThi.Core.Attempts;

/// <summary>
/// What the hot path needs to know of a round, made once from the contest. Moments are milliseconds since
/// 1970-01-01 UTC.
/// </summary>
/// <param name="Contest">The contest's number in this installation.</param>
/// <param name="Number">The round's number.</param>
/// <param name="Windows">When attempts can start: start included, end excluded.</param>
/// <param name="Duration">Milliseconds for an attempt.</param>
/// <param name="Grace">Milliseconds after the deadline in which a submission on its way still counts.</param>
/// <param name="Limit">The most attempts of one contestant.</param>
/// <param name="Counts">Which attempt becomes the standing.</param>
/// <param name="Chain">The chain of the round.</param>
/// <param name="ContestChain">The chain over all rounds.</param>
/// <param name="Sets">The sealed sets of the round, oldest first; the last is drawn from by new attempts.</param>
public sealed record RoundRules(
    short Contest,
    short Number,
    ValueList<(long Opens, long Closes)> Windows,
    long Duration,
    long Grace,
    int Limit,
    Counting Counts,
    ValueList<RankingKey> Chain,
    ValueList<RankingKey> ContestChain,
    ValueList<SealedSet> Sets)
{
    /// <summary>The set that new attempts draw from.</summary>
    public SealedSet CurrentSet => Sets[^1];

    /// <summary>When the first window opens.</summary>
    public long Opens => Windows[0].Opens;

    /// <summary>When the last window closes.</summary>
    public long Closes => Windows[^1].Closes;

    /// <summary>
    /// The first moment from which no attempt of the round takes anything any more: an answer that arrives in the very
    /// last millisecond of the grace still counts, so it is one later. From then on counts and ranking are final.
    /// </summary>
    public long Settled => Closes + Grace + 1;

    /// <summary>The set of <paramref name="version"/>.</summary>
    public SealedSet Set(int version) => Sets.First(set => set.Version == version);

    /// <summary>The end of the window that is open at <paramref name="now"/>, or null.</summary>
    public long? OpenUntil(long now)
    {
        foreach (var (opens, closes) in Windows)
        {
            if (opens <= now && now < closes)
            {
                return closes;
            }
        }

        return null;
    }

    /// <summary>The rules of round <paramref name="number"/> of a contest.</summary>
    public static RoundRules Of(Contest definition, short contest, int number, ValueList<SealedSet> sets)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(definition.TimeZone);
        var round = definition.Rounds[number - 1];
        return new RoundRules(
            contest,
            (short)number,
            round.Windows
                .Select(w => (w.Opens.In(zone).ToUnixTimeMilliseconds(), w.Closes.In(zone).ToUnixTimeMilliseconds()))
                .ToValueList(),
            definition.Paper.Minutes * 60_000L,
            definition.Paper.GraceSeconds * 1_000L,
            definition.Attempts.PerRound ?? 1000,
            definition.Attempts.Counts,
            definition.Ranking.Round,
            definition.Ranking.Contest,
            sets);
    }
}
