using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Contests;

/// <summary>
/// Moves the dates of a round, also while the contest runs: with a reason that is kept and a notice that everybody sees.
/// What has closed stays closed, and nobody's attempt is cut off.
/// </summary>
public sealed class RoundMove(ContestStore store, IDbContextFactory<HoiThiContext> contexts, TimeProvider time)
{
    /// <summary>Moves a round.</summary>
    /// <param name="slug">The contest.</param>
    /// <param name="round">The round's number.</param>
    /// <param name="change">Its new calendar from the old.</param>
    /// <param name="reason">Why, for the notice and the record.</param>
    /// <param name="within">Done in the same transaction, given the contest's number and its version before; or null.</param>
    /// <param name="cancel">Stops before anything is stored.</param>
    /// <returns>The version that the contest now has; null where there is no such contest.</returns>
    /// <exception cref="ContestImportException">The round is not to be moved so; the message says why.</exception>
    public async Task<int?> MoveAsync(
        string slug, int round, Func<ValueList<CalendarEntry>, ValueList<CalendarEntry>> change, LocalText reason, Func<HoiThiContext, short, int, Task>? within = null,
        CancellationToken cancel = default)
    {
        if (await store.ExportAsync(slug, cancel) is not { } bundle)
        {
            return null;
        }

        if (round < 1 || round > bundle.Contest.Rounds.Count)
        {
            throw new ContestImportException($"Không có đợt {round}; hội thi có {bundle.Contest.Rounds.Count} đợt.", $"There is no round {round}; the contest has {bundle.Contest.Rounds.Count}.");
        }

        var before = bundle.Contest.Rounds[round - 1];
        var after = before with { Calendar = change(before.Calendar) };
        var zone = TimeZoneInfo.FindSystemTimeZoneById(bundle.Contest.TimeZone);
        var now = time.GetUtcNow();
        await RequireFair(slug, before, after, zone, now, cancel);
        var contest = bundle.Contest with
        {
            Rounds = bundle.Contest.Rounds.Select(each => each.Number == round ? after : each).ToValueList(),
            News = bundle.Contest.News.Prepend(NoticeOf(before, after, reason, TimeZoneInfo.ConvertTime(now, zone))).ToValueList(),
        };
        var moved = bundle with { Contest = contest };
        if (moved.Check() is { Count: > 0 } mistakes)
        {
            throw new ContestImportException(new LocalText(string.Join('\n', mistakes)));
        }

        return await store.ImportAsync(moved, reason.Vi, within, cancel);
    }

    /// <summary>A calendar moved by whole days, or with another beginning and end.</summary>
    /// <exception cref="ContestImportException">Hours of a weekly pattern are not moved so.</exception>
    public static ValueList<CalendarEntry> Moved(ValueList<CalendarEntry> calendar, LocalDateTime? opens, LocalDateTime? closes, int? days)
    {
        if (days is { } by)
        {
            return calendar.Select(entry => entry.MovedByDays(by)).ToValueList();
        }

        return calendar.Select((entry, index) => entry switch
        {
            SingleWindow window => new SingleWindow(
                index == 0 ? opens ?? window.Opens : window.Opens, index == calendar.Count - 1 ? closes ?? window.Closes : window.Closes),
            _ when (index == 0 && opens is not null) || (index == calendar.Count - 1 && closes is not null) =>
                throw new ContestImportException("Đợt thi mở theo lịch tuần: dời theo số ngày, hoặc sửa lịch.", "The round is open by a weekly pattern: move it by --days, or edit contest.yaml and import it."),
            _ => entry,
        }).ToValueList();
    }

    private async Task RequireFair(string slug, Round before, Round after, TimeZoneInfo zone, DateTimeOffset now, CancellationToken cancel)
    {
        if (now >= before.Closes.In(zone))
        {
            throw new ContestImportException($"{before.Title.Vi} đã đóng lúc {before.Closes}; đợt đã đóng không mở lại.", $"Round {before.Number} closed at {before.Closes}; a round that has closed is not opened again.");
        }

        if (after.Closes.In(zone) <= now)
        {
            throw new ContestImportException($"Giờ đóng mới {after.Closes} đã qua.", $"Round {before.Number} would have closed at {after.Closes}, which is over.");
        }

        await using var context = await contexts.CreateDbContextAsync(cancel);
        var contest = await context.Contests.AsNoTracking().Where(row => row.Slug == slug).Select(row => row.Number).SingleAsync(cancel);
        var attempts = context.Attempts.AsNoTracking().Where(a => a.Contest == contest && a.Round == before.Number);
        foreach (var started in await attempts.Select(a => new { a.Started, a.Deadline, a.State }).Distinct().ToListAsync(cancel))
        {
            var inside = after.Windows.Any(window => Moment(window.Opens) <= started.Started && started.Started < Moment(window.Closes));
            if (!inside)
            {
                throw new ContestImportException(
                    $"Đã có người vào thi {before.Title.Vi} lúc {Shown(started.Started)}, ngoài giờ mới.",
                    $"Somebody began an attempt of round {before.Number} at {Shown(started.Started)}, which would be outside its hours.");
            }

            if (started.State == Core.Attempts.AttemptState.InProgress && started.Deadline > Moment(after.Closes) && Moment(after.Closes) < Moment(before.Closes))
            {
                throw new ContestImportException(
                    $"Đang có người làm bài đến {Shown(started.Deadline)}; {before.Title.Vi} không đóng trước giờ đó được.",
                    $"Somebody sits until {Shown(started.Deadline)}; round {before.Number} cannot close before that.");
            }
        }

        long Moment(LocalDateTime local) => local.In(zone).ToUnixTimeMilliseconds();
        string Shown(long moment) => TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(moment), zone)
            .ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static NewsItem NoticeOf(Round before, Round after, LocalText reason, DateTimeOffset now)
    {
        return new NewsItem(
            DateOnly.FromDateTime(now.DateTime),
            new LocalText($"Thay đổi thời gian {before.Title.Vi}", $"New dates of {before.Title.In(true)}"),
            new LocalText(
                $"{before.Title.Vi} diễn ra từ {Day(after.Opens)} đến {Day(after.Closes)} (trước đây: từ {Day(before.Opens)} đến {Day(before.Closes)}). Lý do: {reason.Vi}",
                $"{before.Title.In(true)} is held from {Day(after.Opens)} to {Day(after.Closes)} (before: from {Day(before.Opens)} to {Day(before.Closes)}). Reason: {reason.In(true)}"));

        static string Day(LocalDateTime local) => local.Value.ToString("HH:mm dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
    }
}
