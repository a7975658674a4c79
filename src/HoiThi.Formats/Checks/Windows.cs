using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>A window closes after it opens, and the windows of a round are in order and apart (touching is apart).</summary>
internal static class Windows
{
    public static void Check(Contest contest, Findings findings)
    {
        foreach (var (index, round) in contest.Rounds.Index())
        {
            Check(round, $"rounds[{index}].windows", findings);
        }
    }

    private static void Check(Round round, string path, Findings findings)
    {
        for (var index = 0; index < round.Windows.Count; index++)
        {
            var window = round.Windows[index];
            if (window.Closes <= window.Opens)
            {
                findings.Add($"{path}[{index}].closes", $"the window closes at {window.Closes}, not after it opens", $"a time after {window.Opens}");
            }

            if (index > 0 && window.Opens < round.Windows[index - 1].Closes)
            {
                findings.Add(
                    $"{path}[{index}].opens",
                    $"the window opens at {window.Opens}, before the one above has closed",
                    $"{round.Windows[index - 1].Closes} or later");
            }
        }
    }
}
