using CsCheck;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Core.Units;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Tests.Contests;

/// <summary>Random contests without mistakes.</summary>
internal static class RandomContests
{
    private static readonly Gen<LocalText> Text = RandomTexts.LocalText;

    private static readonly Gen<LocalDateTime> Minute =
        Gen.Int[0, 50_000_000].Select(minutes => new LocalDateTime(new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(minutes)));

    private static readonly Gen<UnitRules> Units =
        from blocks in RandomTexts.Codes(3)
        from kinds in RandomTexts.Codes(4)
        from name in Text
        from block in Gen.Int[0, blocks.Length - 1]
        from eligible in Gen.Bool
        from targeted in Gen.Int[0, kinds.Length]
        from percent in Gen.Int[1, 100]
        select new UnitRules(
            "units/đơn vị.csv",
            blocks.Select(code => new Block(code, name)).ToValueList(),
            kinds.Select((code, index) => new UnitKind(code, name, blocks[block], index == 0 || eligible)).ToValueList(),
            [],
            targeted == 0 ? [] : [new ParticipationTarget(kinds[..targeted].ToValueList(), [], percent)]);

    private static readonly Gen<RegistrationRules> Registration =
        from password in RandomTexts.Text.Select(text => text.Trim().Length is 0 or > 100 ? "1.0" : text.Trim()).Null()
        from consent in Text
        from label in Text
        from hint in Text.Null()
        from type in Gen.OneOf(FieldType.CitizenId, FieldType.Phone, FieldType.Email, FieldType.Text)
        from options in Text.Array[2, 4]
        select new RegistrationRules(password, JoinMethod.Open, "no", consent, [
            new("name", FieldType.FullName, label, hint, true, []),
            new("no", type, label, null, true, []),
            new("unit", FieldType.Unit, label, hint, true, []),
            new("size", FieldType.Choice, label, null, false, options.Select((option, index) => option with { Vi = $"{index}{option.Vi}" }).ToValueList())], null, null, null, null);

    private static readonly Gen<ValueList<RankingKey>> Chain =
        Gen.Shuffle(Enum.GetValues<RankingKey>()[..9]).Select(Gen.Int[1, 8]).Select((keys, count) => keys.Take(count).ToValueList());

    private static readonly Gen<ValueList<Prize>> Prizes =
        Gen.Select(Text, Gen.Int[1, 10_000], Text.Null()).Select((name, count, value) => new Prize(name, count, value, null, null, PrizeOrder.Ranking, null, null, [])).Array[0, 3].Select(ValueList.ToValueList);

    private static readonly Gen<Choice> Choice = Gen.Select(Text, Gen.Bool).Select((text, right) => new Choice(text, right));

    private static readonly Gen<Question> Question =
        from difficulty in Gen.Enum<Difficulty>()
        from text in Text
        from choices in Choice.Array[2, 8]
        from explanation in Text.Null()
        from source in RandomTexts.Text.Null()
        from keepOrder in Gen.Bool
        select new Question("?", "?", difficulty, text, Different(choices), explanation, source, keepOrder);

    private static readonly Gen<QuestionBank> Bank =
        from topics in RandomTexts.Codes(3)
        from names in Text.Array[3]
        from questions in Question.Array[1, 5]
        select new QuestionBank(
            topics.Zip(names, (code, name) => new Topic(code, name)).ToValueList(),
            questions.Select((question, index) => question with { Topic = topics[index % topics.Length] }).ToValueList());

    private static readonly Gen<(Round Round, QuestionBank Bank)> Round =
        from title in Text
        from theme in Text.Null()
        from opens in Minute
        from lengths in Gen.Int[1, 10_000].Array[1, 3]
        from bank in Bank
        from any in Gen.Bool
        select (new Round(1, title, theme, Windows(opens, lengths), "?", [Line(bank, any)], false, false, null, null, null, null, null, []), bank);

    /// <summary>A contest with its units and questions, and no files.</summary>
    public static Gen<ContestBundle> Bundle { get; } =
        from texts in Text.Array[5]
        from units in Units
        from registration in Registration
        from paper in Gen.Select(Gen.Int[1, 180], Gen.Int[0, 120], Gen.Bool, Gen.Bool, Gen.Int[1, 100_000])
        from attempts in Gen.Select(Gen.Int[1, 1000], Gen.Enum<Counting>())
        from prediction in Gen.Select(Text, Gen.Enum<PredictionObject>(), Gen.Enum<PredictionScope>())
        from chains in Gen.Select(Chain, Chain)
        from prizes in Gen.Select(Prizes, Prizes, Gen.Enum<PrizeLimit>())
        from moments in Gen.Select(Gen.Enum<Moment>(), Gen.Enum<Moment>(), Gen.Enum<Moment>(), Gen.Int[10, 10_000])
        from rounds in Round.Array[1, 3]
        from codes in RandomTexts.Codes(4)
        from news in Gen.Date.Array[0, 3]
        from headcounts in Gen.Int[0, 1_000_000].Array[1, 5]
        let contest = new Contest(
            "sample-1",
            texts[0],
            texts[1],
            texts[2],
            texts[3].En is null ? null : texts[3],
            "Asia/Ho_Chi_Minh",
            units,
            registration,
            new PaperRules(paper.Item1, paper.Item2, paper.Item3, paper.Item4, paper.Item5),
            new AttemptRules(attempts.Item1, attempts.Item2),
            new PredictionRules(prediction.Item1, prediction.Item2, PredictionScope.Contest),
            new RankingRules(chains.Item1, chains.Item2),
            new PrizeRules(prizes.Item1, prizes.Item2, PrizeLimit.OncePerRound, null, 0, null, 0),
            new PublicationRules(Moment.AtOnce, moments.Item2, moments.Item3, moments.Item4),
            rounds.Select((round, index) => round.Round with { Number = index + 1, QuestionFile = $"questions/{index}.yaml" }).ToValueList(),
            [],
            [],
            [],
            codes.Select(code => new Entrance(code, texts[4])).ToValueList(),
            [],
            [],
            news.OrderDescending().Select(date => new NewsItem(DateOnly.FromDateTime(date.Date), texts[4], texts[0])).ToValueList())
        select new ContestBundle(contest, Tree(units, headcounts, texts[0]), rounds.Select(Coded).ToValueList(), []);

    private static ValueList<Unit> Tree(UnitRules rules, int[] headcounts, LocalText name) => headcounts
        .Select((count, index) => new Unit(
            $"U.{index}",
            index == 0 ? null : $"U.{index / 2}",
            rules.Kinds[index % rules.Kinds.Count].Code,
            new LocalText(name.Vi.Length > 300 ? "x" : name.Vi, name.En?.Length > 300 ? null : name.En),
            count))
        .ToValueList();

    private static QuestionBank Coded((Round Round, QuestionBank Bank) round, int number) => round.Bank with
    {
        Questions = round.Bank.Questions.Select((question, index) => question with
        {
            Code = $"T{number}-{index}",
            Text = new LocalText($"{number}.{index} {question.Text.Vi}", question.Text.En),
        }).ToValueList(),
    };

    private static ValueList<Choice> Different(Choice[] choices) => choices
        .Select((choice, index) => new Choice(new LocalText($"{choice.Text.Vi}{index}", choice.Text.En), choice.Right || index == 1))
        .ToValueList();

    private static ValueList<CalendarEntry> Windows(LocalDateTime opens, int[] minutes)
    {
        var windows = new List<CalendarEntry>();
        foreach (var length in minutes)
        {
            var closes = new LocalDateTime(opens.Value.AddMinutes(length));
            windows.Add(new SingleWindow(opens, closes));
            opens = new LocalDateTime(closes.Value.AddMinutes(length / 2));
        }

        return windows.ToValueList();
    }

    private static BlueprintLine Line(QuestionBank bank, bool any) =>
        new(bank.Questions[0].Topic, any ? null : bank.Questions[0].Difficulty, 1);
}
