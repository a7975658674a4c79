using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;
using HoiThi.Formats.Banks.Lint;

namespace HoiThi.Formats.Tests.Banks;

/// <summary>Reads and checks banks until the test is told to end.</summary>
internal static class ReadBank
{
    public static BankReading From(byte[] bytes, string name, BankOptions? options = null) =>
        BankFile.Read(bytes, name, options, TestContext.Current.CancellationToken);

    public static ValueList<LintFinding> Lint(QuestionBank bank, RepealedDocuments? repealed = null) =>
        BankLint.Of(bank, repealed, TestContext.Current.CancellationToken);
}
