using HoiThi.Core.Attempts;

namespace HoiThi.Server.Storage;

// The tables of results (004, 010).

public sealed record RoundResultRow(
    short Contest, short Round, short Division, long? Truth, long People, long Attempts, string Spread, int ContestVersion, long Computed);

public sealed record AwardRow(short Contest, short Round, ContestantId Contestant, short Field, short Prize, int Place, long? Amount);

public sealed record PassedOverRow(short Contest, short Round, ContestantId Contestant, short Reason, short Field, short Prize, int Place);

public sealed record SubstituteRow(short Contest, short Round, short Field, short Ordinal, int Place, ContestantId Contestant);

public sealed record FallenOutRow(short Contest, ContestantId Contestant, string Reason, long Recorded);

public sealed record PublicityRow(short Contest, int Line, int Unit, int Points, string Reason, long Recorded);

public sealed record JuryWinnerRow(
    short Contest, int Line, string Award, short Round, short Prize, string Name, int? Unit, string Work, long Recorded);

public sealed record UnitFiguresRow(
    short Contest, int Unit, long People, long Attempts, long PerfectPeople, long PerfectAttempts, long Score,
    int Compulsory, int CompulsoryOf, string Prizes, long Publicity, string BestScores, long Registered);

public sealed record ContestSeedRow(short Contest, byte[] Seed);

public sealed record FrozenBoardRow(short Contest, short Round, short Division, long Taken, long People, string Spread);

public sealed record FrozenPlaceRow(
    short Contest, short Round, short Division, int Place, ContestantId Contestant, int Unit, long Registered, int Attempts, int Perfect,
    short Ordinal, int Score, int Correct, long Time, long Submitted, long Started)
{
    public Core.Ranking.Standing ToStanding() => new(
        Contestant, Round, Unit, Registered, Attempts, Perfect, Ordinal, Score, Correct, Time, Submitted, Prediction: null, Division, Started);
}

public sealed record DailyCountRow(
    short Contest, short Round, int Unit, long People, long Attempts, long PerfectPeople, long PerfectAttempts, long Score)
{
    public Core.Participation.Tally ToTally() => new(People, Attempts, PerfectPeople, PerfectAttempts, Score);
}

public sealed record DailyCountTakenRow(short Contest, long Taken);
