namespace HoiThi.Core.Contests;

/// <summary>
/// Prizes for what no paper measures: news items on the contest, people who spread it. A jury decides, the organisers enter
/// the winners; these need not be contestants.
/// </summary>
/// <param name="Code">Its name in files; unique in the contest.</param>
/// <param name="Name">What it is for.</param>
/// <param name="EveryRound">Whether the prizes are given in every round; otherwise once in the contest.</param>
/// <param name="Prizes">The prizes, best first.</param>
public sealed record JuryAward(string Code, LocalText Name, bool EveryRound, ValueList<CollectivePrize> Prizes);
