using System.Text.Json;
using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Keys;

/// <summary>
/// Corrects the key of a question of a round that has opened. From the commit on every node marks by it (the contest gets a new
/// version with it, and the writer asks); <see cref="RemarkAttempts"/> then marks what there is anew.
/// </summary>
public sealed class CorrectKey(ContestStore store, ContestCatalog catalog, TimeProvider time) : IProposedAct
{
    public const string Name = "key.correct";

    public string Act => Name;

    public async Task<FieldError?> DoAsync(LiveContest contest, string payload, Func<HoiThiContext, Task> within)
    {
        var request = KeyRequest.Of(payload);
        if (KeyPlace.Find(contest, request.Round, request.Version, request.Question) is not { } place)
        {
            return ConsoleForm.Wrong(null, "Không có câu hỏi này trong bộ đề.", "There is no such question in the set.");
        }

        if (time.GetUtcNow().ToUnixTimeMilliseconds() < place.Rules.Opens)
        {
            return ConsoleForm.Wrong(null, "Đợt thi chưa mở: hãy sửa câu hỏi rồi niêm phong lại.", "The round has not opened: correct the question and seal again.");
        }

        if (await store.ExportAsync(contest.Definition.Slug) is not { } bundle)
        {
            return ConsoleForm.Wrong(null, "Không có hội thi này.", "There is no such contest.");
        }

        try
        {
            await store.ImportAsync(bundle, Name, (context, number, _) => StoreAsync(context, number, place, request, within));
        }
        catch (RulingRefusedException refused)
        {
            return refused.Error;
        }

        await catalog.RefreshAsync();
        return null;
    }

    /// <summary>
    /// Rulings are put together where nobody else does it meanwhile: two proposals about two questions hold both, whichever is approved first.
    /// </summary>
    private async Task StoreAsync(HoiThiContext context, short contest, KeyPlace place, KeyRequest request, Func<HoiThiContext, Task> within)
    {
        var round = place.Rules.Number;
        var known = await context.KeyCorrections.AsNoTracking().Where(row => row.Contest == contest && row.Round == round).ToListAsync();
        var inForce = known.Where(row => row.Corrects == request.Version).MaxBy(row => row.Version) is { } last ? KeyCorrections.Read(last.Rulings) : [];
        var next = 1 + Math.Max(
            known.Select(row => row.Version).DefaultIfEmpty(0).Max(),
            await context.QuestionSets.Where(row => row.Contest == contest && row.Round == round).MaxAsync(row => row.Version));
        var ruling = request.Ruling?.ToRuling();
        if (place.IsAsItIs(inForce, ruling))
        {
            throw new RulingRefusedException(KeyForm.AsItIs());
        }

        var corrected = place.Corrected(inForce, ruling, next) ?? throw new RulingRefusedException(KeyForm.DoesNotFit());
        await within(context);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var line = await context.Audit.MaxAsync(row => row.Number);
        context.KeyCorrections.Add(new KeyCorrectionRow(
            contest, round, next, request.Version, KeyCorrections.Write(corrected.Rulings), corrected.Hash.ToArray(), request.Reason, now, line));
        await context.Remarkings.Where(row => row.Contest == contest && row.Round == round).ExecuteDeleteAsync();
        context.Remarkings.Add(new RemarkingRow { Contest = contest, Round = round, Version = next });
        await context.SaveChangesAsync();
    }

    private sealed class RulingRefusedException(FieldError error) : Exception(error.Message.In(english: true))
    {
        public FieldError Error => error;
    }
}

/// <summary>What is to hold for a question, as a proposal and the audit log keep it.</summary>
/// <param name="Round">The round's number.</param>
/// <param name="Version">The version of the sealed set.</param>
/// <param name="Question">The question's code.</param>
/// <param name="Ruling">The ruling; null for what was sealed.</param>
/// <param name="Reason">Why.</param>
internal sealed record KeyRequest(int Round, int Version, string Question, WrittenRuling? Ruling, string Reason)
{
    public static KeyRequest Of(string payload) => JsonSerializer.Deserialize<KeyRequest>(payload)!;
}
