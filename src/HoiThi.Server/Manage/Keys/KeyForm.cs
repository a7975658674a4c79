using System.Globalization;
using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers;
using Microsoft.Extensions.Primitives;

namespace HoiThi.Server.Manage.Keys;

/// <summary>What is chosen for a question on its page: in the address where it is looked at, in the form where it is proposed.</summary>
/// <param name="Chosen">Whether anything is chosen, be it right or not.</param>
/// <param name="Ruling">The ruling; null for what was sealed, and where there are errors.</param>
/// <param name="Form">The fields as they were sent, with what is wrong.</param>
public sealed record KeyForm(bool Chosen, KeyRuling? Ruling, ConsoleForm Form)
{
    private static readonly string[] Fields = ["ruling", "choice", "old", "number", "tolerance", "reason"];

    /// <summary>Whether what it would change can be looked at: the ruling is right, be the reason missing.</summary>
    public bool Fits => Chosen && Form.Errors.All(error => error.Field is null or "reason");

    /// <summary>Whether it can be proposed.</summary>
    public bool IsWhole => Chosen && Form.Errors.Count == 0;

    /// <summary>Reads what was sent.</summary>
    public static KeyForm Read(KeyPlace place, Func<string, StringValues> sent)
    {
        var values = Fields.ToDictionary(field => field, field => sent(field).ToString(), StringComparer.Ordinal);
        var (ruling, error) = values["ruling"] switch
        {
            "" => (null, null),
            "keys" => Keys(place.Question, sent("choice"), values["old"] == "yes"),
            "number" => Number(place.Question, values["number"], values["tolerance"]),
            "all" => (new PointsForAll(place.Question.Code), null),
            "withdrawn" => (new Withdrawn(place.Question.Code), null),
            "sealed" => (null, null),
            _ => ((KeyRuling?)null, DoesNotFit()),
        };
        error ??= values["ruling"].Length == 0 ? null
            : place.IsAsItIs(place.InForce.Rulings, ruling) ? AsItIs()
            : place.Corrected(place.InForce.Rulings, ruling, int.MaxValue) is null ? DoesNotFit()
            : null;
        return new KeyForm(values["ruling"].Length > 0, error is null ? ruling : null, new ConsoleForm(values, error is null ? [] : [error]));
    }

    /// <summary>The choices that are ticked: as they were sent, and at first those that are right by <paramref name="now"/>.</summary>
    public IEnumerable<int> TickedOr(Question question, KeyRuling? now) => Chosen
        ? Form["choice"].Split(',').Select(each => int.TryParse(each, NumberStyles.None, CultureInfo.InvariantCulture, out var choice) ? choice : -1)
        : Ticked(question, now is OtherKeys other ? other.Keys : [question.Key]);

    /// <summary>The same with one more error.</summary>
    public KeyForm With(FieldError error) => this with { Form = Form with { Errors = [.. Form.Errors, error] } };

    /// <summary>A ruling as fields of the form, by which it can be looked at again.</summary>
    public static IEnumerable<(string Name, string Value)> FieldsOf(Question question, KeyRuling? ruling) => ruling switch
    {
        OtherKeys { Keys: var keys } => [
            ("ruling", "keys"), .. Ticked(question, keys).Select(choice => ("choice", choice.ToString(CultureInfo.InvariantCulture))),
            .. question.Multiple && keys.Count > 1 && keys.Contains(question.Key) ? new[] { ("old", "yes") } : []],
        OtherNumber { Number: var number } => [("ruling", "number"), ("number", Text(number.Value)), ("tolerance", Text(number.Tolerance))],
        PointsForAll => [("ruling", "all")],
        Withdrawn => [("ruling", "withdrawn")],
        _ => [("ruling", "sealed")],
    };

    /// <summary>The address of a question's page at which a proposal can be looked at; null where the question is gone.</summary>
    internal static string? PathOf(LiveContest contest, KeyRequest request) =>
        KeyPlace.Find(contest, request.Round, request.Version, request.Question) is { } place ? PathOf(request, place.Question) : null;

    /// <summary>The address of a question's page at which a proposal can be looked at.</summary>
    internal static string PathOf(KeyRequest request, Question question) => PathOf(request.Round, request.Version, request.Question) + "?"
        + string.Join('&', FieldsOf(question, request.Ruling?.ToRuling()).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));

    /// <summary>The address of a question's page.</summary>
    public static string PathOf(int round, int version, string question) => $"/rounds/{round}/keys/{version}/{Uri.EscapeDataString(question)}";

    public static FieldError AsItIs() => ConsoleForm.Wrong("ruling", "Câu này đang được chấm đúng như vậy; không có gì để sửa.", "The question is marked so already; there is nothing to correct.");

    public static FieldError DoesNotFit() => ConsoleForm.Wrong(
        "ruling",
        "Quyết định này không áp dụng được cho câu hỏi, hoặc khiến có đề không còn câu nào tính điểm.",
        "The ruling does not fit the question, or a paper could be left without a question that counts.");

    /// <summary>
    /// The choices that are right: each by itself where one can be ticked, together where several can; with those that were sealed
    /// beside them, where that is wanted.
    /// </summary>
    private static (KeyRuling? Ruling, FieldError? Error) Keys(Question question, StringValues ticked, bool old)
    {
        var choices = ticked.Select(each => int.TryParse(each, NumberStyles.None, CultureInfo.InvariantCulture, out var choice) ? choice : -1)
            .Where(choice => choice >= 0 && choice < question.Choices.Count).Distinct().Order().ToArray();
        if (choices.Length == 0)
        {
            return (null, ConsoleForm.Wrong("choice", "Hãy chọn ít nhất một phương án được tính đúng.", "Tick at least one choice that is right."));
        }

        byte[] keys = question.Multiple ? [(byte)choices.Sum(choice => 1 << choice)] : [.. choices.Select(choice => (byte)(1 << choice))];
        var all = keys.Concat(question.Multiple && old ? new[] { question.Key } : []).Distinct().Order().ToValueList();
        return (all is [var only] && only == question.Key ? null : new OtherKeys(question.Code, all), null);
    }

    private static (KeyRuling? Ruling, FieldError? Error) Number(Question question, string number, string tolerance)
    {
        if (Parse(number) is not { } value)
        {
            return (null, ConsoleForm.Wrong("number", $"Đáp số “{number}” không phải là số.", $"“{number}” is no number."));
        }

        if (Parse(tolerance.Length == 0 ? "0" : tolerance) is not { } off || off < 0)
        {
            return (null, ConsoleForm.Wrong("tolerance", $"Sai số “{tolerance}” phải là số từ 0 trở lên.", $"“{tolerance}” is to be a number from 0."));
        }

        var other = new NumberAnswer(value, off);
        return (other == question.Number ? null : new OtherNumber(question.Code, other), null);
    }

    private static decimal? Parse(string text) => NumberText.TryParse(text.Trim(), out var value) ? value : null;

    private static string Text(decimal value) => NumberText.Format(value, english: false);

    /// <summary>The choices that are right. Where several can be ticked, the sealed combination has a box of its own.</summary>
    private static IEnumerable<int> Ticked(Question question, ValueList<byte> keys)
    {
        var shown = keys.Where(key => !question.Multiple || keys.Count == 1 || key != question.Key).Aggregate(0, (all, key) => all | key);
        return Enumerable.Range(0, question.Choices.Count).Where(choice => (shown & (1 << choice)) != 0);
    }
}
