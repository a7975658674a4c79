using System.Text.Json;
using HoiThi.Core;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>
/// Publishes the results of a round, or of the contest, where the rules say <c>when-approved</c>. The contest gets a new
/// version with it, by which every node learns of it.
/// </summary>
public sealed class PublishResults(IDbContextFactory<HoiThiContext> contexts, ContestStore store, ContestCatalog catalog, TimeProvider time) : IProposedAct
{
    public const string Name = "results.publish";

    public string Act => Name;

    public async Task<FieldError?> DoAsync(LiveContest contest, string payload, Func<HoiThiContext, Task> within)
    {
        var round = (short)JsonSerializer.Deserialize<PublishPayload>(payload)!.Round;
        if (await ReasonNotToAsync(contest, round) is { } error)
        {
            return error;
        }

        if (await store.ExportAsync(contest.Definition.Slug) is not { } bundle)
        {
            return ConsoleForm.Wrong(null, "Không có hội thi này.", "There is no such contest.");
        }

        try
        {
            await store.ImportAsync(bundle, Name, async (context, number, _) =>
            {
                context.PublishedResults.Add(new PublishedResultRow(number, round, time.GetUtcNow().ToUnixTimeMilliseconds()));
                await context.SaveChangesAsync();
                await within(context);
            });
        }
        catch (DbUpdateException)
        {
            return Before();
        }

        await catalog.RefreshAsync();
        return null;
    }

    private async Task<FieldError?> ReasonNotToAsync(LiveContest contest, short round)
    {
        if (round != 0 && contest.Round(round) is null)
        {
            return ConsoleForm.Wrong(null, "Không có đợt thi này.", "There is no such round.");
        }

        await using var context = await contexts.CreateDbContextAsync();
        if (await context.PublishedResults.AnyAsync(row => row.Contest == contest.Number && row.Round == round))
        {
            return Before();
        }

        if (await context.Remarkings.AnyAsync(row => row.Contest == contest.Number && row.Finished == null))
        {
            return ConsoleForm.Wrong(null, "Một đáp án vừa được sửa, các bài đang được chấm lại: hãy công bố khi đã xong.", "A key was corrected and papers are being marked anew: publish when that is done.");
        }

        var practice = round != 0 && contest.Definition.Rounds[round - 1].Practice && time.GetUtcNow().ToUnixTimeMilliseconds() >= contest.Round(round)!.Settled;
        return practice || await context.RoundResults.AnyAsync(row => row.Contest == contest.Number && row.Round == round)
            ? null
            : ConsoleForm.Wrong(null, "Chưa có kết quả: đợt thi chưa đóng hoặc đang được tính.", "There are no results: the round has not closed, or they are being computed.");
    }

    private static FieldError Before() => ConsoleForm.Wrong(null, "Kết quả này đã được công bố.", "These results are published already.");
}

internal sealed record PublishPayload(int Round);
