using System.Globalization;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Results;

/// <summary>How many people have how many right answers; stored with results as "20:310,19:85".</summary>
internal static class Spreads
{
    /// <summary>The spread of a division in a round by now: a few rows of counts.</summary>
    public static async Task<List<(int Correct, long People)>> CountAsync(
        HoiThiContext context, short contest, int round, int division, CancellationToken cancel = default)
    {
        var rows = await context.Spread.AsNoTracking()
            .Where(row => row.Contest == contest && row.Round == round && row.Division == division).ToListAsync(cancel);
        return [.. rows.GroupBy(row => row.Correct).Select(band => (band.Key, People: band.Sum(row => row.People)))
            .Where(band => band.People > 0).OrderBy(band => band.Key)];
    }

    public static string Write(IEnumerable<(int Correct, long People)> spread) =>
        string.Join(',', spread.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Correct}:{line.People}")));

    public static List<(int Correct, long People)> Read(string text) => [.. text
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(':'))
        .Select(parts => (int.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture)))];
}
