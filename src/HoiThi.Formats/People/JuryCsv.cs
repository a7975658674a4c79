using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Shapes;
using HoiThi.Formats.Units;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.People;

/// <summary>Somebody to whom a jury gave a prize.</summary>
/// <param name="Award">The code of the award.</param>
/// <param name="Round">The number of the round, where it is given in every round; else null.</param>
/// <param name="Prize">The index of the prize in the award, from 0.</param>
/// <param name="Name">The name, as published.</param>
/// <param name="Unit">The code of a unit, or null.</param>
/// <param name="Work">What it was given for.</param>
public sealed record JuryWinner(string Award, int? Round, int Prize, string Name, string? Unit, string Work);

/// <summary>
/// The winners of prizes of a jury as CSV (RFC 4180, UTF-8): a header with award, prize (1 is the first), name and work, and
/// if need be round and unit, in any order; a line each.
/// </summary>
public static class JuryCsv
{
    /// <summary>Reads a file and holds it against a contest: awards, rounds and units there are, and no more winners than prizes.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="fileName">What mistakes call the file.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="isUnit">Whether a code is a unit's.</param>
    public static Reading<ValueList<JuryWinner>> Read(string text, string fileName, Contest contest, Func<string, bool> isUnit)
    {
        var findings = new Findings(fileName);
        findings.Place("", new Position(1, 1));
        var rows = new UnitTable(["award", "prize", "name", "work"], ["round", "unit"], findings).Read(text);
        var winners = rows.Select((row, index) => TryRead(row, Scope.Root(findings).Item(index, new Position(row.Line, 1)), contest, isUnit)).OfType<JuryWinner>().ToValueList();
        foreach (var given in winners.CountBy(winner => (winner.Award, winner.Round, winner.Prize)))
        {
            var prize = contest.Jury.First(award => award.Code == given.Key.Award).Prizes[given.Key.Prize];
            if (given.Value > prize.Count)
            {
                findings.Add("", $"'{prize.Name.Vi}' of '{given.Key.Award}' is given {given.Value} times", $"{prize.Count} at most");
            }
        }

        return new Located<ValueList<JuryWinner>>(winners, null, findings).ToReading();
    }

    private static JuryWinner? TryRead(Row row, Scope scope, Contest contest, Func<string, bool> isUnit)
    {
        var reader = new CellReader(row, scope);
        var code = reader.Read("award", Of.Code);
        var prize = reader.Read("prize", Of.Number(1, 100));
        var name = reader.Read("name", Of.Text(200));
        var work = reader.Read("work", Of.Text(500));
        var unit = reader.ReadOrNull("unit", Of.Mark);
        var round = string.IsNullOrWhiteSpace(row.Cells.GetValueOrDefault("round")) ? (int?)null : reader.Read("round", Of.Number(1, 200));
        return reader.Well && IsRight(contest, scope, code!, prize, round, unit, isUnit) ? new JuryWinner(code!, round, prize - 1, name!, unit, work!) : null;
    }

    private static bool IsRight(Contest contest, Scope scope, string code, int prize, int? round, string? unit, Func<string, bool> isUnit)
    {
        if (contest.Jury.FirstOrDefault(each => each.Code == code) is not { } award)
        {
            return No("award", $"there is no award '{code}'", contest.Jury.Count == 0 ? "'jury' in the contest" : $"one of {string.Join(", ", contest.Jury.Select(each => each.Code))}");
        }

        return prize > award.Prizes.Count ? No("prize", $"the award has {award.Prizes.Count} prizes", $"1–{award.Prizes.Count}")
            : award.EveryRound && round is null ? No("round", "the prize is given in every round, and none is named", "the number of a round")
            : !award.EveryRound && round is not null ? No("round", "the prize is given once in the contest, and a round is named", "an empty cell")
            : round > contest.Rounds.Count ? No("round", $"there is no round {round}", $"1–{contest.Rounds.Count}")
            : unit is null || isUnit(unit) || No("unit", $"there is no unit '{unit}'", "the code of a unit, or nothing");

        bool No(string column, string what, string expected)
        {
            scope.Add(column, what, expected);
            return false;
        }
    }
}
