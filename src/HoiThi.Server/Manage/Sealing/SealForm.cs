using System.Globalization;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Server.Organisers;
using HoiThi.Server.Questions;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Sealing;

/// <summary>The form of a sealing: where the questions come from, and the matrix, a field for each cell.</summary>
internal static class SealForm
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The columns of the matrix as the names of fields have them.</summary>
    public static IReadOnlyList<(string Name, Difficulty? Level)> Levels { get; } =
        [("easy", Difficulty.Easy), ("medium", Difficulty.Medium), ("hard", Difficulty.Hard), ("any", null)];

    public static string CountName(string topic, string level) => $"n.{level}.{topic}";

    public static string PointName(string topic, string level) => $"p.{level}.{topic}";

    /// <summary>What was typed as a request, with what is wrong in it.</summary>
    public static (SealRequest Request, List<FieldError> Errors) Read(int round, IFormCollection form, ValueList<Topic> topics)
    {
        var errors = new List<FieldError>();
        var lines = new List<SealLine>();
        foreach (var topic in topics)
        {
            foreach (var (level, difficulty) in Levels)
            {
                if (LineOf(form, topic, level, difficulty, errors) is { } line)
                {
                    lines.Add(line);
                }
            }
        }

        var known = topics.Select(topic => topic.Code).ToHashSet(StringComparer.Ordinal);
        return (new SealRequest(
            round,
            form["division"].ToString() is { Length: > 0 } division ? division : null,
            [.. form["topic"].OfType<string>().Where(known.Contains)],
            [.. Tags.Parse(form["tags"].ToString())],
            form["unused"] == "yes",
            [.. lines],
            form["questions"].ToString() is { Length: > 0 } questions ? questions : null), errors);
    }

    /// <summary>A blueprint as the form has it.</summary>
    public static ConsoleForm Of(ValueList<BlueprintLine> blueprint)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in blueprint)
        {
            var level = Levels.First(each => each.Level == line.Difficulty).Name;
            values[CountName(line.Topic, level)] = line.Count.ToString(CultureInfo.InvariantCulture);
            values[PointName(line.Topic, level)] = line.Point is { } point ? (point / 100m).ToString("0.##", Vietnamese) : "";
        }

        return new ConsoleForm(values, []);
    }

    private static SealLine? LineOf(IFormCollection form, Topic topic, string level, Difficulty? difficulty, List<FieldError> errors)
    {
        var (typed, points) = (form[CountName(topic.Code, level)].ToString().Trim(), form[PointName(topic.Code, level)].ToString().Trim());
        if (typed.Length == 0 || typed == "0")
        {
            return null;
        }

        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > SealedSet.LongestPaper)
        {
            errors.Add(ConsoleForm.Wrong(
                CountName(topic.Code, level),
                $"{topic.Name.Vi}: số câu “{typed}” phải là số nguyên từ 0 đến {SealedSet.LongestPaper}.",
                $"{topic.Name.In(true)}: “{typed}” is to be a whole number from 0 to {SealedSet.LongestPaper}."));
            return null;
        }

        int? point = null;
        if (points.Length > 0)
        {
            if (!decimal.TryParse(points.Replace('.', ','), NumberStyles.AllowDecimalPoint, Vietnamese, out var value) || value is < 0.01m or > 1_000 || value * 100 != decimal.Truncate(value * 100))
            {
                errors.Add(ConsoleForm.Wrong(
                    PointName(topic.Code, level),
                    $"{topic.Name.Vi}: điểm “{points}” phải từ 0,01 đến 1000, nhiều nhất hai chữ số sau dấu phẩy.",
                    $"{topic.Name.In(true)}: “{points}” points is to be from 0.01 to 1000 with at most two decimals."));
                return null;
            }

            point = (int)(value * 100);
        }

        return new SealLine(topic.Code, difficulty?.ToString(), count, point);
    }
}
