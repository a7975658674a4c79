namespace HoiThi.Formats.Banks.Files;

/// <summary>
/// Ends the reading of a file that cannot be read at all, from wherever that is found. It never leaves
/// <see cref="BankFile"/>, which answers with its problem.
/// </summary>
internal sealed class RefusedException(BankProblem problem) : Exception(problem.Message.En)
{
    public BankProblem Problem => problem;
}
