using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of an item of <c>divisions</c> and of <c>lists</c>.</summary>
internal static class DivisionShape
{
    private static readonly EnumShape<ListRole> Role = new(
        (ListRole.Barred, "may not take part; checked at joining and at the prizes"),
        (ListRole.NoPrize, "may take part and wins nothing"),
        (ListRole.Compulsory, "must take part"),
        (ListRole.Encouraged, "is asked to take part"),
        (ListRole.Roster, "only people on it, or on another list of this role, may take part"),
        (ListRole.Named, "means nothing by itself; divisions and prizes name it"));

    /// <summary>A class of contestants with its own rules.</summary>
    public static RecordShape<Division> Division { get; } = new RecordShape<Division>("division")
        .Required("code", division => division.Code, Of.Code, "The division's name in this file and in addresses; unique.")
        .Required("name", division => division.Name, Of.LocalText, "Its name on screens.")
        .Optional("who", division => division.Who, WhoShape.Who,
            "Whom it is for; left out, everybody. People are put into the first that fits.")
        .Optional("chosen", division => division.Chosen, Of.Flag, false,
            "Whether contestants choose it on the form; those that fit no other division are then offered it.")
        .Optional("paper", division => division.Paper, RulesShapes.Paper, "How its papers are made, in place of the contest's.")
        .Optional("attempts", division => division.Attempts, RulesShapes.Attempts,
            "How many attempts there are, in place of the contest's.")
        .Optional("prediction", division => division.Prediction, RulesShapes.Prediction, "What is guessed, in place of the contest's.")
        .Optional("ranking", division => division.Ranking, RulesShapes.Ranking, "Its chains, in place of the contest's.")
        .Optional("prizes", division => division.Prizes, PrizesShape.Prizes, "Its prizes; the contest's own are then not given in it.");

    /// <summary>A list of named people.</summary>
    public static RecordShape<PersonList> List { get; } = new RecordShape<PersonList>("personList")
        .Required("code", list => list.Code, Of.Code, "The list's name in this file; unique.")
        .Required("name", list => list.Name, Of.LocalText, "Its name on screens.")
        .Required("file", list => list.File, Of.File, "The list, a CSV file; never published.")
        .Required("role", list => list.Role, Role, "What being on it means.");
}
