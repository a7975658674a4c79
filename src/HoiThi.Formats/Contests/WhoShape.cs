using HoiThi.Core.Contests;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of <c>who</c> of a division and of <c>for</c> of a prize.</summary>
internal static class WhoShape
{
    private static readonly RecordShape<FieldAnswer> Answer = new RecordShape<FieldAnswer>("fieldAnswer", flow: true)
        .Required("field", answer => answer.Field, Of.Code, "The code of a field of type choice or sex.")
        .Required("in", answer => answer.In, Of.Line(Of.Text(5000), 1, 200),
            "The options that fit, by their Vietnamese text; male and female for sex.");

    /// <summary>A class of people: every condition that is given holds.</summary>
    public static RecordShape<Who> Who { get; } = new RecordShape<Who>("who")
        .Optional("divisions", who => who.Divisions, Of.Line(Of.Code, 1, 100), [],
            "Codes of divisions; in one of them. Not in a division's own.")
        .Optional("kinds", who => who.Kinds, Of.Line(Of.Code, 1, 100), [], "Codes of kinds of units; of a unit of one of them.")
        .Optional("blocks", who => who.Blocks, Of.Line(Of.Code, 1, 100), [], "Codes of blocks; of a unit in one of them.")
        .Optional("minAge", who => who.MinAge, Of.Number(1, 120), "The least age in full years on the day of `registration.ageOn`.")
        .Optional("maxAge", who => who.MaxAge, Of.Number(1, 120), "The greatest age in full years.")
        .Optional("answers", who => who.Answers, Of.List(Answer, 1, 50), [], "What was chosen in the form; all of it.")
        .Optional("lists", who => who.Lists, Of.Line(Of.Code, 1, 100), [], "Codes of lists; on one of them.")
        .Checked(Classes.Check);
}
