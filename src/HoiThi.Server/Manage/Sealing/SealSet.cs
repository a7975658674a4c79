using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers;
using HoiThi.Server.Questions;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Sealing;

/// <summary>
/// Seals approved questions of the bank for a round: a new version of the contest that names them, with their frozen set, the
/// note in the bank that they are used, and the line in the audit log, in one transaction.
/// </summary>
public sealed class SealSet(IDbContextFactory<HoiThiContext> contexts, ContestStore store, ContestCatalog catalog) : IProposedAct
{
    public string Act => "set.seal";

    public async Task<FieldError?> DoAsync(LiveContest contest, string payload, Func<HoiThiContext, Task> within)
    {
        var request = SealRequest.Of(payload);
        SealDraft draft;
        await using (var context = await contexts.CreateDbContextAsync())
        {
            draft = await SealDraft.OfAsync(context, store, contest, request);
        }

        if (draft.Questions != request.Questions)
        {
            return Changed();
        }

        if (draft.Mistakes.Count > 0)
        {
            return new FieldError("wrong", null, draft.Mistakes[0]);
        }

        try
        {
            await store.ImportAsync(draft.Bundle, reason: null, within: (context, number, before) => StoreAsync(context, number, before + 1, request, draft, within));
        }
        catch (ContestImportException refused)
        {
            return ConsoleForm.Wrong(null, $"Không niêm phong được: {refused.Message}", refused.Message);
        }
        catch (SameSetException)
        {
            return ConsoleForm.Wrong(
                null, "Đúng những câu hỏi và ma trận này đã được niêm phong cho đợt thi; không có gì để thay.", "These questions and this blueprint are sealed for the round already.");
        }
        catch (BankChangedException)
        {
            return Changed();
        }

        await catalog.RefreshAsync();
        return null;
    }

    private static async Task StoreAsync(HoiThiContext context, short contest, int version, SealRequest request, SealDraft draft, Func<HoiThiContext, Task> within)
    {
        var sets = await context.QuestionSets.AsNoTracking()
            .Where(set => set.Contest == contest && set.Round == request.Round && set.ContestVersion == version).Select(set => set.Version).ToListAsync();
        if (sets.Count == 0)
        {
            throw new SameSetException();
        }

        // Read again where nobody changes the bank until the end: what is noted as used is what is sealed.
        var now = await context.ApprovedAsync(contest, request.Filter);
        var codes = draft.Codes.ToHashSet(StringComparer.Ordinal);
        if (!now.Questions.Where(question => codes.Contains(question.Code)).Select(Unnamed).SequenceEqual(draft.Bank.Questions.Select(Unnamed)))
        {
            throw new BankChangedException();
        }

        await within(context);
        var line = await context.Audit.MaxAsync(row => row.Number);
        foreach (var set in sets)
        {
            await context.MarkUsedAsync(contest, request.Round, set, draft.Codes);
            context.Sealings.Add(new SealingRow(contest, (short)request.Round, set, line));
        }

        await context.SaveChangesAsync();

        static Core.Questions.Question Unnamed(Core.Questions.Question question) => question with { Code = "" };
    }

    private static FieldError Changed() => ConsoleForm.Wrong(
        null,
        "Ngân hàng câu hỏi hoặc đề của đợt khác đã thay đổi từ lúc xem thử. Hãy xem lại rồi niêm phong.",
        "The bank, or the questions of another round, changed since this was looked at. Look again, then seal.");

    private sealed class SameSetException() : Exception("The set is sealed already.");

    private sealed class BankChangedException() : Exception("The bank changed while its questions were sealed.");
}
