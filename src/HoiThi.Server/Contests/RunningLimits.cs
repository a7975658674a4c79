using HoiThi.Core.Contests;

namespace HoiThi.Server.Contests;

/// <summary>What of a published contest stays as it is, because attempts, places or prizes rest on it; and why, in words.</summary>
public static class RunningLimits
{
    /// <summary>The first rule that a change breaks, or null.</summary>
    /// <param name="before">The contest as it is.</param>
    /// <param name="after">The contest as it would be.</param>
    /// <param name="now">The moment.</param>
    /// <param name="moved">Whether hours are moved on purpose, with a reason that is published.</param>
    public static LocalText? Broken(Contest before, Contest after, DateTimeOffset now, bool moved)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(before.TimeZone);
        foreach (var round in before.Rounds.Where(round => round.Opens.In(zone) <= now))
        {
            if (round.Number > after.Rounds.Count)
            {
                return new LocalText(
                    $"{round.Title.Vi} đã mở nên không bỏ được: các lượt thi của đợt sẽ không thuộc về đâu.",
                    $"Round {round.Number} is missing, and it has opened; its attempts would belong to nothing.");
            }

            var closed = round.Closes.In(zone) <= now;
            if (!moved && HoursOf(before, after, round, closed) is { } hours)
            {
                return hours;
            }

            if (before.Divisions.Count != after.Divisions.Count)
            {
                return new LocalText(
                    $"{round.Title.Vi} đã mở: không thêm, không bớt bảng thi được nữa, vì thí sinh đã được xếp bảng.",
                    $"Round {round.Number} has opened; divisions are neither added nor taken away, because contestants are in them.");
            }

            for (var division = 0; division < Math.Max(1, before.Divisions.Count); division++)
            {
                if (RulesOf(before, after, round, division, closed) is { } rules)
                {
                    return rules;
                }
            }
        }

        return null;
    }

    /// <summary>An open round may close later, not open otherwise; a closed one stays closed as it was.</summary>
    private static LocalText? HoursOf(Contest before, Contest after, Round round, bool closed)
    {
        var changed = after.Rounds[round.Number - 1];
        return before.TimeZone == after.TimeZone && round.Opens == changed.Opens && (closed ? round.Windows.Equals(changed.Windows) : round.Closes <= changed.Closes)
            ? null
            : new LocalText(
                $"{round.Title.Vi} đã mở: giờ mở không đổi được, giờ đóng không sớm hơn được. Muốn dời lịch, dùng mục “Dời đợt thi”; lý do sẽ được công bố.",
                $"Round {round.Number} has opened: it opens no otherwise and closes no earlier. Its dates are moved with a reason that is published.");
    }

    private static LocalText? RulesOf(Contest before, Contest after, Round round, int division, bool closed)
    {
        var (old, next) = (ContestRules.Of(before, round.Number, division), ContestRules.Of(after, round.Number, division));
        var (vi, en) = !old.Paper.Equals(next.Paper) ? ("cách ra đề, thời gian và cách chấm", "the paper")
            : !old.Blueprint.Equals(next.Blueprint) ? ("ma trận đề", "the blueprint")
            : !old.Attempts.Equals(next.Attempts) ? ("số lượt thi", "the attempts")
            : !Equals(old.Prediction, next.Prediction) ? ("câu dự đoán", "the prediction")
            : !old.Chain.Equals(next.Chain) ? ("thứ tự xếp hạng", "the ranking chain")
            : old.Round.Practice != next.Round.Practice || old.Round.Live != next.Round.Live ? ("kiểu đợt thi (thi thử, thi đồng loạt)", "whether it is for practice or live")
            : closed && (!old.Prizes.Round.Equals(next.Prizes.Round) || old.Prizes.Limit != next.Prizes.Limit) ? ("cơ cấu giải", "the prizes")
            : (null, null);
        return vi is null ? null : new LocalText(
            $"{round.Title.Vi} đã {(closed ? "đóng" : "mở")}: {vi} của đợt không đổi được nữa, vì mọi thí sinh phải cùng một luật. Đợt chưa mở vẫn đổi được ở trang “Các đợt thi”.",
            $"Round {round.Number} has {(closed ? "closed" : "opened")}: {en} of it cannot change, because the same rules hold for all. Rounds to come can have rules of their own.");
    }
}
