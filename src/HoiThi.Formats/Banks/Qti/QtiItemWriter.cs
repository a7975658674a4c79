using System.Xml.Linq;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks.Qti;

/// <summary>Writes an item of QTI 3.0.</summary>
internal static class QtiItemWriter
{
    private const string Response = "RESPONSE";
    private const string MatchCorrect = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml";

    public static XNamespace Namespace { get; } = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";

    public static XElement Write(Question question) => Of(
        "assessment-item",
        Attribute("identifier", QtiWriter.Identifier(question.Code)),
        Attribute("title", question.Code),
        Attribute("adaptive", "false"),
        Attribute("time-dependent", "false"),
        Declaration(question),
        Of(
            "outcome-declaration",
            Attribute("identifier", "SCORE"),
            Attribute("cardinality", "single"),
            Attribute("base-type", "float"),
            question.Point is { } point ? Attribute("normal-maximum", Figures.Points(point)) : null),
        Body(question),
        Processing(question),
        question.Explanation is { } why
            ? Of(
                "modal-feedback",
                Attribute("outcome-identifier", "FEEDBACK"),
                Attribute("identifier", "explanation"),
                Attribute("show-hide", "show"),
                Of("content-body", Paragraph(why.Vi)))
            : null);

    private static XElement Declaration(Question question)
    {
        var (type, cardinality) = question switch
        {
            { Number: not null } => ("float", "single"),
            { Essay: not null } => ("string", "single"),
            _ => ("identifier", question.Multiple ? "multiple" : "single"),
        };
        var correct = question.Number is { } number
            ? [Figures.Plain(number.Value)]
            : question.Choices.Index().Where(choice => choice.Item.Right).Select(choice => Letters.Of(choice.Index)).ToArray();
        return Of(
            "response-declaration",
            Attribute("identifier", Response),
            Attribute("cardinality", cardinality),
            Attribute("base-type", type),
            correct.Length == 0 ? null : Of("correct-response", correct.Select(value => Of("value", value))));
    }

    private static XElement Body(Question question) => Of("item-body", Asked(question), question.Source is { } source
        ? Of("rubric-block", Attribute("view", "author"), Attribute("data-role", "source"), Of("content-body", Paragraph(source)))
        : null);

    private static object[] Asked(Question question)
    {
        if (question.Number is not null)
        {
            return [Paragraph(question.Text.Vi), new XElement(Namespace + "div", Of("text-entry-interaction", Attribute("response-identifier", Response)))];
        }

        if (question.Essay is { } essay)
        {
            return [Paragraph(question.Text.Vi), Of("extended-text-interaction", Attribute("response-identifier", Response), Attribute("data-words", $"{essay.Words}"))];
        }

        return
        [
            Of(
                "choice-interaction",
                Attribute("response-identifier", Response),
                Attribute("shuffle", question.KeepOrder ? "false" : "true"),
                Attribute("max-choices", question.Multiple ? "0" : "1"),
                Of("prompt", Lines(question.Text.Vi)),
                question.Choices.Select((choice, index) => Of("simple-choice", Attribute("identifier", Letters.Of(index)), Lines(choice.Text.Vi)))),
        ];
    }

    private static XElement? Processing(Question question) => question switch
    {
        { Essay: not null } => null,
        { Number: { } number } => Of("response-processing", Of("response-condition", Of(
            "response-if",
            Of(
                "equal",
                Attribute("tolerance-mode", "absolute"),
                Attribute("tolerance", $"{Figures.Plain(number.Tolerance)} {Figures.Plain(number.Tolerance)}"),
                Of("variable", Attribute("identifier", Response)),
                Of("correct", Attribute("identifier", Response))),
            Of("set-outcome-value", Attribute("identifier", "SCORE"), Of("base-value", Attribute("base-type", "float"), Figures.Points(question.Point ?? 100)))))),
        _ => Of("response-processing", Attribute("template", MatchCorrect)),
    };

    private static XElement Paragraph(string text) => new(Namespace + "p", Lines(text));

    private static IEnumerable<object> Lines(string text) =>
        text.Split('\n').SelectMany((line, index) => index == 0 ? new object[] { line } : [new XElement(Namespace + "br"), line]);

    private static XElement Of(string name, params object?[] content) => new(Namespace + $"qti-{name}", content);

    private static XAttribute Attribute(string name, string value) => new(name, value);
}
