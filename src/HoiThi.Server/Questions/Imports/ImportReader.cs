using HoiThi.Core.Contests;
using HoiThi.Formats.Banks;

namespace HoiThi.Server.Questions.Imports;

/// <summary>
/// Reads a file that somebody sent, one at a time and within limits of size, memory and time, so that no file takes the server
/// from those who are sitting a round.
/// </summary>
internal sealed class ImportReader : IDisposable
{
    /// <summary>The most bytes of a file.</summary>
    public const int FileLimit = 24 << 20;

    private static readonly BankLimits Limits = BankLimits.Default with { Bytes = FileLimit, EntryBytes = 32 << 20, TotalBytes = 128L << 20 };
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>What the file holds; what cannot be read is a problem of the reading.</summary>
    public async Task<BankReading> ReadAsync(byte[] bytes, string name, ImportOptions options, CancellationToken cancel)
    {
        if (!await turn.WaitAsync(LongestWait, cancel))
        {
            return Refused("busy", "Máy chủ đang đọc tệp khác; hãy thử lại sau ít phút.", "The server is reading another file; try again in a few minutes.");
        }

        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            ending.CancelAfter(Longest);
            return await Task.Run(() => BankFile.Read(bytes, name, options.ToBank(Limits), ending.Token), ending.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Refused("too-slow", "Đọc tệp này mất quá 30 giây nên đã dừng; hãy chia thành nhiều tệp nhỏ.", "Reading this file took more than 30 seconds and was stopped; split it.");
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static BankReading Refused(string code, string vi, string en) =>
        new(null, [], [], [new BankProblem(code, ProblemKind.Error, BankPlace.File, new LocalText(vi, en), [])], [], []);
}
