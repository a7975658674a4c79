namespace HoiThi.Core.Contests;

/// <summary>
/// One competition as its organisers define it: everything of <c>contest.yaml</c>, and nothing that
/// happens while it runs. Units and questions stand beside it in files and tables of their own.
/// </summary>
/// <param name="Slug">The contest's name in addresses: 3–60 of a–z, 0–9 and hyphens.</param>
/// <param name="Title">The full name, as on the plan.</param>
/// <param name="ShortTitle">A name of a few words for headers and tables.</param>
/// <param name="Organiser">Who holds the contest, and by which decision.</param>
/// <param name="Summary">One or two sentences for the home page, or null.</param>
/// <param name="TimeZone">The IANA zone in which the calendar is written, e.g. Asia/Ho_Chi_Minh.</param>
/// <param name="Units">Kinds of units, blocks and participation targets.</param>
/// <param name="Registration">Who may register, and with which data.</param>
/// <param name="Paper">How a paper is made and timed.</param>
/// <param name="Attempts">How many attempts there are and which of them counts.</param>
/// <param name="Prediction">The number that contestants guess, or null where none is asked.</param>
/// <param name="Ranking">The chains that order contestants.</param>
/// <param name="Prizes">The individual prizes.</param>
/// <param name="Publication">What is shown to whom, and when.</param>
/// <param name="Rounds">The rounds in order of their numbers, which run from 1 without a gap.</param>
/// <param name="Divisions">Classes of contestants with rules of their own; empty: all are in one.</param>
/// <param name="Lists">Lists of named people.</param>
/// <param name="Collective">Prizes for units.</param>
/// <param name="Entrances">The portals that link to the contest, counted apart.</param>
/// <param name="Pages">Texts of the organisers, such as the rules.</param>
/// <param name="Documents">Files to download, such as the plan.</param>
/// <param name="News">Notices of the organisers, newest first.</param>
/// <param name="Stages">Several rounds that have prizes together, beside those of each and of the contest.</param>
/// <param name="Jury">Prizes that a jury gives apart from papers.</param>
/// <param name="Rehearsal">What it is a copy of to rehearse with; null for a real contest.</param>
/// <param name="Contact">Whom people can ask, or null.</param>
/// <param name="Banner">The picture at the top of the home page, relative to the contest's folder, or null.</param>
/// <param name="Colour">The colour of buttons and of what is chosen.</param>
public sealed record Contest(
    string Slug,
    LocalText Title,
    LocalText ShortTitle,
    LocalText Organiser,
    LocalText? Summary,
    string TimeZone,
    UnitRules Units,
    RegistrationRules Registration,
    PaperRules Paper,
    AttemptRules Attempts,
    PredictionRules? Prediction,
    RankingRules Ranking,
    PrizeRules Prizes,
    PublicationRules Publication,
    ValueList<Round> Rounds,
    ValueList<Division> Divisions,
    ValueList<PersonList> Lists,
    ValueList<CollectiveAward> Collective,
    ValueList<Entrance> Entrances,
    ValueList<ContestPage> Pages,
    ValueList<Document> Documents,
    ValueList<NewsItem> News,
    ValueList<Stage>? Stages = null,
    ValueList<JuryAward>? Jury = null,
    RehearsalOf? Rehearsal = null,
    LocalText? Contact = null,
    string? Banner = null,
    ThemeColour Colour = ThemeColour.Red)
{
    /// <summary>Several rounds that have prizes together, beside those of each and of the contest.</summary>
    public ValueList<Stage> Stages { get; init; } = Stages ?? [];

    /// <summary>Prizes that a jury gives apart from papers.</summary>
    public ValueList<JuryAward> Jury { get; init; } = Jury ?? [];
}

/// <summary>A colour that the site has, so that texts can be read on it.</summary>
public enum ThemeColour
{
    Red,
    Blue,
    Green,
    Purple,
}

/// <summary>A portal that links to the contest with <c>?from=code</c>.</summary>
/// <param name="Code">1–40 of a–z, 0–9 and hyphens; unique in the contest.</param>
/// <param name="Name">The portal's name on screens.</param>
public sealed record Entrance(string Code, LocalText Name);

/// <summary>A page of text written by the organisers in Markdown.</summary>
/// <param name="Slug">Its name in addresses; unique in the contest. The rules are at <c>rules</c>.</param>
/// <param name="Title">The heading.</param>
/// <param name="File">The Markdown file, relative to the contest's folder.</param>
public sealed record ContestPage(string Slug, LocalText Title, string File);

/// <summary>A file that visitors can download.</summary>
/// <param name="Title">What it is.</param>
/// <param name="File">The file, relative to the contest's folder.</param>
public sealed record Document(LocalText Title, string File);

/// <summary>A short notice on the contest's home page.</summary>
/// <param name="Date">The day it is dated.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Its text, a paragraph without markup.</param>
public sealed record NewsItem(DateOnly Date, LocalText Title, LocalText Text);
