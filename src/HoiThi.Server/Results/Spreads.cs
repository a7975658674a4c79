using System.Globalization;

namespace HoiThi.Server.Results;

/// <summary>How many people have how many right answers, as it is stored: "20:310,19:85".</summary>
internal static class Spreads
{
    public static string Write(IEnumerable<KeyValuePair<int, long>> spread) =>
        string.Join(',', spread.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Key}:{line.Value}")));

    public static List<(int Correct, long People)> Read(string text) => [.. text
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(':'))
        .Select(parts => (int.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture)))];
}
