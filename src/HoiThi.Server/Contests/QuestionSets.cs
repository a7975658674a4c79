using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Contests;

/// <summary>Seals question sets and opens sealed ones. What is stored is a question file and the hash of the set made from it.</summary>
public static class QuestionSets
{
    /// <summary>Seals a bank for a division in a round by the rules of a version of the contest.</summary>
    public static QuestionSetRow Seal(
        short contest, Contest definition, int contestVersion, int round, int division, int version, QuestionBank bank, long now)
    {
        var set = Make(definition, round, division, version, bank);
        return new QuestionSetRow(
            contest, (short)round, version, contestVersion, QuestionsYaml.Write(bank), set.Hash.ToArray(), now, (short)division);
    }

    /// <summary>The sealed set of a row.</summary>
    /// <exception cref="InvalidDataException">The questions are not those that were sealed.</exception>
    public static SealedSet Open(QuestionSetRow row, Contest definition)
    {
        var bank = QuestionsYaml.Read(row.Questions, $"round {row.Round}, set {row.Version}").Require();
        var set = Make(definition, row.Round, row.Division, row.Version, bank);
        return set.Hash.Span.SequenceEqual(row.Hash)
            ? set
            : throw new InvalidDataException($"Set {row.Version} of round {row.Round} of {definition.Slug} was changed after it was sealed.");
    }

    /// <summary>The divisions of a round that have questions, with them, and the round's own where no division has those.</summary>
    public static IEnumerable<(int Division, QuestionBank Bank)> BanksOf(ContestBundle bundle, int round) =>
        QuestionSlot.Of(bundle.Contest).Zip(bundle.Banks)
            .Where(pair => pair.First.Round == round - 1 && DivisionOf(pair.First, bundle.Contest) == Unused)
            .Select(pair => (Unused, pair.Second))
            .Concat(from division in Enumerable.Range(0, Math.Max(1, bundle.Contest.Divisions.Count))
                    let bank = bundle.BankOf(round, division)
                    where bank is not null
                    select (division, bank));

    /// <summary>A division that has the questions of a slot.</summary>
    public static int DivisionOf(QuestionSlot slot, Contest definition)
    {
        var owners = definition.Rounds[slot.Round].Divisions.Where(own => own.QuestionFile is not null).Select(own => own.Division).ToHashSet(StringComparer.Ordinal);
        var codes = definition.Divisions.Select(division => division.Code).ToList();
        return slot.Division is { } code ? codes.IndexOf(code)
            : codes.Count == 0 ? 0
            : codes.FindIndex(each => !owners.Contains(each));
    }

    /// <summary>The division of questions that are kept for the export alone: <c>FindIndex</c> found nobody who has them.</summary>
    private const int Unused = -1;

    private static SealedSet Make(Contest definition, int round, int division, int version, QuestionBank bank)
    {
        if (division == Unused)
        {
            ValueList<BlueprintLine> one = [new BlueprintLine(bank.Questions[0].Topic, null, 1)];
            return new SealedSet(version, bank.Topics, bank.Questions, one, definition.Paper, Unused);
        }

        var rules = ContestRules.Of(definition, round, division);
        return new SealedSet(version, bank.Topics, bank.Questions, rules.Blueprint, rules.Paper, division);
    }
}
