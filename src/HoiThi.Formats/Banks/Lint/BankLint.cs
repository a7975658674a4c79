using HoiThi.Core;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks.Lint;

/// <summary>Looks through a bank for what writers overlook.</summary>
public static class BankLint
{
    /// <summary>What was found, question by question, then of the bank as a whole. 20,000 questions take a few seconds.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="repealed">Documents that are no longer in force; null for those that the software knows.</param>
    /// <param name="cancel">Ends the look.</param>
    public static ValueList<LintFinding> Of(QuestionBank bank, RepealedDocuments? repealed = null, CancellationToken cancel = default)
    {
        var documents = repealed ?? RepealedDocuments.Known;
        return
        [
            .. bank.Questions.SelectMany(question =>
            {
                cancel.ThrowIfCancellationRequested();
                return ChoiceLint.Of(question).Concat(documents.In(question));
            }),
            .. NearDuplicates.Of(bank.Questions, cancel),
            .. KeyPattern.Of(bank.Questions),
            .. ToneSpelling.Of(bank.Questions),
        ];
    }
}
