using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.People;
using HoiThi.Core.Questions;
using HoiThi.Core.Units;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Units;

namespace HoiThi.Formats.Contests;

/// <summary>A whole contest: its definition with everything that stands in files beside it.</summary>
/// <param name="Contest">The definition.</param>
/// <param name="Units">The unit list.</param>
/// <param name="Banks">The questions, one bank a round, in the order of the rounds.</param>
/// <param name="Files">The pages, also in English where there are such, and documents that the definition names, each once.</param>
public sealed record ContestBundle(Contest Contest, ValueList<Unit> Units, ValueList<QuestionBank> Banks, ValueList<ContestFile> Files)
{
    /// <summary>The lists of named people, one a list of the definition, in their order.</summary>
    public ValueList<ValueList<ListedPerson>> Lists { get; init; } = [];

    /// <summary>
    /// Every rule that the bundle breaks, for a contest that was changed in memory and not read from a folder. It is written
    /// and read again, so that no rule is written twice: paths are those of the model, lines those of the canonical text.
    /// </summary>
    /// <exception cref="ArgumentException">There is not one bank for each round.</exception>
    public ValueList<Mistake> Check()
    {
        if (Banks.Count != Contest.Rounds.Count)
        {
            throw new ArgumentException($"There are {Banks.Count} banks for {Contest.Rounds.Count} rounds.");
        }

        var parts = new ContestParts(
            ContestYaml.Locate(ContestYaml.Write(Contest), ContestYaml.FileName),
            UnitsCsv.Locate(UnitsCsv.Write(Units), Contest.Units.File),
            [.. Contest.Rounds.Zip(Banks, (round, bank) => QuestionsYaml.Locate(QuestionsYaml.Write(bank), round.QuestionFile))]);
        parts.Check();
        return parts.Findings.SelectMany(found => found.InOrder).ToValueList();
    }
}

/// <summary>A page or document of a contest.</summary>
/// <param name="Path">Where it is in the contest's folder, with slashes.</param>
/// <param name="Open">Opens its content for reading; the caller disposes of the stream.</param>
public sealed record ContestFile(string Path, Func<Stream> Open);
