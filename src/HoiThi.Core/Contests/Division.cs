using HoiThi.Core.People;

namespace HoiThi.Core.Contests;

/// <summary>
/// A class of contestants with its own rules (bảng, khối đối tượng). Without divisions all are in one. A contestant is put
/// at joining into the first division whose <paramref name="Who"/> fits, or into the one chosen on the form, and stays there.
/// A rule that is null is the contest's.
/// </summary>
/// <param name="Code">Its name in files and addresses; unique in the contest.</param>
/// <param name="Name">Its name on screens.</param>
/// <param name="Who">Whom it is for; null is everybody.</param>
/// <param name="Chosen">Whether contestants choose it on the form; those that fit no other division are then offered it.</param>
/// <param name="Paper">How its papers are made.</param>
/// <param name="Attempts">How many attempts there are.</param>
/// <param name="Prediction">What is guessed.</param>
/// <param name="Ranking">Its chains.</param>
/// <param name="Prizes">Its prizes; the contest's own are then not given in it.</param>
public sealed record Division(
    string Code,
    LocalText Name,
    Who? Who,
    bool Chosen,
    PaperRules? Paper,
    AttemptRules? Attempts,
    PredictionRules? Prediction,
    RankingRules? Ranking,
    PrizeRules? Prizes);

/// <summary>A class of people: every condition that is given holds; a list that is empty does not limit.</summary>
/// <param name="Divisions">Codes of divisions; not in a division's own.</param>
/// <param name="Kinds">Codes of kinds of units.</param>
/// <param name="Blocks">Codes of blocks.</param>
/// <param name="MinAge">The least age in full years on <see cref="RegistrationRules.AgeOn"/>, or null.</param>
/// <param name="MaxAge">The greatest age in full years, or null.</param>
/// <param name="Answers">What was chosen in fields of the form.</param>
/// <param name="Lists">Codes of lists; on one of them.</param>
public sealed record Who(
    ValueList<string> Divisions,
    ValueList<string> Kinds,
    ValueList<string> Blocks,
    int? MinAge,
    int? MaxAge,
    ValueList<FieldAnswer> Answers,
    ValueList<string> Lists)
{
    /// <summary>Whether the person is of this class, a doubtful age taken for a fitting one.</summary>
    public bool Matches(IPersonFacts person) => FitOf(person) != Fit.No;

    /// <summary>Whether the person is of this class; doubtful only for an age that is not known exactly.</summary>
    public Fit FitOf(IPersonFacts person) =>
        Allows(Divisions, person.Division)
        && Allows(Kinds, person.Kind)
        && Allows(Blocks, person.Block)
        && Answers.All(answer => person.Answer(answer.Field) is { } given && answer.In.Contains(given, StringComparer.Ordinal))
        && (Lists.Count == 0 || Lists.Any(person.IsOn))
            ? person.Age.Within(MinAge, MaxAge)
            : Fit.No;

    private static bool Allows(ValueList<string> codes, string? code) => codes.Count == 0 || (code is not null && codes.Contains(code, StringComparer.Ordinal));
}

/// <summary>A choice made in the form.</summary>
/// <param name="Field">The code of a field of type choice or sex.</param>
/// <param name="In">The options that fit, by their Vietnamese text (male, female for sex).</param>
public sealed record FieldAnswer(string Field, ValueList<string> In);

/// <summary>A list of named people in a CSV file (columns identity, name, unit, code), and what being on it means.</summary>
/// <param name="Code">Its name; unique in the contest.</param>
/// <param name="Name">Its name on screens.</param>
/// <param name="File">The list, relative to the contest's folder; never published.</param>
/// <param name="Role">What being on it means.</param>
public sealed record PersonList(string Code, LocalText Name, string File, ListRole Role);

/// <summary>What being on a list means.</summary>
public enum ListRole
{
    /// <summary>May not take part (organisers, question writers, vendor's staff); checked at joining and at the prizes.</summary>
    Barred,

    /// <summary>May take part and win nothing.</summary>
    NoPrize,

    /// <summary>Must take part.</summary>
    Compulsory,

    /// <summary>Is asked to take part.</summary>
    Encouraged,

    /// <summary>Only people on it, or on another list of this role, may take part.</summary>
    Roster,

    /// <summary>Means nothing by itself; divisions and prizes name it.</summary>
    Named,
}
