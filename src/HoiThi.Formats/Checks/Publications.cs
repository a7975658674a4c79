using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>
/// Nothing is shown before what it gives away: with right and wrong, or the key, anybody can count the score; a place tells
/// it too.
/// </summary>
internal static class Publications
{
    public static void Check(PublicationRules publication, Scope scope)
    {
        NotBefore("answers", publication.Answers, "which answers are right", publication, scope);
        NotBefore("explanations", publication.Explanations, "the right answers", publication, scope);
        NotBefore("place", publication.Place, "the place", publication, scope);
        if (publication.Names != NameDisplay.Hidden)
        {
            NotBefore("standings", publication.Standings, "the public board", publication, scope);
        }
    }

    // Organisers publish after the round, nobody knows when: before or after the contest is over.
    private static bool MayComeBefore(Moment moment, Moment result) => (moment, result) switch
    {
        (Moment.Never, _) => false,
        (Moment.AfterContest, Moment.WhenApproved) or (Moment.WhenApproved, Moment.AfterContest) => true,
        _ => moment < result,
    };

    private static void NotBefore(string key, Moment moment, string shown, PublicationRules publication, Scope scope)
    {
        if (MayComeBefore(moment, publication.Result))
        {
            scope.Add(
                key,
                $"{shown} would be shown {Words.Of(moment)} and give away the result, which is shown {Words.Of(publication.Result)}",
                publication.Result == Moment.Never ? "never, as the result" : $"{Words.Of(publication.Result)} or later");
        }
    }
}
