using System.Globalization;
using System.Text.RegularExpressions;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>The demo's contest as a folder with one round, which opened an hour ago, and attempts of a minute.</summary>
internal static partial class ShortContest
{
    /// <summary>The grace after a deadline; long enough for a slow machine under test, short enough to wait for.</summary>
    public const int GraceSeconds = 12;

    /// <summary>Writes the folder, with the round closing at <paramref name="closes"/>, which is a whole minute.</summary>
    public static TemporaryFolder Folder(DateTimeOffset closes)
    {
        var folder = new TemporaryFolder().Filled(Checkout.Demo);
        var file = Path.Combine(folder.Path, "contest.yaml");
        var text = File.ReadAllText(file);
        text = Minutes().Replace(text, "minutes: 1");
        text = Grace().Replace(text, $"graceSeconds: {GraceSeconds}");
        text = Opens().Replace(text, "opens: " + Local(closes.AddHours(-1)), 1);
        text = Closes().Replace(text, "closes: " + Local(closes), 1);
        File.WriteAllText(file, FromWeek2().Replace(text, "\n"));
        return folder;
    }

    private static string Local(DateTimeOffset moment) =>
        moment.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<=\n  )minutes: \\d+")]
    private static partial Regex Minutes();

    [GeneratedRegex("(?<=\n  )graceSeconds: \\d+")]
    private static partial Regex Grace();

    [GeneratedRegex("opens: [-0-9: ]+(?=\n)")]
    private static partial Regex Opens();

    [GeneratedRegex("closes: [-0-9: ]+(?=\n)")]
    private static partial Regex Closes();

    [GeneratedRegex("\n  - number: 2\n.*?(?=\nentrances:)", RegexOptions.Singleline)]
    private static partial Regex FromWeek2();
}
