using System.Globalization;
using HoiThi.Core.Prizes;
using HoiThi.Core.Simulation;
using HoiThi.Formats.Forms;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Setup;

/// <summary>The report of a simulation as text, in one language: what the command prints and what the console shows.</summary>
internal sealed class SimulationText
{
    private const int WinnersShown = 3;
    private readonly TextWriter text;
    private readonly Language language;
    private readonly CultureInfo culture;

    private SimulationText(TextWriter text, Language language)
    {
        (this.text, this.language) = (text, language);
        culture = language.English ? CultureInfo.InvariantCulture : language.Culture();
    }

    public static void Write(TextWriter text, SimulationReport report, Language language) => new SimulationText(text, language).Write(report);

    private void Write(SimulationReport report)
    {
        Line($"{report.Contest}: {report.People:N0} người, hạt giống {report.Seed}; {report.NotAdmitted:N0} người không được dự thi.", $"{report.Contest}: {report.People:N0} people from seed {report.Seed}, {report.NotAdmitted:N0} not admitted.");
        if (report.Scale > 1)
        {
            Line($"Các đơn vị có ít người hơn: mọi số người được nhân với {report.Scale:0.0}.", $"The units have fewer people: all headcounts are multiplied by {report.Scale:0.0}.");
        }

        foreach (var round in report.Rounds)
        {
            Round(round);
        }

        text.WriteLine();
        if (!language.English && report.Targets.Count > 0)
        {
            text.WriteLine("Tỷ lệ tham gia");
        }

        foreach (var target in report.Targets)
        {
            Line($"  Tỷ lệ tối thiểu {target.Percent} %: {target.Reached:N0} trong {target.Units:N0} đơn vị cấp trên cùng đạt.", $"Participation target of {target.Percent} %: {target.Reached:N0} of {target.Units:N0} top-level units reach it.");
        }

        foreach (var group in report.Collective)
        {
            Group(group);
        }

        List(language.Say("Luật không bao giờ dùng tới", "Rules that never mattered"), report.NeverMattered);
        List(language.Say("Cảnh báo", "Warnings"), report.Warnings);
    }

    private void Round(RoundReport round)
    {
        text.WriteLine();
        var (vi, en) = round.Round switch
        {
            0 => ("Cả hội thi", "The whole contest"),
            < 0 => ($"Chặng {-round.Round}: {round.Title}", $"Stage {-round.Round}: {round.Title}"),
            _ => (round.Title, $"Round {round.Round}: {round.Title}"),
        };
        Line($"{vi}{(round.Practice ? " (thi thử, không tính vào đâu)" : "")}", $"{en}{(round.Practice ? " (practice, counts nowhere)" : "")}");
        foreach (var division in round.Divisions)
        {
            var share = division.Entrants == 0 ? 0 : division.PerfectPeople * 100.0 / division.Entrants;
            var named = division.Division is null ? "" : $"{division.Division}: ";
            Line(
                $"  {named}{division.Entrants:N0} người dự thi, {division.Attempts:N0} lượt, {share:0.0} % đúng tất cả{(division.Truth is { } number ? string.Create(culture, $", đáp số dự đoán {number:N0}") : "")}",
                $"  {named}{division.Entrants:N0} entrants, {division.Attempts:N0} attempts, {share:0.0} % all correct{(division.Truth is { } truth ? $", truth of the prediction {truth:N0}" : "")}");
            if (division.Entrants > 1)
            {
                var keys = string.Join(", ", division.Keys.Select(key => string.Create(culture, $"{KeyOf(key.Key)} {key.Parts:N0}")));
                Line($"    người đứng liền nhau được phân định bởi: {keys}; chỉ bởi mã {division.OnlyIds:N0}", $"    neighbours parted by {keys}; by ids alone {division.OnlyIds:N0}");
            }
        }

        foreach (var list in round.Prizes)
        {
            Prizes(list);
        }
    }

    private void Prizes(PrizeListReport list)
    {
        if (list.Divisions.Count > 0)
        {
            var divisions = string.Join(", ", list.Divisions);
            Line($"  giải của {divisions} ({list.Entrants:N0} người tranh giải)", $"  prizes of {divisions} ({list.Entrants:N0} compete)");
        }

        foreach (var prize in list.Prizes)
        {
            var winners = string.Join("; ", prize.Winners.Take(WinnersShown).Select(winner => language.English
                ? string.Create(culture, $"{winner.Place}. {winner.Code} of {winner.Unit}, {winner.Score / 100m:0.##}")
                : string.Create(culture, $"{winner.Place}. {winner.Code} ({winner.Unit}), {winner.Score / 100m:0.##} điểm")));
            var more = prize.Given - Math.Min(WinnersShown, prize.Winners.Count);
            Line(
                $"    {prize.Name}: {(prize.Given == 0 ? "không ai" : winners)}{(more > 0 ? string.Create(culture, $"; và {more:N0} người nữa") : "")}{(prize.Left > 0 ? string.Create(culture, $" (còn {prize.Left:N0})") : "")}",
                $"    {prize.Name}: {(prize.Given == 0 ? "nobody" : winners)}{(more > 0 ? $"; and {more:N0} more" : "")}{(prize.Left > 0 ? $" ({prize.Left:N0} left)" : "")}");
        }

        Parted(language.Say("người thứ nhất hơn người thứ nhì", "first over second"), list.First);
        Parted(language.Say("người được giải cuối cùng hơn người kế tiếp", "last winner over the next"), list.Last);
        foreach (var line in list.PassedOver)
        {
            Line($"    bị bỏ qua: {line.People:N0} người, vì {line.Reason.Describe().Vi}", $"    passed over: {line.People:N0}, who {line.Reason.Describe().In(english: true)}");
        }
    }

    private void Parted(string what, PartedReport? parted)
    {
        if (parted is not null)
        {
            Line(
                $"    {what} (hạng {parted.Place:N0}): {parted.Words.Vi}; trước đó {parted.Equal:N0} người bằng nhau",
                $"    {what} (place {parted.Place:N0}): {parted.Words.In(english: true)}; {parted.Equal:N0} are equal before it");
        }
    }

    private void Group(CollectiveReport group)
    {
        text.WriteLine();
        var named = $"{group.Name}{(group.Group is null ? "" : $", {group.Group}")}";
        Line($"{named}: {group.Considered:N0} đơn vị được xét, {group.KeptOut:N0} đơn vị không đủ điều kiện", $"{named}: {group.Considered:N0} units considered, {group.KeptOut:N0} kept out by a gate");
        foreach (var unit in group.Units)
        {
            var prize = unit.Prize is null ? "" : $", {unit.Prize}";
            Line(
                $"  {unit.Place}. {unit.Name} ({unit.Headcount:N0} người): {unit.Score}{prize}{(unit.Advances ? ", vào phần 2" : "")}",
                $"  {unit.Place}. {unit.Name} ({unit.Headcount:N0} people): {unit.Score}{prize}{(unit.Advances ? ", goes on to part 2" : "")}");
        }
    }

    private void List(string title, Core.ValueList<string> lines)
    {
        text.WriteLine();
        text.WriteLine($"{title}: {(lines.Count == 0 ? language.Say("không có.", "none.") : "")}");
        foreach (var line in lines)
        {
            text.WriteLine($"  {language.Finding(line)}");
        }
    }

    /// <summary>A key of a chain by its name: in English that of the enum, as the command has always printed it.</summary>
    private string KeyOf(Core.Contests.RankingKey key) =>
        language.English ? key.ToString() : language.Choice("rankingKey", new FormWord(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(key.ToString()), "")).ToLower(culture);

    private void Line(FormattableString vi, FormattableString en) => text.WriteLine((language.English ? en : vi).ToString(culture));
}
