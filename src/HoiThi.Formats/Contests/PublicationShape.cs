using HoiThi.Core.Contests;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of <c>publication</c>.</summary>
internal static class PublicationShape
{
    private static readonly EnumShape<Moment> When = new(
        (Moment.AtOnce, "as soon as there is something to show"),
        (Moment.AfterRound, "when the round has closed"),
        (Moment.AfterContest, "when the last round has closed"),
        (Moment.WhenApproved, "when the organisers have published the round's results"),
        (Moment.Never, "not at all"));

    private static readonly EnumShape<NameDisplay> Names = new(
        (NameDisplay.Full, "in full"),
        (NameDisplay.Masked, "the given name and the first letters of the others"),
        (NameDisplay.Hidden, "not at all"));

    /// <summary>What is shown to whom, and when.</summary>
    public static RecordShape<PublicationRules> Publication { get; } = new RecordShape<PublicationRules>("publication")
        .Required("result", publication => publication.Result, When, "When a contestant sees the score of an attempt.")
        .Required("explanations", publication => publication.Explanations, When, "When a contestant sees the right answers and why.")
        .Required("standings", publication => publication.Standings, When, "When the public sees the standings of a round.")
        .Optional("standingsShown", publication => publication.StandingsShown, Of.Number(10, 10_000), 100,
            "How many places the public standings show.")
        .Optional("answers", publication => publication.Answers, When, Moment.Never,
            "When a contestant sees which answers are right and wrong, without the key.")
        .Optional("place", publication => publication.Place, When, Moment.AtOnce, "When a contestant sees the place so far.")
        .Optional("names", publication => publication.Names, Names, NameDisplay.Full, "How names stand on public boards.")
        .Optional("freezeMinutes", publication => publication.FreezeMinutes, Of.Number(0, 10_080), 0,
            "So long before a round's end its public board stops changing.")
        .Optional("countsAt", publication => publication.CountsAt, Of.Clock,
            "The time of day at which public counts are renewed, once a day; left out, always.")
        .Optional("complaintDays", publication => publication.ComplaintDays, Of.Number(0, 60), 0,
            "For so many days after the closing results can be complained of and are not official.")
        .Checked(Publications.Check);
}
