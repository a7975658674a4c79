using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Manage.Setup;

/// <summary>A thing to see to before a contest is published.</summary>
/// <param name="Done">Whether it is seen to.</param>
/// <param name="Must">Whether nothing is published without it.</param>
/// <param name="Text">What it is.</param>
/// <param name="Page">The page of the console where it is done, after the contest's address.</param>
public sealed record CheckItem(bool Done, bool Must, LocalText Text, string Page);

/// <summary>What is still missing before a contest is published.</summary>
public static class Checklist
{
    /// <summary>Every item, done or not, in the order in which a contest is set up.</summary>
    public static ValueList<CheckItem> Of(LiveContest contest, DateTimeOffset now)
    {
        var definition = contest.Definition;
        var units = Enumerable.Range(1, contest.Units.Count).Select(number => contest.Units[number]).ToList();
        var eligible = definition.Units.Kinds.Where(kind => kind.Eligible).Select(kind => kind.Code).ToHashSet(StringComparer.Ordinal);
        var uncounted = definition.Units.Targets.Count == 0 && !definition.Collective.Any(award => award.Score.Any(term => term.Measure == Measure.Share));
        var unsealed = contest.LiveRounds.Where(round => !round.IsSealed).Select(round => definition.Rounds[round.Number - 1].Title.Vi).ToArray();
        var late = definition.Rounds.Count(round => round.Opens.In(contest.Zone) <= now);
        var empty = definition.Lists.Where(list => !contest.Lists.ContainsKey(list.Code)).Select(list => list.Name.Vi).ToArray();
        return
        [
            new(units.Exists(unit => eligible.Contains(unit.Kind)) && !units.Exists(unit => unit.Name.Vi.Contains(ContestTemplates.Placeholder, StringComparison.Ordinal)), true,
                new($"Danh sách đơn vị ({contest.Units.Count})", $"The list of units ({contest.Units.Count})"), "/setup/unit-list"),
            new(uncounted || units.Exists(unit => unit.Headcount > 0), true, new("Số người của các đơn vị, để tính tỷ lệ tham gia", "Headcounts of units, for participation"), "/setup/unit-list"),
            new(empty.Length == 0, true, new($"Danh sách người đã tải lên{Names(empty)}", $"Lists of people are uploaded{Names(empty)}"), "/setup/files"),
            new(definition.Rounds[^1].Closes.In(contest.Zone) > now, true, new("Lịch thi chưa qua", "The calendar is not over"), "/setup/rounds"),
            new(late == 0, false, new("Chưa đợt nào đến giờ mở", "No round has opened yet"), "/setup/rounds"),
            new(unsealed.Length == 0, false, new($"Câu hỏi của các đợt đã niêm phong{Names(unsealed)}", $"Questions of the rounds are sealed{Names(unsealed)}"), "/setup/rounds"),
            new(definition.Prizes.Round.Count + definition.Prizes.Contest.Count > 0 || definition.Divisions.Any(division => division.Prizes is not null), false,
                new("Cơ cấu giải cá nhân", "Individual prizes"), "/setup/prizes"),
            new(definition.Pages.Any(page => page.Slug == "rules"), false, new("Trang thể lệ", "The page with the rules"), "/texts"),
            new(definition.Documents.Count > 0, false, new("Tài liệu: kế hoạch, tài liệu ôn tập", "Documents: the plan, study notes"), "/setup/files"),
            new(definition.Contact is not null, false, new("Liên hệ khi cần hỏi", "Whom people can ask"), "/setup/general"),
        ];

        static string Names(string[] names) => names.Length == 0 ? "" : $": {string.Join(", ", names.Take(6))}{(names.Length > 6 ? "…" : "")}";
    }
}
