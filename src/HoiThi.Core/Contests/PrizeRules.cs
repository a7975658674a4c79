namespace HoiThi.Core.Contests;

/// <summary>Individual prizes (cơ cấu giải).</summary>
/// <param name="Round">Prizes of every round, best first; a round or a division may have its own.</param>
/// <param name="Contest">Prizes over all rounds, best first.</param>
/// <param name="Limit">How often one person may win.</param>
/// <param name="WinnersAtMost">At most this share of the entrants wins, 1–100 percent, rounded down; null is no such cap.</param>
/// <param name="BarredRounds">Who has won is passed over in so many rounds after it, 0–200.</param>
/// <param name="Conditions">What every winner has to have.</param>
/// <param name="Substitutes">How many of the next in line are named behind each list, 0–1,000.</param>
public sealed record PrizeRules(
    ValueList<Prize> Round,
    ValueList<Prize> Contest,
    PrizeLimit Limit,
    int? WinnersAtMost,
    int BarredRounds,
    PrizeConditions? Conditions,
    int Substitutes);

/// <summary>A prize that the rules offer.</summary>
/// <param name="Name">First prize, second prize, …</param>
/// <param name="Count">How many of it there are, 1–10,000; null: everybody who meets the conditions.</param>
/// <param name="Value">What it is worth, in words, or null.</param>
/// <param name="Amount">What one is worth in đồng, or null; what <see cref="PrizeLimit.OnlyHigher"/> compares.</param>
/// <param name="Pot">An amount in đồng that all winners of this prize share in equal parts, rounded down; or null.</param>
/// <param name="By">Who comes first for it.</param>
/// <param name="Who">The class of contestants it is for; null is everybody.</param>
/// <param name="Conditions">What its winner has to have, beside the conditions of all prizes.</param>
/// <param name="Quotas">At most so many of it to one class.</param>
/// <param name="AmongWinners">
/// Whether only who has won another prize can have it (the youngest winner): it comes on top of that prize, after all others
/// have been given, and neither the limit nor the share of winners stands against it.
/// </param>
public sealed record Prize(
    LocalText Name,
    int? Count,
    LocalText? Value,
    long? Amount,
    long? Pot,
    PrizeOrder By,
    Who? Who,
    PrizeConditions? Conditions,
    ValueList<PrizeQuota> Quotas,
    bool AmongWinners = false);

/// <summary>Who comes first for a prize.</summary>
public enum PrizeOrder
{
    /// <summary>The order of the ranking.</summary>
    Ranking,

    /// <summary>The latest birth date; of one date, the ranking.</summary>
    Youngest,

    /// <summary>The earliest birth date; of one date, the ranking.</summary>
    Oldest,

    /// <summary>A draw of lots among those who meet the conditions, as <see cref="RankingKey.Random"/> draws.</summary>
    Draw,
}

/// <summary>What a winner has to have.</summary>
/// <param name="Perfect">Whether everything has to be right in what counts.</param>
/// <param name="MinScore">The least score in hundredths of a point, or null.</param>
/// <param name="CompleteData">Whether every field of the form has to be filled in, those that are not required too.</param>
public sealed record PrizeConditions(bool Perfect, int? MinScore, bool CompleteData);

/// <summary>At most <paramref name="Most"/> of a prize go to one class.</summary>
/// <param name="By">What classes are told apart by.</param>
/// <param name="Most">How many, 1–10,000.</param>
public sealed record PrizeQuota(QuotaClass By, int Most);

/// <summary>What classes of a quota are told apart by.</summary>
public enum QuotaClass
{
    /// <summary>The unit itself.</summary>
    Unit,

    /// <summary>The topmost unit that the contestant's unit is below, or the unit itself.</summary>
    TopUnit,

    /// <summary>The kind of the unit.</summary>
    Kind,

    /// <summary>The block of the unit.</summary>
    Block,

    /// <summary>The division.</summary>
    Division,
}

/// <summary>How often one person may win an individual prize.</summary>
public enum PrizeLimit
{
    /// <summary>Once in each round, and once over all rounds.</summary>
    OncePerRound,

    /// <summary>Once in the contest: who has won in an earlier round is passed over.</summary>
    OncePerContest,

    /// <summary>
    /// Only the higher: of all prizes of all rounds and of the contest the one with the greatest amount; the others go to
    /// the next in line.
    /// </summary>
    OnlyHigher,
}
