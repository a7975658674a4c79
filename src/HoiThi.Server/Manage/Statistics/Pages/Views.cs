using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Statistics;

namespace HoiThi.Server.Manage.Statistics.Pages;

/// <param name="Contest">The contest.</param>
/// <param name="Round">The round.</param>
/// <param name="Division">The division's index.</param>
/// <param name="Closed">Why nothing is shown yet, or null.</param>
/// <param name="Waiting">How far the count is, while it goes on.</param>
/// <param name="Result">The figures; null while there are none.</param>
/// <param name="Page">The page of questions, from 1.</param>
/// <param name="Pages">Of how many.</param>
public sealed record StatisticsView(
    Contest Contest, Round Round, int Division, LocalText? Closed, (long Done, long All)? Waiting, StatisticsResult? Result, int Page, int Pages);

/// <param name="Version">The version of the sealed set.</param>
/// <param name="Paper">The figures of the papers.</param>
/// <param name="Correct">How many attempts have 0, 1, 2, … right answers.</param>
/// <param name="Lines">The questions of this page.</param>
/// <param name="Questions">How many questions there are.</param>
/// <param name="Suspects">How many have a key that should be looked at.</param>
/// <param name="Topics">The names of topics.</param>
/// <param name="Taken">When it was counted.</param>
public sealed record StatisticsResult(
    int Version,
    PaperStatistics Paper,
    ValueList<long> Correct,
    ValueList<ItemLine> Lines,
    int Questions,
    int Suspects,
    IReadOnlyDictionary<string, LocalText> Topics,
    DateTime Taken);
