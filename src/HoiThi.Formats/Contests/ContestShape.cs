using HoiThi.Core.Contests;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of <c>contest.yaml</c>. A new rule of the model is one more line here or in a shape beside.</summary>
internal static class ContestShape
{
    private static readonly RecordShape<Entrance> Entrance = new RecordShape<Entrance>("entrance")
        .Required("code", entrance => entrance.Code, Of.Code, "What follows `?from=` in the portal's link; unique.")
        .Required("name", entrance => entrance.Name, Of.LocalText, "The portal's name on screens.");

    private static readonly RecordShape<ContestPage> Page = new RecordShape<ContestPage>("page")
        .Required("slug", page => page.Slug, Of.Code, "The page's name in addresses; unique. The rules are at `rules`.")
        .Required("title", page => page.Title, Of.LocalText, "The heading.")
        .Required("file", page => page.File, Of.File,
            "The Markdown file; its English text may stand beside it in a file that ends in `.en.md`.");

    private static readonly RecordShape<Document> Document = new RecordShape<Document>("document")
        .Required("title", document => document.Title, Of.LocalText, "What the file is.")
        .Required("file", document => document.File, Of.File, "The file to download.");

    private static readonly RecordShape<NewsItem> News = new RecordShape<NewsItem>("news")
        .Required("date", news => news.Date, Of.Date, "The day the notice is dated.")
        .Required("title", news => news.Title, Of.LocalText, "Its heading.")
        .Required("text", news => news.Text, Of.LocalText, "Its text, a paragraph without markup.");

    private static readonly RecordShape<Stage> Stage = new RecordShape<Stage>("stage")
        .Required("title", stage => stage.Title, Of.LocalText, "Its name, as in Tuần 1.")
        .Required("rounds", stage => stage.Rounds, Of.Line(Of.Number(1, 200), 2, 200), "The numbers of its rounds, ascending.")
        .Required("prizes", stage => stage.Prizes, Of.List(PrizesShape.Prize, 1, 100),
            "Its prizes, best first; the other rules of `prizes` hold for them.");

    private static readonly RecordShape<JuryAward> Jury = new RecordShape<JuryAward>("juryAward")
        .Required("code", award => award.Code, Of.Code, "Its name in the file of winners; unique.")
        .Required("name", award => award.Name, Of.LocalText, "What it is for.")
        .Optional("everyRound", award => award.EveryRound, Of.Flag, false, "The prizes are given in every round, not once in the contest.")
        .Required("prizes", award => award.Prizes, Of.List(CollectiveShape.Prize, 1, 100), "The prizes, best first.");

    private static readonly RecordShape<RehearsalOf> Rehearsal = new RecordShape<RehearsalOf>("rehearsal", flow: true)
        .Required("slug", rehearsal => rehearsal.Slug, Of.Slug, "The contest that it is a copy of.")
        .Required("round", rehearsal => rehearsal.Round, Of.Number(1, 200), "The number of the round there that its round is a copy of.");

    private static readonly EnumShape<ThemeColour> Colour = new(
        (ThemeColour.Red, "red"),
        (ThemeColour.Blue, "blue"),
        (ThemeColour.Green, "green"),
        (ThemeColour.Purple, "purple"));

    /// <summary>The whole file.</summary>
    public static RecordShape<Contest> Contest { get; } = new RecordShape<Contest>("contest")
        .Required("slug", contest => contest.Slug, Of.Slug, "The contest's name in addresses.")
        .Required("title", contest => contest.Title, Of.LocalText, "The full name, as on the plan.")
        .Required("shortTitle", contest => contest.ShortTitle, Of.LocalText, "A name of a few words for headers and tables.")
        .Required("organiser", contest => contest.Organiser, Of.LocalText, "Who holds the contest, and by which decision.")
        .Optional("summary", contest => contest.Summary, Of.LocalText, "One or two sentences for the home page.")
        .Optional("contact", contest => contest.Contact, Of.LocalText, "Whom people can ask: a name, a telephone, an address.")
        .Optional("banner", contest => contest.Banner, Of.File, "A picture (PNG, JPEG or WebP) for the top of the home page.")
        .Optional("colour", contest => contest.Colour, Colour, ThemeColour.Red, "The colour of buttons and of what is chosen.")
        .Required("timeZone", contest => contest.TimeZone, new TimeZoneShape(),
            "The IANA zone of all dates and times here, as in Asia/Ho_Chi_Minh.")
        .Required("units", contest => contest.Units, UnitRulesShape.Units, "Kinds of units, blocks and participation targets.")
        .Optional("lists", contest => contest.Lists, Of.List(DivisionShape.List, 0, 100).UniqueBy("code", list => list.Code, "list"), [],
            "Lists of named people.")
        .Required("registration", contest => contest.Registration, RegistrationShape.Registration, "Who may register, and with which data.")
        .Required("paper", contest => contest.Paper, RulesShapes.Paper, "How a paper is made and timed.")
        .Required("attempts", contest => contest.Attempts, RulesShapes.Attempts, "How many attempts there are and which of them counts.")
        .Optional("prediction", contest => contest.Prediction, RulesShapes.Prediction,
            "The number that contestants guess; it never counts in the score.")
        .Required("ranking", contest => contest.Ranking, RulesShapes.Ranking, "The chains that order contestants.")
        .Required("prizes", contest => contest.Prizes, PrizesShape.Prizes, "The individual prizes.")
        .Required("publication", contest => contest.Publication, PublicationShape.Publication, "What is shown to whom, and when.")
        .Optional("divisions", contest => contest.Divisions,
            Of.List(DivisionShape.Division, 0, 100).UniqueBy("code", division => division.Code, "division"), [],
            "Classes of contestants with rules of their own; left out, all are in one.")
        .Optional("collective", contest => contest.Collective,
            Of.List(CollectiveShape.Award, 0, 100).UniqueBy("code", award => award.Code, "award"), [], "Prizes for units.")
        .Required("rounds", contest => contest.Rounds,
            Of.List(RoundShape.Round, 1, 200).Checked(RoundNumbers.Check).Checked(PracticeRounds.Check),
            "The rounds, in order of their numbers.")
        .Optional("stages", contest => contest.Stages, Of.List(Stage, 0, 100), [],
            "Several rounds that have prizes together, ranked by `ranking.contest`, beside those of each and of the contest.")
        .Optional("jury", contest => contest.Jury, Of.List(Jury, 0, 100).UniqueBy("code", award => award.Code, "award"), [],
            "Prizes that a jury gives apart from papers, as for news items on the contest; see `hoithi jury import`.")
        .Optional("entrances", contest => contest.Entrances, Of.List(Entrance).UniqueBy("code", entrance => entrance.Code, "entrance"), [],
            "The portals that link to the contest, counted apart.")
        .Optional("pages", contest => contest.Pages, Of.List(Page).UniqueBy("slug", page => page.Slug, "page"), [],
            "Texts of the organisers, such as the rules.")
        .Optional("documents", contest => contest.Documents, Of.List(Document), [], "Files to download, such as the plan.")
        .Optional("news", contest => contest.News, Of.List(News).Checked(NewsOrder.Check), [], "Notices on the home page, newest first.")
        .Optional("rehearsal", contest => contest.Rehearsal, Rehearsal,
            "That it is a copy to rehearse with; written by `hoithi rehearse prepare` and by nobody else.")
        .Checked(RehearsalCopies.Check, "slug", "rehearsal")
        .Checked(Divisions.Check, "units", "lists", "registration", "divisions")
        .Checked(RoundDivisions.Check, "divisions", "rounds")
        .Checked(Rosters.Check, "lists", "registration")
        .Checked(LiveRounds.Check, "paper", "attempts", "divisions", "rounds", "prizes", "ranking")
        .Checked(PredictionAsked.Check, "ranking", "prediction", "divisions", "rounds", "prizes", "paper", "attempts")
        .Checked(PredictionClasses.Check, "prediction", "divisions", "rounds")
        .Checked(Stages.Check, "rounds", "stages")
        .Checked(PrizeNumbers.Check, "prizes", "divisions", "rounds", "stages")
        .Checked(WinnersPrizes.Check, "prizes", "divisions", "rounds", "stages")
        .Checked(PrizePeople.Check, "units", "lists", "registration", "prizes", "divisions", "rounds", "stages")
        .Checked(CollectiveUnits.Check, "units", "collective")
        .Checked(CollectiveNeeds.Check, "units", "lists", "prizes", "divisions", "rounds", "stages", "collective")
        .Checked(FrozenBoards.Check, "publication", "rounds")
        .Checked(FileRoles.Check, "units", "lists", "rounds", "pages", "documents", "banner");
}
