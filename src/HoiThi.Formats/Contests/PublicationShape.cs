using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of <c>publication</c>.</summary>
internal static class PublicationShape
{
    private static readonly EnumShape<Moment> When = new(
        (Moment.AtOnce, "as soon as there is something to show"),
        (Moment.AfterRound, "when the round has closed"),
        (Moment.AfterContest, "when the last round has closed"),
        (Moment.Never, "not at all"));

    /// <summary>What is shown to whom, and when.</summary>
    public static RecordShape<PublicationRules> Publication { get; } = new RecordShape<PublicationRules>("publication")
        .Required("result", publication => publication.Result, When, "When a contestant sees the score of an attempt.")
        .Required("explanations", publication => publication.Explanations, When, "When a contestant sees the right answers and why.")
        .Required("standings", publication => publication.Standings, When, "When the public sees the standings of a round.")
        .Optional("standingsShown", publication => publication.StandingsShown, Of.Number(10, 10_000), 100,
            "How many places the public standings show.");
}
