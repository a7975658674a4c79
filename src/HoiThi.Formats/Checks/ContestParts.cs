using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.People;
using HoiThi.Core.Questions;
using HoiThi.Core.Units;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>
/// The files of a contest as far as they could be read, with their findings. A part whose form is wrong is null, so that
/// the rules between the other parts are still checked.
/// </summary>
/// <param name="Contest">The definition.</param>
/// <param name="Units">The unit list; null where there is no such file.</param>
/// <param name="Banks">The question files, one for each <see cref="QuestionSlot"/>; null where there is no such file.</param>
/// <param name="Lists">The lists of people in the order of the definition; null where there is no such file.</param>
internal sealed record ContestParts(
    Located<Contest> Contest,
    Located<ValueList<Unit>>? Units,
    IReadOnlyList<Located<QuestionBank>?> Banks,
    IReadOnlyList<Located<ValueList<ListedPerson>>?> Lists)
{
    private static readonly Action<ContestParts>[] Checks =
    [
        UnitKinds.Check, Headcounts.Check, ListedPeople.Check, ListedIdentities.Check, QuestionCodes.Check, SameQuestions.Check,
        Blueprints.Check, PaperLengths.Check,
    ];

    /// <summary>The findings of all files, in the order the definition names them.</summary>
    public IEnumerable<Findings> Findings =>
        new[] { Contest.Findings, Units?.Findings }
            .Concat(Lists.Select(list => list?.Findings))
            .Concat(Banks.Select(bank => bank?.Findings))
            .OfType<Findings>()
            .Distinct();

    /// <summary>Checks the rules between the files.</summary>
    public void Check()
    {
        foreach (var check in Checks)
        {
            check(this);
        }
    }

    /// <summary>The bank that a division (index from 0) gets in a round (index from 0), if it has one that could be read.</summary>
    public QuestionBank? BankOf(Contest contest, int round, int division) => FileOf(contest, round, division)?.Value;

    /// <summary>The file of it.</summary>
    public Located<QuestionBank>? FileOf(Contest contest, int round, int division) =>
        QuestionSlot.IndexOf(contest, round, division) is >= 0 and var slot ? Banks[slot] : null;

    /// <summary>The questions of all files that could be read, with the scopes of their files.</summary>
    public IEnumerable<(Located<QuestionBank> Bank, int Index, Question Question)> Questions =>
        from bank in Banks.OfType<Located<QuestionBank>>().Distinct(ReferenceEqualityComparer.Instance).Cast<Located<QuestionBank>>()
        from question in bank.Value?.Questions.Index() ?? []
        select (bank, question.Index, question.Item);
}
