using System.Globalization;
using HoiThi.Core.Prizes;
using HoiThi.Core.Simulation;

namespace HoiThi.Server.Commands;

/// <summary>The report of a simulation as text.</summary>
internal static class SimulationText
{
    private const int WinnersShown = 3;

    public static void Write(TextWriter text, SimulationReport report)
    {
        Line(text, $"{report.Contest}: {report.People:N0} people from seed {report.Seed}, {report.NotAdmitted:N0} not admitted.");
        if (report.Scale > 1)
        {
            Line(text, $"The units have fewer people: all headcounts are multiplied by {report.Scale:0.0}.");
        }

        foreach (var round in report.Rounds)
        {
            Round(text, round);
        }

        text.WriteLine();
        foreach (var target in report.Targets)
        {
            Line(text, $"Participation target of {target.Percent} %: {target.Reached:N0} of {target.Units:N0} top-level units reach it.");
        }

        foreach (var group in report.Collective)
        {
            Group(text, group);
        }

        List(text, "Rules that never mattered", report.NeverMattered);
        List(text, "Warnings", report.Warnings);
    }

    private static void Round(TextWriter text, RoundReport round)
    {
        text.WriteLine();
        Line(text, $"{(round.Round switch { 0 => "The whole contest", < 0 => $"Stage {-round.Round}: {round.Title}", _ => $"Round {round.Round}: {round.Title}" })}{(round.Practice ? " (practice, counts nowhere)" : "")}");
        foreach (var division in round.Divisions)
        {
            var share = division.Entrants == 0 ? 0 : division.PerfectPeople * 100.0 / division.Entrants;
            Line(text, $"  {(division.Division is null ? "" : $"{division.Division}: ")}{division.Entrants:N0} entrants, {division.Attempts:N0} attempts, {share:0.0} % all correct{(division.Truth is { } truth ? $", truth of the prediction {truth:N0}" : "")}");
            if (division.Entrants > 1)
            {
                Line(text, $"    neighbours parted by {string.Join(", ", division.Keys.Select(key => string.Create(CultureInfo.InvariantCulture, $"{key.Key} {key.Parts:N0}")))}; by ids alone {division.OnlyIds:N0}");
            }
        }

        foreach (var list in round.Prizes)
        {
            Prizes(text, list);
        }
    }

    private static void Prizes(TextWriter text, PrizeListReport list)
    {
        if (list.Divisions.Count > 0)
        {
            Line(text, $"  prizes of {string.Join(", ", list.Divisions)} ({list.Entrants:N0} compete)");
        }

        foreach (var prize in list.Prizes)
        {
            var winners = prize.Winners.Take(WinnersShown).Select(winner => string.Create(
                CultureInfo.InvariantCulture, $"{winner.Place}. {winner.Code} of {winner.Unit}, {winner.Score / 100m:0.##}"));
            var more = prize.Given - Math.Min(WinnersShown, prize.Winners.Count);
            Line(text, $"    {prize.Name}: {(prize.Given == 0 ? "nobody" : string.Join("; ", winners))}{(more > 0 ? $"; and {more:N0} more" : "")}{(prize.Left > 0 ? $" ({prize.Left:N0} left)" : "")}");
        }

        Parted(text, "first over second", list.First);
        Parted(text, "last winner over the next", list.Last);
        foreach (var line in list.PassedOver)
        {
            Line(text, $"    passed over: {line.People:N0}, who {line.Reason.Describe().In(english: true)}");
        }
    }

    private static void Parted(TextWriter text, string what, PartedReport? parted)
    {
        if (parted is not null)
        {
            Line(text, $"    {what} (place {parted.Place:N0}): {parted.Words.In(english: true)}; {parted.Equal:N0} are equal before it");
        }
    }

    private static void Group(TextWriter text, CollectiveReport group)
    {
        text.WriteLine();
        Line(text, $"{group.Name}{(group.Group is null ? "" : $", {group.Group}")}: {group.Considered:N0} units considered, {group.KeptOut:N0} kept out by a gate");
        foreach (var unit in group.Units)
        {
            Line(text, $"  {unit.Place}. {unit.Name} ({unit.Headcount:N0} people): {unit.Score}{(unit.Prize is null ? "" : $", {unit.Prize}")}{(unit.Advances ? ", goes on to part 2" : "")}");
        }
    }

    private static void List(TextWriter text, string title, Core.ValueList<string> lines)
    {
        text.WriteLine();
        Line(text, $"{title}: {(lines.Count == 0 ? "none." : "")}");
        foreach (var line in lines)
        {
            text.WriteLine($"  {line}");
        }
    }

    private static void Line(TextWriter text, FormattableString line) => text.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
