using System.Globalization;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A paper has 1–100 questions, and where each has a time of its own there is time for all of them.</summary>
internal static class PaperLengths
{
    private const int Most = 100;

    public static void Check(ContestParts parts)
    {
        if (parts.Contest.Value is not { } contest)
        {
            return;
        }

        foreach (var each in RulesInPlace.Of(contest))
        {
            var bank = parts.BankOf(contest, each.Index, each.Division);
            if (bank is not null || each.Rules is { QuestionFile: null, Blueprint.Count: > 0 })
            {
                var length = LengthOf(each.Rules, bank);
                CheckLength(each, length, parts.Contest.Scope);
                CheckTime(each, length, parts.Contest.Scope);
            }
        }
    }

    private static int LengthOf(ContestRules rules, QuestionBank? bank) =>
        rules.Blueprint.Count == 0 ? bank!.Questions.Count : rules.Blueprint.Sum(line => line.Count);

    private static void CheckLength(RulesInPlace each, int length, Scope scope)
    {
        var path = $"{each.Path}.{(each.Rules.Blueprint.Count == 0 ? "questions" : "blueprint")}";
        if (length > Most && !scope.Findings.Has(path))
        {
            scope.Add(
                path,
                $"a paper would have {length} questions",
                each.Rules.Blueprint.Count == 0 ? $"a 'blueprint' that draws at most {Most} of them" : $"at most {Most}");
        }
    }

    private static void CheckTime(RulesInPlace each, int length, Scope scope)
    {
        if (each.Rules.Paper.SecondsPerQuestion is not { } seconds)
        {
            return;
        }

        var time = TimeSpan.FromSeconds((long)seconds * length);
        var (room, what) = each.Round.Live
            ? (each.Round.Windows.Min(window => window.Closes.Value - window.Opens.Value), "the shortest window")
            : (TimeSpan.FromMinutes(each.Rules.Paper.Minutes), "'minutes'");
        var path = $"{each.PaperPath}.secondsPerQuestion";
        if (time > room && !scope.Findings.Has(path))
        {
            scope.Add(
                path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{length} questions of {seconds} seconds take {time.TotalMinutes:0.##} minutes, and {what} is {room.TotalMinutes:0.##}"),
                "fewer questions or seconds, or more time");
        }
    }
}
