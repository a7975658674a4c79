using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>Happy Vietnam 2024: monthly prizes; who has won a month is barred from later months. Here from the next one, and from all.</summary>
public class V11
{
    private static readonly string[] Months = ["An Bình Chi Dũng Em Giang Hà Inh Khoa Lan", "An Chi Bình Dũng Em Giang Hà Inh Khoa Lan", "An Chi Dũng Bình Em Giang Hà Inh Khoa Lan"];

    [Fact] // An and Bình win and rest a month, in which Chi and Dũng win; then An and Bình may again
    public void For_one_month() => Give(PrizeLimit.OncePerRound, barredRounds: 1).ShouldBe(
        ["Tháng: An Bình", "Tháng: Chi Dũng\nAn WonLately\nBình WonLately", "Tháng: An Bình\nChi WonLately\nDũng WonLately"]);

    [Fact]
    public void For_all_months() => Give(PrizeLimit.OncePerContest, barredRounds: 0).ShouldBe(
        ["Tháng: An Bình", "Tháng: Chi Dũng\nAn WonBefore\nBình WonBefore", "Tháng: Em Giang\nAn WonBefore\nChi WonBefore\nDũng WonBefore\nBình WonBefore"]);

    private static IEnumerable<string> Give(PrizeLimit limit, int barredRounds)
    {
        var rules = Field.Rules("Tháng 2", limit) with { BarredRounds = barredRounds };
        var names = Months[0].Split(' ');
        var field = new Field("name score\n" + string.Join('\n', names.Select(name => $"{name} 1")));
        var lists = Months.Select((month, index) => field.List(rules, [RankingKey.Score], round: index + 1) with
        {
            Field = [.. month.Split(' ').Select((name, place) => Candidate.Of(new Core.Ranking.Ranked(place + 1, field.Standings[Array.IndexOf(names, name)], [])))],
        }).ToArray();
        return PrizeGiving.Give(lists, limit, field.PersonOf, new HashSet<ContestantId>()).Select(field.Said);
    }
}
