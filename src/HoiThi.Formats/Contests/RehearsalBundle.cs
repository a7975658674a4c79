using HoiThi.Core;
using HoiThi.Core.Contests;

namespace HoiThi.Formats.Contests;

/// <summary>Makes the copy of a contest that can be rehearsed with.</summary>
public static class RehearsalBundle
{
    /// <summary>
    /// A copy with one round that is open now. What nobody can rehearse alone is left out: e-mail, a provider and rosters
    /// (the form is open), a clock for each question, patterns of fields that are not known, boards that freeze.
    /// </summary>
    /// <param name="bundle">The contest.</param>
    /// <param name="round">The number of the round that is copied.</param>
    /// <param name="opens">When the copy opens.</param>
    /// <param name="closes">When it closes.</param>
    public static ContestBundle ToRehearsal(this ContestBundle bundle, int round, LocalDateTime opens, LocalDateTime closes)
    {
        var (contest, banks) = (bundle.Contest, bundle.QuestionFiles());
        var copy = contest with
        {
            Slug = RehearsalOf.SlugOf(contest.Slug),
            Title = Rehearsed(contest.Title),
            ShortTitle = Rehearsed(contest.ShortTitle),
            Registration = Open(contest.Registration),
            Lists = contest.Lists.Select(list => list.Role == ListRole.Roster ? list with { Role = ListRole.Named } : list).ToValueList(),
            Paper = Untimed(contest.Paper)!,
            Divisions = contest.Divisions.Select(division => division with { Paper = Untimed(division.Paper) }).ToValueList(),
            Rounds = [Open(contest.Rounds[round - 1], opens, closes)],
            Publication = contest.Publication with { FreezeMinutes = 0, CountsAt = null },
            News = [],
            Stages = [],
            Rehearsal = new RehearsalOf(contest.Slug, round),
        };
        return bundle with
        {
            Contest = copy,
            Banks = QuestionSlot.Of(copy).Select(slot => banks[slot.File]).ToValueList(),
            Lists = bundle.Lists.Select(list => list.Select(person => person with { Code = null }).ToValueList()).ToValueList(),
        };
    }

    private static LocalText Rehearsed(LocalText title) => new($"Diễn tập: {title.Vi}", title.En is { } english ? $"Rehearsal: {english}" : null);

    private static RegistrationRules Open(RegistrationRules rules) => rules with
    {
        Method = JoinMethod.Open,
        Provider = null,
        Fields = rules.Fields.Select(field => field with { Pattern = null }).ToValueList(),
    };

    private static Round Open(Round round, LocalDateTime opens, LocalDateTime closes) => round with
    {
        Number = 1,
        Calendar = [new SingleWindow(opens, closes)],
        Practice = false,
        Live = false,
        Paper = Untimed(round.Paper),
        Divisions = round.Divisions.Select(own => own with { Paper = Untimed(own.Paper) }).ToValueList(),
    };

    private static PaperRules? Untimed(PaperRules? paper) => paper is null ? null : paper with { SecondsPerQuestion = null };
}
