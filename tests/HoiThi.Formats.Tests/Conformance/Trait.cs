using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Tests.Conformance;

/// <summary>Something a contest's rules can have: a value of a dimension of the rule space.</summary>
/// <param name="Dimension">The dimension, numbered as in what the rules of real contests say.</param>
/// <param name="Value">The value in words.</param>
/// <param name="Has">Whether a contest has it.</param>
internal sealed record Trait(string Dimension, string Value, Func<Facts, bool> Has);

/// <summary>A contest with what the traits ask of it.</summary>
internal sealed record Facts(ContestBundle Bundle)
{
    public Contest Contest => Bundle.Contest;

    public RegistrationRules Form => Contest.Registration;

    public PublicationRules Publication => Contest.Publication;

    /// <summary>The rules of every counted round for every division.</summary>
    public IReadOnlyList<ContestRules> Rules { get; } =
    [
        .. from round in Bundle.Contest.Rounds
           where !round.Practice
           from division in Enumerable.Range(0, Math.Max(1, Bundle.Contest.Divisions.Count))
           select ContestRules.Of(Bundle.Contest, round.Number, division),
    ];

    public IEnumerable<Round> Rounds => Contest.Rounds.Where(round => !round.Practice);

    public IEnumerable<Question> Questions => Bundle.Banks.SelectMany(bank => bank.Questions);

    public IEnumerable<Prize> Prizes => Rules.SelectMany(rules => rules.Prizes.Round.Concat(rules.Prizes.Contest)).Concat(Contest.Stages.SelectMany(stage => stage.Prizes));

    public IEnumerable<Who> Classes => Contest.Divisions.Select(division => division.Who).Concat(Prizes.Select(prize => prize.Who)).OfType<Who>();

    public IEnumerable<Measure> Measures => Contest.Collective.SelectMany(award => award.Score.Select(term => term.Measure));

    public IEnumerable<Gate> Gates => Contest.Collective.SelectMany(award => award.Gates);

    public bool Has(FieldType type) => Form.Fields.Any(field => field.Type == type);

    public bool Asks(Func<PredictionRules, bool> condition) => Rules.Any(rules => rules.Prediction is { } prediction && condition(prediction));

    /// <summary>How many questions are to be answered by a choice or a number, and how many essays, in some paper.</summary>
    public bool Paper(int questions, int essays, bool prediction) => Rules.Any(rules =>
        Length(rules) == (questions, essays) && rules.Prediction is not null == prediction);

    /// <summary>Whether papers differ: a line of the blueprint takes some of the questions that it could.</summary>
    public bool Draws(ContestRules rules) => rules.Blueprint.Any(line => line.Count < Bundle.BankOf(rules.Round.Number, rules.Division)!.Questions
        .Count(question => question.Topic == line.Topic && (line.Difficulty is null || question.Difficulty == line.Difficulty)));

    private (int Questions, int Essays) Length(ContestRules rules)
    {
        var bank = Bundle.BankOf(rules.Round.Number, rules.Division)!;
        var essays = bank.Questions.Where(question => question.Essay is not null).Select(question => question.Topic).ToHashSet(StringComparer.Ordinal);
        return rules.Blueprint.Count == 0
            ? (bank.Questions.Count(question => question.Essay is null), bank.Questions.Count(question => question.Essay is not null))
            : (rules.Blueprint.Where(line => !essays.Contains(line.Topic)).Sum(line => line.Count), rules.Blueprint.Where(line => essays.Contains(line.Topic)).Sum(line => line.Count));
    }
}
