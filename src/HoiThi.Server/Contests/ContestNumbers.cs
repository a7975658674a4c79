using System.Globalization;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Contests;

/// <summary>
/// The numbers of contests. One is never given again, also not when its contest is deleted: nodes and browsers may still
/// remember something by it.
/// </summary>
internal static class ContestNumbers
{
    private const string Setting = "last-contest";

    public static async Task<short> NextAsync(HoiThiContext context, CancellationToken cancel)
    {
        var last = await context.Contests.MaxAsync(contest => (short?)contest.Number, cancel) ?? 0;
        var gone = await context.Settings.AsNoTracking().SingleOrDefaultAsync(setting => setting.Name == Setting, cancel);
        return (short)(Math.Max(last, gone is null ? (short)0 : short.Parse(gone.Value, CultureInfo.InvariantCulture)) + 1);
    }

    /// <summary>Keeps the number of a contest that is being deleted from being given again.</summary>
    public static async Task RetireAsync(HoiThiContext context, CancellationToken cancel)
    {
        var last = await NextAsync(context, cancel) - 1;
        await context.Settings.Where(setting => setting.Name == Setting).ExecuteDeleteAsync(cancel);
        context.Settings.Add(new SettingRow(Setting, last.ToString(CultureInfo.InvariantCulture)));
        await context.SaveChangesAsync(cancel);
    }
}
