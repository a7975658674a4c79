using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Contests;

/// <summary>Seals question sets and opens sealed ones. What is stored is a question file and the hash of the set made from it.</summary>
public static class QuestionSets
{
    /// <summary>Seals a bank for a round by the blueprint and paper rules of a version of the contest.</summary>
    public static QuestionSetRow Seal(short contest, Contest definition, int contestVersion, int round, int version, QuestionBank bank, long now)
    {
        var set = Make(definition, round, version, bank);
        return new QuestionSetRow(contest, (short)round, version, contestVersion, QuestionsYaml.Write(bank), set.Hash.ToArray(), now);
    }

    /// <summary>The sealed set of a row.</summary>
    /// <exception cref="InvalidDataException">The questions are not those that were sealed.</exception>
    public static SealedSet Open(QuestionSetRow row, Contest definition)
    {
        var bank = QuestionsYaml.Read(row.Questions, $"round {row.Round}, set {row.Version}").Require();
        var set = Make(definition, row.Round, row.Version, bank);
        return set.Hash.Span.SequenceEqual(row.Hash)
            ? set
            : throw new InvalidDataException($"Set {row.Version} of round {row.Round} of {definition.Slug} was changed after it was sealed.");
    }

    private static SealedSet Make(Contest definition, int round, int version, QuestionBank bank) =>
        new(version, bank.Topics, bank.Questions, definition.Rounds[round - 1].Blueprint, definition.Paper);
}
