using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;

namespace HoiThi.Server.Manage.Keys;

/// <summary>What a ruling would change, as things stand.</summary>
/// <param name="Attempts">Attempts that would be marked otherwise.</param>
/// <param name="Gain">People whose score in the round would be higher.</param>
/// <param name="Lose">People whose score would be lower.</param>
/// <param name="Same">People whose score would stay, though right answers or the number of questions change.</param>
/// <param name="Truth">What predictions are held against, as it is and as it would be; null where nothing is guessed, or not yet known.</param>
/// <param name="Top">The top of the division's ranking as it would be.</param>
/// <param name="Prizes">Prizes of the round that would go, come or be others; null while the round is not closed.</param>
public sealed record KeyImpact(long Attempts, long Gain, long Lose, long Same, (long Before, long After)? Truth, ValueList<TopLine> Top, ValueList<PrizeChange>? Prizes);

/// <summary>A place at the top.</summary>
/// <param name="Place">The place that it would be.</param>
/// <param name="Before">The place that it is.</param>
/// <param name="Contestant">Whose.</param>
/// <param name="Name">The name.</param>
/// <param name="Unit">The number of the unit.</param>
/// <param name="Score">Hundredths of a point, as it would be.</param>
/// <param name="ScoreBefore">As it is.</param>
public sealed record TopLine(int Place, int Before, ContestantId Contestant, string Name, int Unit, int Score, int ScoreBefore);

/// <summary>Prizes of somebody.</summary>
/// <param name="Contestant">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="Unit">The number of the unit.</param>
/// <param name="Before">The names of the prizes held; empty for none.</param>
/// <param name="After">The names of those that would be held.</param>
public sealed record PrizeChange(ContestantId Contestant, string Name, int Unit, ValueList<LocalText> Before, ValueList<LocalText> After);
