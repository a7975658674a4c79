using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.People;
using HoiThi.Core.Questions;
using HoiThi.Core.Units;
using HoiThi.Formats.Checks;
using HoiThi.Formats.People;
using HoiThi.Formats.Units;

namespace HoiThi.Formats.Contests;

/// <summary>A whole contest: its definition with everything that stands in files beside it.</summary>
/// <param name="Contest">The definition.</param>
/// <param name="Units">The unit list.</param>
/// <param name="Banks">
/// The questions: one bank for each round that names some, in the order of the rounds, then one for each round's division that
/// names questions of its own. Where two name the same file, the same bank is there for each.
/// </param>
/// <param name="Files">The pages, also in English where there are such, and documents that the definition names, each once.</param>
public sealed record ContestBundle(Contest Contest, ValueList<Unit> Units, ValueList<QuestionBank> Banks, ValueList<ContestFile> Files)
{
    /// <summary>The lists of named people, one a list of the definition, in their order.</summary>
    public ValueList<ValueList<ListedPerson>> Lists { get; init; } = [];

    /// <summary>
    /// Every rule that the bundle breaks, for a contest that was changed in memory and not read from a folder. It is written
    /// and read again, so that no rule is written twice: paths are those of the model, lines those of the canonical text.
    /// </summary>
    /// <exception cref="ArgumentException">There is not one bank for each place that names a question file.</exception>
    public ValueList<Mistake> Check()
    {
        var banks = QuestionFiles().ToDictionary(
            file => file.Key,
            file => QuestionsYaml.Locate(QuestionsYaml.Write(file.Value), file.Key),
            StringComparer.Ordinal);
        var parts = new ContestParts(
            ContestYaml.Locate(ContestYaml.Write(Contest), ContestYaml.FileName),
            UnitsCsv.Locate(UnitsCsv.Write(Units), Contest.Units.File),
            [.. QuestionSlot.Of(Contest).Select(slot => banks[slot.File])],
            [.. ListFiles().Select(file => PeopleCsv.Locate(PeopleCsv.Write(file.People), file.File))]);
        parts.Check();
        return parts.Findings.SelectMany(found => found.InOrder).ToValueList();
    }

    /// <summary>The questions that a division gets in a round; null while there are none.</summary>
    /// <param name="round">The round's number, from 1.</param>
    /// <param name="division">The division's index, from 0; 0 where there are none.</param>
    public QuestionBank? BankOf(int round, int division) => QuestionSlot.IndexOf(Contest, round - 1, division) is >= 0 and var slot ? Banks[slot] : null;

    /// <summary>The lists of people by their files.</summary>
    /// <exception cref="ArgumentException">There are too few or too many lists.</exception>
    internal IEnumerable<(string File, ValueList<ListedPerson> People)> ListFiles() => Contest.Lists.Count == Lists.Count
        ? Contest.Lists.Zip(Lists, (list, people) => (list.File, people))
        : throw new ArgumentException($"There are {Lists.Count} lists of people for {Contest.Lists.Count} in the definition.");

    /// <summary>The banks by their files, each file once.</summary>
    /// <exception cref="ArgumentException">There are too few or too many banks, or two banks for one file.</exception>
    internal IReadOnlyDictionary<string, QuestionBank> QuestionFiles()
    {
        var slots = QuestionSlot.Of(Contest).ToList();
        if (slots.Count != Banks.Count)
        {
            throw new ArgumentException($"There are {Banks.Count} banks for {slots.Count} rounds and divisions of rounds.");
        }

        var files = new Dictionary<string, QuestionBank>(StringComparer.Ordinal);
        foreach (var (slot, bank) in slots.Zip(Banks))
        {
            if (!files.TryAdd(slot.File, bank) && files[slot.File] != bank)
            {
                throw new ArgumentException($"'{slot.File}' is to hold two different banks.");
            }
        }

        return files;
    }
}

/// <summary>A page or document of a contest.</summary>
/// <param name="Path">Where it is in the contest's folder, with slashes.</param>
/// <param name="Open">Opens its content for reading; the caller disposes of the stream.</param>
public sealed record ContestFile(string Path, Func<Stream> Open);
