using CsCheck;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Tests.Contests;

/// <summary>Random contests without mistakes, in which every part of the definition comes up.</summary>
internal static class RandomContests
{
    /// <summary>A contest with its units and questions, and no files.</summary>
    public static Gen<ContestBundle> Bundle { get; } =
        from texts in RandomTexts.LocalText.Array[5]
        from units in RandomUnits.Rules
        from lists in RandomPeople.Lists
        from registration in RandomPeople.Registration
        let people = RandomPeople.Who(units, registration)
        from scope in Gen.Enum<PredictionScope>()
        from listed in RandomPeople.Listed(registration, lists.Count)
        from divisions in Divisions(people, scope)
        from paper in RandomRules.Paper
        from attempts in RandomRules.Attempts
        from prediction in RandomRules.Prediction(scope, divisions.Count > 0)
        from ranking in RandomRules.Ranking(scope)
        from prizes in RandomRules.PrizeRules(people)
        from publication in RandomRules.Publication
        from awards in RandomUnits.Award(units).Array[0, 2]
        from rounds in RandomRounds.Round(people, scope, divisions.Count == 0 ? null : divisions[^1].Code).Array[1, 3]
        from practice in Gen.Bool
        from open in Gen.Int[0, 5]
        from hash in Gen.Bool
        from codes in RandomTexts.Codes(4)
        from news in Gen.Date.Array[0, 3]
        from headcounts in Gen.Int[1, 1_000_000].Array[1, 5]
        let all = practice && rounds.Length > 1 ? [rounds[0].Practised(), .. rounds[1..]] : rounds
        from everyRound in Gen.Bool
        let scored = all.Index().Where(round => !round.Item.Round.Practice).Select(round => round.Index + 1).ToArray()
        let contest = new Contest(
            "sample-1",
            texts[0],
            texts[1],
            texts[2],
            texts[3].En is null ? null : texts[3],
            "Asia/Ho_Chi_Minh",
            units,
            registration,
            paper,
            attempts,
            prediction,
            ranking,
            prizes,
            publication,
            all.Select((round, index) => Named(round.Round, index, index == open, hash)).ToValueList(),
            divisions,
            lists,
            awards.Select((award, index) => award with { Code = $"award-{index}" }).ToValueList(),
            codes.Select(code => new Entrance(code, texts[4])).ToValueList(),
            [],
            [],
            news.OrderDescending().Select(date => new NewsItem(DateOnly.FromDateTime(date.Date), texts[4], texts[0])).ToValueList(),
            scored.Length < 3 ? [] : [new Stage(texts[2], [scored[0], scored[1]], [new Prize(texts[0], 1, null, null, null, PrizeOrder.Draw, null, null, [], AmongWinners: true)])],
            [new JuryAward("news", texts[1], everyRound, [new CollectivePrize(texts[0], 3, texts[3])])],
            Rehearsal: null,
            texts[1],
            Banner: null,
            (ThemeColour)(codes.Length % 4))
        select new ContestBundle(contest, RandomUnits.Tree(units, headcounts, texts[0]), Banks(all, open), []) { Lists = listed };

    private static Gen<ValueList<Division>> Divisions(Gen<Who> people, PredictionScope scope) =>
        from name in RandomTexts.LocalText
        from who in people.Array[2]
        from chosen in Gen.Bool
        from count in Gen.Int[0, 3]
        from paper in RandomRules.Paper.Null(0.5)
        from attempts in RandomRules.Attempts.Null(0.5)
        from prediction in RandomRules.Prediction(scope, divisions: true).Null(0.5)
        from ranking in RandomRules.Ranking(scope).Null(0.5)
        from prizes in RandomRules.PrizeRules(people).Null(0.5)
        select new[]
        {
            new Division("staff", name, who[0], chosen && count < 3, null, null, null, null, null),
            new Division("young", name, who[1], chosen && count < 3, paper, attempts, prediction, ranking, null),
            new Division("others", name, null, false, null, null, null, null, prizes),
        }.Take(count).ToValueList();

    /// <summary>A round with its files; one whose questions are sealed later has none of its own.</summary>
    private static Round Named(Round round, int index, bool open, bool hash) => round with
    {
        Number = index + 1,
        QuestionFile = open ? null : $"questions/{index}.yaml",
        PublishHash = hash,
        Divisions = round.Divisions.Select(own => own with { QuestionFile = own.QuestionFile is null ? null : $"questions/{index}-{own.Division}.yaml" }).ToValueList(),
    };

    private static ValueList<QuestionBank> Banks(RandomRound[] rounds, int open) =>
        rounds.Where((_, index) => index != open).Select(round => round.Bank).Concat(rounds.Select(round => round.Special).OfType<QuestionBank>()).Select((bank, number) => bank.Coded(number)).ToValueList();
}
