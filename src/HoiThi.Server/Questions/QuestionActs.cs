using HoiThi.Server.Audit;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Questions;

/// <summary>What can be done with a version of a question as a whole.</summary>
public enum QuestionAct
{
    /// <summary>Somebody else has read it and found it right.</summary>
    Review,

    /// <summary>It may be drawn into papers.</summary>
    Approve,

    /// <summary>Back to who wrote it.</summary>
    Return,

    /// <summary>Kept, and no longer drawn.</summary>
    Retire,

    /// <summary>Out of retirement; it has to be reviewed anew.</summary>
    Restore,
}

/// <summary>What came of an act on several questions.</summary>
/// <param name="Done">How many it was done to.</param>
/// <param name="Own">How many were left because who acts wrote them.</param>
/// <param name="Other">How many were left because their state does not allow it, or changed meanwhile.</param>
public sealed record ActOutcome(int Done, int Own, int Other);

internal static class QuestionActs
{
    /// <summary>Does an act to the newest versions of questions, each with its line in the audit log; what it cannot be done to is left.</summary>
    public static async Task<ActOutcome> ActAsync(
        this HoiThiContext context, Actor actor, DateTimeOffset now, short contest, IReadOnlyCollection<int> numbers, QuestionAct act)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.TakeBankTurnAsync();
        var alone = await context.IsAloneAsync(contest);
        var rows = await context.BankQuestions.Where(row => row.Contest == contest && row.Newest && numbers.Contains(row.Number)).OrderBy(row => row.Code).ToListAsync();
        var (done, own, other) = (0, 0, numbers.Count - rows.Count);
        foreach (var row in rows)
        {
            var before = QuestionStates.Of(row.State);
            if (After(act, before) is not { } after)
            {
                other++;
            }
            else if (act is QuestionAct.Review or QuestionAct.Approve && !alone && row.WrittenBy is not null && row.WrittenBy == actor.Person)
            {
                own++;
            }
            else
            {
                await ChangeAsync(context, row, act, after, actor, now);
                await context.AppendAsync(actor, now, new AuditEntry(
                    contest, $"question.{act.ToString().ToLowerInvariant()}", $"{row.Code} v{row.Version}", new { state = before.Name() }, new { state = after.Name() }));
                done++;
            }
        }

        await transaction.CommitAsync();
        return new ActOutcome(done, own, other);
    }

    /// <summary>Adds tags to the newest versions of questions, or takes them away.</summary>
    public static async Task<ActOutcome> TagAsync(
        this HoiThiContext context, Actor actor, DateTimeOffset now, short contest, IReadOnlyCollection<int> numbers, IReadOnlyCollection<string> tags, bool remove)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.TakeBankTurnAsync();
        var rows = await context.BankQuestions.Where(row => row.Contest == contest && row.Newest && numbers.Contains(row.Number)).OrderBy(row => row.Code).ToListAsync();
        var done = 0;
        foreach (var row in rows)
        {
            var before = row.Tags;
            var has = Tags.Split(before);
            row.Tags = Tags.Join([.. (remove ? has.Except(tags, StringComparer.Ordinal) : has.Union(tags, StringComparer.Ordinal)).Take(Tags.Most)]);
            if (row.Tags != before)
            {
                await context.AppendAsync(actor, now, new AuditEntry(
                    contest, "question.tag", $"{row.Code} v{row.Version}", string.Join(", ", has), string.Join(", ", Tags.Split(row.Tags))));
                done++;
            }
        }

        await transaction.CommitAsync();
        return new ActOutcome(done, 0, numbers.Count - done);
    }

    /// <summary>The state that an act leads to, or null where it cannot be done.</summary>
    public static QuestionState? After(QuestionAct act, QuestionState state) => (act, state) switch
    {
        (QuestionAct.Review, QuestionState.Draft) => QuestionState.Reviewed,
        (QuestionAct.Approve, QuestionState.Reviewed) => QuestionState.Approved,
        (QuestionAct.Return, QuestionState.Reviewed) => QuestionState.Draft,
        (QuestionAct.Retire, not QuestionState.Retired) => QuestionState.Retired,
        (QuestionAct.Restore, QuestionState.Retired) => QuestionState.Draft,
        _ => null,
    };

    private static async Task ChangeAsync(HoiThiContext context, BankQuestionRow row, QuestionAct act, QuestionState after, Actor actor, DateTimeOffset now)
    {
        var moment = now.ToUnixTimeMilliseconds();
        row.State = after.Name();
        switch (act)
        {
            case QuestionAct.Review:
                (row.ReviewedBy, row.Reviewed) = (actor.Person, moment);
                break;
            case QuestionAct.Approve:
                await NoneUsableAsync(context, row);
                (row.ApprovedBy, row.Approved, row.Usable) = (actor.Person, moment, true);
                break;
            case QuestionAct.Retire:
                await NoneUsableAsync(context, row);
                row.Usable = false;
                break;
            default:
                (row.ReviewedBy, row.Reviewed, row.ApprovedBy, row.Approved) = (null, null, null, null);
                break;
        }
    }

    // Before the change is saved: one version of a question is usable at most, by a unique index.
    private static Task<int> NoneUsableAsync(HoiThiContext context, BankQuestionRow row) => context.BankQuestions
        .Where(each => each.Contest == row.Contest && each.Number == row.Number && each.Usable)
        .ExecuteUpdateAsync(set => set.SetProperty(each => each.Usable, false));
}
